import { counted, countInWords } from '../charts/words.ts';
import { compare } from '../records/order.ts';
import { organizationPath, periodPath } from './addresses.ts';
import { type YearCalendar, yearCalendar } from './calendar.ts';
import { catalogueOf } from './catalogue.ts';
import type { CountedLink } from './counted-link.ts';
import { dayOrder, orderInWords } from './day-order.ts';
import { type NamedLink, type PaperRow, paperRowWithAbstract } from './paper-row.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** How many papers of the latest day are shown, and of those before it. */
const rowsOfDays = [6, 3, 3];
const newestShown = 10;
const organizationsShown = 12;

/** One of the latest days that hold papers. */
export interface LatestDay {
	/** ISO. */
	date: string;
	/** `24 November 2025`. */
	name: string;
	path: NamedLink['path'];
	/** `12 papers`. */
	count: string;
	/** `Most upvoted first.`; null where nothing tells them apart. */
	order: string | null;
	/** A few, as the list of the day begins. */
	rows: PaperRow[];
	/** The whole day, where not all of it stands here. */
	more: NamedLink | null;
}

export interface HomeView {
	/** How many papers, of which years, from how many listings; how many of them are undated. */
	sentence: string;
	/** What the last capture brought; null when no listing says when it was captured. */
	lastCapture: string | null;
	latestDays: LatestDay[];
	/** The newest papers, where no paper's day is known: then there are no latest days. */
	newest: PaperRow[];
	/** Of the latest year in which papers have days; null where none has. */
	calendar: YearCalendar | null;
	/** Newest first. */
	years: CountedLink[];
	/** Those that most papers name. */
	organizations: CountedLink[];
	undated: number;
}

export function homeView(source: ArchiveSource): HomeView {
	const { years, days, undated } = catalogueOf(source);
	const lastDay = [...days.keys()].at(-1);
	return {
		sentence: sentenceOf(source),
		lastCapture: lastCaptureOf(source),
		latestDays: latestDays(source),
		newest: lastDay === undefined ? lastFirst(source, source.index, newestShown) : [],
		calendar: lastDay === undefined ? null : yearCalendar(source, lastDay.slice(0, 4)),
		years: [...years]
			.map(([year, { papers }]) => ({ name: year, path: periodPath(year), papers: papers.length }))
			.reverse(),
		organizations: mostOrganizations(source),
		undated: undated.length,
	};
}

function mostOrganizations({ summary }: ArchiveSource): CountedLink[] {
	return [...summary.organizations]
		.sort((a, b) => b.papers - a.papers || compare(a.slug, b.slug))
		.slice(0, organizationsShown)
		.map(({ slug, name, papers }) => ({ name, path: organizationPath(slug), papers }));
}

function latestDays(source: ArchiveSource): LatestDay[] {
	return [...catalogueOf(source).days]
		.slice(-rowsOfDays.length)
		.reverse()
		.map(([date, { papers }], nth) => {
			const rowsOfDay = rowsOfDays[nth] ?? 0;
			const ordered = dayOrder(papers);
			const [name, path, count] = [dateInWords(date), periodPath(date), counted(papers.length, 'paper')];
			const more = papers.length > rowsOfDay ? { name: `All ${count} of ${name}`, path } : null;
			const rows = lastFirst(source, ordered.papers, rowsOfDay);
			return { date, name, path, count, order: orderInWords(ordered.by), rows, more };
		});
}

/** The last of papers, the last one first. */
function lastFirst(source: ArchiveSource, papers: ArchiveSource['index'], length: number): PaperRow[] {
	return papers
		.slice(-length)
		.reverse()
		.map((paper) => paperRowWithAbstract(source, paper));
}

function sentenceOf(source: ArchiveSource): string {
	const { years, undated } = catalogueOf(source);
	const { index, report } = source;
	const from = counted(report.listings.length, 'captured listing');
	if (index.length === 0) return `No papers yet, in ${from}.`;
	const [first, last] = [[...years.keys()][0], [...years.keys()].at(-1)];
	const span = first === undefined ? '' : first === last ? ` of ${first}` : ` from ${first} to ${last}`;
	return `${counted(index.length, 'paper')}${span}, read from ${from}.${undatedInWords(undated.length, index.length)}`;
}

function undatedInWords(undated: number, papers: number): string {
	if (undated === 0) return '';
	if (undated === papers) return papers === 1 ? ' Its date is not stated.' : ' No dates are stated.';
	return ` For ${countInWords(undated)} of them no date is stated.`;
}

/** Listings of which no time of capture is known may be newer or older, so it is not said what was new. */
function lastCaptureOf({ summary }: ArchiveSource): string | null {
	if (summary.newest === null) return null;
	const { captured, papers } = summary.newest;
	const day = dateInWords(captured);
	if (summary.papers === 0) return `The last capture was on ${day}.`;
	if (papers === summary.papers) return `All was captured on ${day}.`;
	if (papers === 0) return `The last capture, of ${day}, has no paper that no other has.`;
	return `The last capture, of ${day}, brought ${counted(papers, 'paper')} that no other has.`;
}
