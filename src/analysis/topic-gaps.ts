import type { Topic } from '../records/archive.ts';
import { compare } from '../records/order.ts';
import { wordsOf } from '../records/title-key.ts';
import { surprise } from './surprise.ts';
import { apart } from './text-words.ts';
import { termFinder } from './topic-terms.ts';
import type { TopicText } from './topics.ts';
import { Lexicon, type WordRun } from './words.ts';

/** A phrase that papers without a topic share, and that no topic knows. */
export interface UncoveredPhrase {
	/** As it is usually written; its other forms (Snowball stems) are counted with it. */
	phrase: string;
	/** How many papers without a topic have it. */
	papers: number;
	/** How many papers with a topic have it. */
	sorted: number;
	/** Titles of papers without a topic that have it: those with it in their title first. */
	examples: string[];
}

const longestPhrase = 3;
const fewestPapers = 3;
const examplesShown = 2;
/** A difference that comes once in twenty times by chance is not shown. */
const leastSurprise = 3.84;
/** A phrase is not shown beside a longer one that is in so much of its papers. */
const shareOfLonger = 2 / 3;

/** A phrase while it is counted: which papers without a topic have it, and how many of the others. */
interface Counted {
	papers: number[];
	score: number;
	sorted: number;
}

/**
 * The phrases of one to three words that no topic's term is in, and that papers without a topic have oftener than the
 * others: most surprising first (Dunning's G² of the numbers of papers). Stop words are in none. Without papers that
 * have a topic, the most frequent first.
 */
export function uncoveredPhrases(
	topics: readonly Topic[],
	papers: { unsorted: readonly TopicText[]; sorted: readonly TopicText[] },
	most = 40,
): UncoveredPhrase[] {
	const lexicon = new Lexicon();
	const read = ({ title, abstract }: TopicText) => [
		lexicon.read(title, 'heading'),
		lexicon.read(abstract ?? '', 'running'),
	];
	const unsorted = papers.unsorted.map(read);
	const phrases = frequentPhrases(unsorted, lexicon);
	countSorted(phrases, papers.sorted.map(read), lexicon);

	const find = termFinder(topics);
	const isKnown = (phrase: string) => find(wordsOf(phrase)).some(({ weight }) => weight !== null);
	const sizes = { unsorted: papers.unsorted.length, sorted: papers.sorted.length };
	for (const phrase of phrases.values()) phrase.score = tellingOf(phrase, sizes);
	const telling = [...phrases]
		.map(([key, phrase]) => ({
			...phrase,
			key,
			text: commonestForm(
				key,
				phrase.papers.flatMap((at) => unsorted[at] ?? []),
				lexicon,
			),
		}))
		.filter(({ score, text }) => score > 0 && !isKnown(text))
		.sort(
			(a, b) => b.score - a.score || b.text.split(' ').length - a.text.split(' ').length || compare(a.text, b.text),
		);
	const inLonger = coveredByLonger(telling);
	return telling
		.filter(({ key }) => !inLonger.has(key))
		.slice(0, most)
		.map(({ key, text, papers: having, sorted }) => {
			const isInTitle = (at: number) =>
				phrasesIn(unsorted[at]?.slice(0, 1) ?? [], lexicon, key.split(' ').length).has(key);
			const examples = [...new Set([...having.filter(isInTitle), ...having])].slice(0, examplesShown);
			return {
				phrase: text,
				papers: having.length,
				sorted,
				examples: examples.flatMap((at) => papers.unsorted[at]?.title ?? []),
			};
		});
}

/** The phrase of these stems as the texts write it most often; among equals the first in code units. */
function commonestForm(key: string, runs: readonly WordRun[], lexicon: Lexicon): string {
	const times = new Map<string, number>();
	const length = key.split(' ').length;
	for (const run of runs) {
		for (const words of phrasesIn([run], lexicon, length).get(key) ?? []) {
			const form = words.map((word) => lexicon.usualForm(word)).join(' ');
			times.set(form, (times.get(form) ?? 0) + 1);
		}
	}
	const [commonest] = [...times].sort(([one, a], [other, b]) => b - a || compare(one, other));
	return commonest?.[0] ?? '';
}

/** Phrases of enough papers; a longer one is counted only where its parts are frequent. By their stems. */
function frequentPhrases(texts: readonly WordRun[][], lexicon: Lexicon): Map<string, Counted> {
	const frequent = new Map<string, Counted>();
	for (let length = 1; length <= longestPhrase; length++) {
		const counted = new Map<string, Counted>();
		texts.forEach((runs, paper) => {
			for (const key of phrasesIn(runs, lexicon, length).keys()) {
				const stems = key.split(' ');
				const parts = [stems.slice(1).join(' '), stems.slice(0, -1).join(' ')];
				if (length > 1 && !parts.every((part) => frequent.has(part))) continue;
				const known = counted.get(key);
				if (known) known.papers.push(paper);
				else counted.set(key, { papers: [paper], score: 0, sorted: 0 });
			}
		});
		for (const [key, phrase] of counted) if (phrase.papers.length >= fewestPapers) frequent.set(key, phrase);
	}
	return frequent;
}

function countSorted(phrases: ReadonlyMap<string, Counted>, texts: readonly WordRun[][], lexicon: Lexicon): void {
	for (const runs of texts) {
		for (let length = 1; length <= longestPhrase; length++) {
			for (const key of phrasesIn(runs, lexicon, length).keys()) {
				const phrase = phrases.get(key);
				if (phrase) phrase.sorted++;
			}
		}
	}
}

/** The phrases of so many words, by their stems, and the words of each wherever it stands. */
function phrasesIn(runs: readonly WordRun[], lexicon: Lexicon, length: number): Map<string, number[][]> {
	const found = new Map<string, number[][]>();
	for (const { words, links } of runs) {
		for (let first = 0; first + length <= words.length; first++) {
			if (links.slice(first + 1, first + length).includes(apart)) continue;
			const phrase = words.slice(first, first + length);
			const key = phrase.map((word) => lexicon.stemOf(word)).join(' ');
			const known = found.get(key);
			if (known) known.push(phrase);
			else found.set(key, [phrase]);
		}
	}
	return found;
}

/** 0 for a phrase that papers without a topic do not have oftener, or hardly. */
function tellingOf({ papers, sorted }: Counted, sizes: { unsorted: number; sorted: number }): number {
	if (sizes.sorted === 0) return papers.length;
	if (papers.length / sizes.unsorted <= sorted / sizes.sorted) return 0;
	const score = surprise({ papers: papers.length, of: sizes.unsorted }, { papers: sorted, of: sizes.sorted });
	return score < leastSurprise ? 0 : score;
}

/** The keys of phrases that say no more than a longer one. */
function coveredByLonger(phrases: readonly { key: string; papers: readonly number[] }[]): Set<string> {
	const papersOf = new Map(phrases.map(({ key, papers }) => [key, papers.length]));
	const covered = new Set<string>();
	for (const { key, papers } of phrases) {
		const stems = key.split(' ');
		for (let length = 1; length < stems.length; length++) {
			for (let first = 0; first + length <= stems.length; first++) {
				const part = stems.slice(first, first + length).join(' ');
				if (papers.length >= shareOfLonger * (papersOf.get(part) ?? Number.POSITIVE_INFINITY)) covered.add(part);
			}
		}
	}
	return covered;
}
