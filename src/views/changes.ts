import { leastBefore, leastPapers } from '../analysis/followed-terms.ts';
import { topicHue } from '../charts/topic-hue.ts';
import { counted, countInWords, shareInWords } from '../charts/words.ts';
import type { Slug } from '../records/paper.ts';
import type { ChangedTerm, ChangedTopic, TermChanges } from '../records/terms.ts';
import { wordsOf } from '../records/title-key.ts';
import { periodPath, type SitePath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** A term or a topic whose share of papers changed. */
export interface Change {
	/** Of its part of the page that lists its papers. */
	id: string;
	/** That part. */
	path: SitePath;
	name: string;
	/** Of a topic's colour; null for a term. */
	hue: number | null;
	rose: boolean;
	/** No older paper of the archive has it. */
	first: boolean;
	/** `46 papers`; of what faded `3 papers, 34 before`. */
	count: string;
	/** `34%, from 19%`. */
	shares: string;
}

/** What rose and what faded. */
export interface Changes {
	/** The page that lists the papers behind each. */
	path: SitePath;
	/** `Compared with the 2 135 papers of November 2024 to October 2025.` */
	compared: string;
	topics: Change[];
	rising: Change[];
	fading: Change[];
}

const made = new WeakMap<ArchiveSource, ReadonlyMap<string, TermChanges>>();

function recordsOf(source: ArchiveSource): ReadonlyMap<string, TermChanges> {
	const known = made.get(source);
	if (known) return known;
	const records = new Map(source.termChanges.map((each) => [keyOf(each.of), each]));
	made.set(source, records);
	return records;
}

function keyOf(of: TermChanges['of']): string {
	return 'topic' in of ? `topics/${of.topic}` : of.period;
}

/** What is recorded of a period or a topic; null where there are too few papers, there or before. */
export function recordedChanges(source: ArchiveSource, of: TermChanges['of']): TermChanges | null {
	return recordsOf(source).get(keyOf(of)) ?? null;
}

/** Whether nothing differs clearly. */
export function isEmpty({
	rising,
	fading,
	topics,
}: Record<'rising' | 'fading' | 'topics', readonly unknown[]>): boolean {
	return rising.length === 0 && fading.length === 0 && topics.length === 0;
}

/** With fewer papers a topic cannot be told of, and has no page of changes. A topic that has one keeps it. */
export const papersToTell = leastPapers + leastBefore;

/** The page of what rose and faded in a period or a topic. */
export function changesPath(of: TermChanges['of']): SitePath {
	return `${'topic' in of ? topicPath(of.topic) : periodPath(of.period)}rising/`;
}

/** What rose and faded in a period or a topic, perhaps nothing; null where there are too few papers to tell. */
export function changesOf(source: ArchiveSource, of: TermChanges['of']): Changes | null {
	const record = recordedChanges(source, of);
	if (record === null) return null;
	const line = (each: ChangedTerm | ChangedTopic) => changeOf(source, record, each);
	return {
		path: changesPath(of),
		compared: comparedInWords(record),
		topics: record.topics.map(line),
		rising: record.rising.map(line),
		fading: record.fading.map(line),
	};
}

export function changeOf(source: ArchiveSource, record: TermChanges, each: ChangedTerm | ChangedTopic): Change {
	const { these, before } = record;
	const [share, shareBefore] = [each.papers / these.papers, each.before / before.papers];
	const id = 'topic' in each ? `topic-${each.topic}` : `term-${wordsOf(each.term).join('-')}`;
	return {
		id,
		path: `${changesPath(record.of)}#${id}`,
		...('topic' in each ? nameOfTopic(source, each.topic) : { name: each.term, hue: null }),
		rose: share > shareBefore,
		first: each.first,
		count:
			share > shareBefore
				? counted(each.papers, 'paper')
				: `${counted(each.papers, 'paper')}, ${countInWords(each.before)} before`,
		shares: `${shareInWords(share)}, from ${shareInWords(shareBefore)}`,
	};
}

function nameOfTopic(source: ArchiveSource, slug: Slug): Pick<Change, 'name' | 'hue'> {
	return { name: catalogueOf(source).topicNames.get(slug) ?? slug, hue: topicHue(slug) };
}

/** Which papers are compared with which. */
export function comparedInWords({ of, these, before }: TermChanges): string {
	const papers = 'topic' in of ? 'papers on this topic' : 'papers';
	const [from, to] = [dateInWords(before.from), dateInWords(before.to)];
	const then = from === to ? from : `${from} to ${to}`;
	const now = 'topic' in of ? `${dateInWords(these.from)} to ${dateInWords(these.to)}` : dateInWords(these.from);
	return `The ${countInWords(these.papers)} ${papers} of ${now}, compared with the ${countInWords(before.papers)} of ${then}.`;
}
