import type { Slug } from '../records/paper.ts';
import type { ChangedTerm, ChangedTopic, TermChanges } from '../records/terms.ts';
import { type SitePath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { type Change, changeOf, changesOf, changesPath, isEmpty, recordedChanges } from './changes.ts';
import { type NamedLink, type PaperRow, paperRow } from './paper-row.ts';
import { periodLink } from './period-frame.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** A change and the papers behind it. */
export interface ChangeWithPapers extends Change {
	/** Newest first; of many the newest fifty. */
	rows: PaperRow[];
	/** Where all of them are, when not here. */
	more: NamedLink | null;
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

const rowsShown = 50;

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
		compared: changesOf(source, of)?.compared ?? 'There are too few papers, now or before, to say what rose.',
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
	if ('topic' in each) {
		const papers = periodPapers(source, record.of)
			.filter(({ topics }) => topics.includes(each.topic))
			.toReversed();
		const more = { name: `All papers on ${change.name}`, path: topicPath(each.topic) };
		return {
			...change,
			rows: papers.slice(0, rowsShown).map((paper) => paperRow(source, paper)),
			more: papers.length > rowsShown ? more : null,
			overTime: null,
		};
	}
	const rows = each.ids.flatMap((id) => source.indexed(id) ?? []).map((paper) => paperRow(source, paper));
	return {
		...change,
		rows,
		more: each.papers > rows.length ? searchLink(each.term, record.of) : null,
		overTime: `/trends/?${new URLSearchParams({ q: each.term })}`,
	};
}

function periodPapers(source: ArchiveSource, of: TermChanges['of']) {
	const { years, months, weeks } = catalogueOf(source);
	if ('topic' in of) return [];
	const periods = of.period.includes('W') ? weeks : of.period.length === 4 ? years : months;
	return periods.get(of.period)?.papers ?? [];
}

/** The search for a term as a phrase, within the topic or the year. */
function searchLink(term: string, of: TermChanges['of']): NamedLink {
	const within = 'topic' in of ? { topic: of.topic } : { year: of.period.slice(0, 4) };
	const asked = new URLSearchParams({ q: `"${term.replaceAll('"', '')}"`, ...within });
	const of_ = 'topic' in of ? 'on this topic' : `of ${within.year ?? ''}`;
	return { name: `Search all papers ${of_} with “${term}”`, path: `/search/?${asked}` };
}
