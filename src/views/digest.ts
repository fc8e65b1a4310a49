import type { IndexedPaper } from '../records/archive.ts';
import type { SitePath } from './addresses.ts';
import { type Change, type Changes, changesOf, isEmpty } from './changes.ts';
import type { NamedLink } from './paper-row.ts';
import type { MostDiscussed } from './period-about.ts';
import type { ArchiveSource } from './source.ts';

/** A part of a sentence, which may lead to what it counts. */
export type Piece = string | { text: string; path: SitePath };

/** What a period was, in sentences: what rose, what was new, what was discussed. */
export interface Digest {
	sentences: Piece[][];
	/** With what the papers are compared, and the page of all that rose and faded. */
	compared: { words: string; all: NamedLink } | null;
	/** Why nothing is said of what rose. */
	note: string | null;
}

const topicsTold = 3;
const termsTold = 5;
/** Of so few papers nobody expects a word on what rose. */
const fewPapers = 5;

/** The digest of a period of the archive; null where there is nothing to say. */
export function digestOf(
	source: ArchiveSource,
	period: string,
	papers: readonly IndexedPaper[],
	discussed: MostDiscussed | null,
): Digest | null {
	const changes = changesOf(source, { period });
	const sentences = [...(changes === null ? [] : changeSentences(changes)), ...discussedSentence(discussed)];
	const note = noteOf(changes, papers.length);
	if (sentences.length === 0 && note === null) return null;
	return {
		sentences,
		compared:
			changes === null
				? null
				: { words: changes.compared, all: { name: 'All that rose and faded, with its papers', path: changes.path } },
		note,
	};
}

function noteOf(changes: Changes | null, papers: number): string | null {
	if (changes === null)
		return papers <= fewPapers ? null : 'There are too few papers, here or before, to say what rose.';
	return isEmpty(changes) ? 'No topic or word has a share here that differs clearly from the time before.' : null;
}

function changeSentences({ topics, rising, fading }: Changes): Piece[][] {
	const told = (change: Change, withShares: boolean): Piece[] => [
		change.hue === null ? `“${change.name}” in ` : `${change.name} with `,
		{ text: change.count, path: change.path },
		...(withShares ? [` (${change.shares})`] : []),
	];
	const listed = (changes: readonly Change[], withShares = true) =>
		inList(changes.map((each) => told(each, withShares)));
	const known = topics.filter(({ first }) => !first).slice(0, topicsTold);
	const [rose, faded] = [known.filter(({ rose: up }) => up), known.filter(({ rose: up }) => !up)];
	const newTopics = topics.filter(({ first }) => first);
	const [newTerms, terms] = [rising.filter(({ first }) => first), rising.filter(({ first }) => !first)];
	return [
		...(rose.length === 0 ? [] : [['Topics that rose: ', ...listed(rose), '.']]),
		...(faded.length === 0 ? [] : [['Topics that faded: ', ...listed(faded), '.']]),
		...(newTopics.length === 0 ? [] : [['New topics: ', ...listed(newTopics, false), '.']]),
		...(terms.length === 0 ? [] : [['Words that rose: ', ...listed(terms.slice(0, termsTold)), '.']]),
		...(newTerms.length === 0 ? [] : [['New words: ', ...listed(newTerms.slice(0, termsTold), false), '.']]),
		...(rising.length > 0 || topics.length > 0 || fading.length === 0
			? []
			: [['Words that faded: ', ...listed(fading.slice(0, termsTold)), '.']]),
	];
}

function discussedSentence(discussed: MostDiscussed | null): Piece[][] {
	const [first] = discussed?.rows ?? [];
	if (discussed === null || first === undefined) return [];
	const count = discussed.by === 'comments' ? first.counts.at(0) : first.counts.at(-1);
	return [
		[
			discussed.by === 'comments' ? 'Most discussed: ' : 'Most upvoted: ',
			{ text: first.title, path: first.path },
			`${count === undefined ? '' : `, with ${count}`}.`,
		],
	];
}

/** `a, b and c`. */
function inList(items: readonly Piece[][]): Piece[] {
	return items.flatMap((item, at) => [...(at === 0 ? [] : [at === items.length - 1 ? ' and ' : ', ']), ...item]);
}
