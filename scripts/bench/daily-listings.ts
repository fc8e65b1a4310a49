import type { BenchPaper } from './bench-paper.ts';

/** A captured listing. */
export interface ListingFile {
	name: string;
	content: string;
}

/** As many as a busy day of the daily papers has; a year of more papers than its days hold has longer ones. */
const papersADay = 40;
const millisecondsADay = 86_400_000;

/**
 * Papers as listings of the daily-papers API, `YYYY-MM-DD.json`, oldest first. The papers of a year come in their
 * order, on days that are spread evenly over it. Each has an arXiv id of its own, made from the month of its day;
 * years are those of 1950 to 2049, so that no two months share one.
 */
export function* dailyListings(papers: Iterable<BenchPaper>): Generator<ListingFile> {
	const years = [...Map.groupBy(papers, ({ year }) => year)].sort(([a], [b]) => a - b);
	for (const [year, ofYear] of years) {
		const listedIn = new Map<string, number>();
		for (const [day, ofDay] of byDay(year, ofYear)) {
			const month = day.slice(0, 7);
			const before = listedIn.get(month) ?? 0;
			listedIn.set(month, before + ofDay.length);
			yield dayListing(day, ofDay, before);
		}
	}
}

/** A day's listing. Of its month, `before` papers were listed already. */
export function dayListing(day: string, papers: readonly BenchPaper[], before: number): ListingFile {
	const items = papers.map((paper, at) => item(paper, day, arxivId(day.slice(0, 7), before + at + 1)));
	return { name: `${day}.json`, content: `${JSON.stringify(items)}\n` };
}

function byDay(year: number, papers: readonly BenchPaper[]): Map<string, BenchPaper[]> {
	const start = Date.UTC(year);
	const daysOfYear = (Date.UTC(year + 1) - start) / millisecondsADay;
	const days = Math.min(daysOfYear, Math.ceil(papers.length / papersADay));
	return Map.groupBy(papers, (_, at) => {
		const nth = Math.floor((at * days) / papers.length);
		const dayOfYear = Math.floor((nth * daysOfYear) / days);
		return new Date(start + dayOfYear * millisecondsADay).toISOString().slice(0, 10);
	});
}

function arxivId(month: string, number: number): string {
	return `${month.slice(2).replace('-', '')}.${String(number).padStart(5, '0')}`;
}

/** A paper as the API shows it. What is not known is left out. */
function item({ title, abstract, authors, upvotes, comments }: BenchPaper, day: string, id: string): object {
	const time = `${day}T00:00:00.000Z`;
	return {
		paper: {
			id,
			authors: authors.map((name) => ({ name, hidden: false })),
			publishedAt: time,
			submittedOnDailyAt: time,
			title,
			summary: abstract,
			...(upvotes !== null && { upvotes }),
		},
		publishedAt: time,
		title,
		summary: abstract,
		...(comments !== null && { numComments: comments }),
	};
}
