import { countInWords } from '../charts/words.ts';
import type { PaperId, Slug } from '../records/paper.ts';
import type { ChangedTerm, ChangedTopic, TermChanges } from '../records/terms.ts';
import { type SitePath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { type Change, changeOf, changesPath, comparedInWords, isEmpty, recordedChanges } from './changes.ts';
import { type NamedLink, type PaperRow, paperRow } from './paper-row.ts';
import { periodLink } from './period-frame.ts';
import { periodKind } from './period-kind.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** Papers that have a term or a topic, newest first. */
export interface PapersOfChange {
	/** Null where they are the only ones that are told. */
	heading: string | null;
	rows: PaperRow[];
	/** `The newest 200 of 827.`, where these are not all. */
	cut: string | null;
}

/** A change and the papers behind it: of what faded, those before too. */
export interface ChangeWithPapers extends Change {
	papers: PapersOfChange[];
	/** Where the course of a term is drawn; null for a topic, whose page has it. */
	overTime: SitePath | null;
}

export interface ChangesPageView {
	path: SitePath;
	title: string;
	description: string;
	above: NamedLink[];
	compared: string;
	/** Why nothing is told. */
	note: string | null;
	/** Those that have something. */
	groups: { id: string; heading: string; note: string | null; changes: ChangeWithPapers[] }[];
}

const rowsShown = 200;

/** The page of what rose and faded in a period or a topic, with the papers behind each number. */
export function changesPageView(source: ArchiveSource, of: TermChanges['of']): ChangesPageView {
	const record = recordedChanges(source, of);
	const title = 'topic' in of ? `What rose in ${nameOf(source, of.topic)}` : `What rose in ${inSentence(of.period)}`;
	const withPapers = (each: ChangedTerm | ChangedTopic) =>
		record === null ? [] : changeWithPapers(source, record, each);
	const topics = (record?.topics ?? []).flatMap(withPapers);
	const groups = [
		{ id: 'topics-risen', heading: 'Topics that rose', note: null, changes: topics.filter(({ rose }) => rose) },
		{
			id: 'terms-risen',
			heading: 'Words that rose',
			note: 'New are those that no older paper of the archive has.',
			changes: (record?.rising ?? []).flatMap(withPapers),
		},
		{ id: 'topics-faded', heading: 'Topics that faded', note: null, changes: topics.filter(({ rose }) => !rose) },
		{ id: 'terms-faded', heading: 'Words that faded', note: null, changes: (record?.fading ?? []).flatMap(withPapers) },
	];
	return {
		path: changesPath(of),
		title,
		description: `${title}, and the papers behind it.`,
		above: aboveOf(source, of),
		compared: record === null ? 'There are too few papers, now or before, to say what rose.' : comparedInWords(record),
		note: record !== null && isEmpty(record) ? 'Nothing has a share that differs clearly from the time before.' : null,
		groups: groups.filter(({ changes }) => changes.length > 0),
	};
}

function nameOf(source: ArchiveSource, slug: Slug): string {
	return catalogueOf(source).topicNames.get(slug) ?? slug;
}

function inSentence(period: string): string {
	return dateInWords(period).replace(/^Week/, 'week');
}

function aboveOf(source: ArchiveSource, of: TermChanges['of']): NamedLink[] {
	if ('topic' in of) {
		return [
			{ name: 'Topics', path: '/topics/' },
			{ name: nameOf(source, of.topic), path: topicPath(of.topic) },
		];
	}
	const year = of.period.slice(0, 4);
	return [...(of.period === year ? [] : [periodLink(year)]), periodLink(of.period)];
}

function changeWithPapers(
	source: ArchiveSource,
	record: TermChanges,
	each: ChangedTerm | ChangedTopic,
): ChangeWithPapers {
	const change = changeOf(source, record, each);
	const [now, before] = 'topic' in each ? papersOfTopic(source, record, each.topic) : [each.ids, each.idsBefore];
	const told = (heading: string | null, ids: readonly PaperId[], of: number): PapersOfChange => {
		const rows = ids.slice(0, rowsShown).flatMap((id) => source.indexed(id) ?? []);
		return {
			heading,
			rows: rows.map((paper) => paperRow(source, paper)),
			cut: rows.length < of ? `The newest ${countInWords(rows.length)} of ${countInWords(of)}.` : null,
		};
	};
	return {
		...change,
		papers: change.rose
			? [told(null, now, each.papers)]
			: [...(each.papers === 0 ? [] : [told('Now', now, each.papers)]), told('Before', before, each.before)],
		overTime: 'topic' in each ? null : `/trends/?${new URLSearchParams({ q: each.term })}`,
	};
}

/** The papers of a topic in a period and in those before it, newest first. */
function papersOfTopic(source: ArchiveSource, { of, these, before }: TermChanges, topic: Slug) {
	if ('topic' in of) return [[], []] as const;
	const { years, months, weeks } = catalogueOf(source);
	const kind = periodKind(of.period);
	const periods = kind === 'week' ? weeks : kind === 'year' ? years : months;
	const within = ({ from, to }: TermChanges['these']) =>
		[...periods]
			.filter(([period]) => from <= period && period <= to)
			.flatMap(([, { papers }]) => papers.filter(({ topics }) => topics.includes(topic)).map(({ id }) => id))
			.reverse();
	return [within(these), within(before)] as const;
}
