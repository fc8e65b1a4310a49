import { counted } from '../charts/words.ts';
import { capturedInUtc } from '../records/dates.ts';
import { periodPath, type SitePath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { type PaperRow, paperRowWithExcerpt } from './paper-row.ts';
import type { ArchiveSource } from './source.ts';
import { capturedInWords } from './words.ts';

const newestShown = 10;

/** A page and how many papers stand on it. */
export interface CountedLink {
	name: string;
	path: SitePath;
	papers: number;
}

export interface HomeView {
	/** How many papers, of which years, from how many listings. */
	sentence: string;
	/** When the newest listing was saved; null when that is known of none. */
	lastCapture: string | null;
	newest: PaperRow[];
	/** Newest first. */
	years: CountedLink[];
	topics: CountedLink[];
	undated: number;
}

export function homeView(source: ArchiveSource): HomeView {
	const { years, undated } = catalogueOf(source);
	const dated = source.index.slice(undated.length);
	return {
		sentence: sentenceOf(source, [...years.keys()]),
		lastCapture: lastCapture(source),
		newest: dated
			.slice(-newestShown)
			.reverse()
			.map((paper) => paperRowWithExcerpt(source, paper)),
		years: [...years]
			.map(([year, { papers }]) => ({ name: year, path: periodPath(year), papers: papers.length }))
			.reverse(),
		topics: topicCounts(source),
		undated: undated.length,
	};
}

/** The topics in their own order, with how many papers each has. */
export function topicCounts({ summary }: ArchiveSource): CountedLink[] {
	return summary.topics.map(({ slug, name, papers }) => ({ name, path: topicPath(slug), papers }));
}

function sentenceOf({ index, report }: ArchiveSource, years: string[]): string {
	const [first, last] = [years[0], years.at(-1)];
	const span = first === undefined ? '' : first === last ? ` of ${first}` : ` from ${first} to ${last}`;
	return `${counted(index.length, 'paper')}${span}, read from ${counted(report.listings.length, 'captured listing')}.`;
}

function lastCapture({ report }: ArchiveSource): string | null {
	const captures = report.listings.map(({ captured }) => captured).filter((captured) => captured !== null);
	const [newest] = captures.sort((a, b) => (capturedInUtc(a) < capturedInUtc(b) ? 1 : -1));
	return newest === undefined ? null : capturedInWords(newest);
}
