import type { FiguredSite, ShardPaper } from './shards.ts';

const dayLength = 86_400_000;

/** The Monday of the week of a day, in days since the epoch. */
export function mondayOf(day: string): number {
	const days = Date.parse(day) / dayLength;
	return days - ((days + 3) % 7);
}

/** The Monday of an ISO week: the first has the 4th of January. */
export function mondayOfWeek(year: string, week: string): number {
	return mondayOf(`${year}-01-04`) + (Number(week) - 1) * 7;
}

/**
 * The papers that a page stands for, by its path: of a topic, an organisation, a year, a month, a week or a day, those
 * without a date, or all; null where it is another page.
 */
export function papersAt({ papers }: FiguredSite, path: string): ShardPaper[] | null {
	const [, topic] = /^\/topics\/([^/]+)\/$/.exec(path) ?? [];
	if (topic) return papers.filter(({ topics }) => topics.includes(topic));
	const [, organization] = /^\/organizations\/([^/]+)\/$/.exec(path) ?? [];
	if (organization) return papers.filter(({ organizationSlug }) => organizationSlug === organization);
	if (path === '/undated/') return papers.filter(({ date }) => date === null);
	const [, year, week] = /^\/(\d{4})\/w(\d{2})\/$/.exec(path) ?? [];
	if (year && week) {
		const monday = mondayOfWeek(year, week);
		return papers.filter(({ date }) => date?.length === 10 && mondayOf(date) === monday);
	}
	if (/^\/\d{4}(\/\d{2}){0,2}\/$/.test(path)) {
		const period = path.slice(1, -1).replaceAll('/', '-');
		return papers.filter(({ date }) => date?.startsWith(period));
	}
	return ['/', '/topics/', '/organizations/', '/trends/'].includes(path) ? [...papers] : null;
}

/** What a page of what rose compares. */
interface ComparedPapers {
	these: ShardPaper[];
	before: ShardPaper[];
	/** Whether a paper is of the time of these, whatever it is about. */
	isNow: (paper: ShardPaper) => boolean;
}

/** What is compared on a page of what rose: the papers that it is of, and those before; null for other pages. */
export function comparedAt(site: FiguredSite, path: string): ComparedPapers | null {
	const [, of] = /^(\/.+\/)rising\/$/.exec(path) ?? [];
	const all = of === undefined ? null : papersAt(site, of);
	if (of === undefined || all === null) return null;
	if (of.startsWith('/topics/')) return newestOf(site, all);
	const isNow = (paper: ShardPaper) => all.includes(paper);
	const [, year = '', week] = /^\/(\d{4})\/w(\d{2})\/$/.exec(of) ?? [];
	if (week) {
		const monday = mondayOfWeek(year, week);
		const before = site.papers.filter(({ date }) => {
			const its = date?.length === 10 ? mondayOf(date) : monday;
			return its < monday && its >= monday - 52 * 7;
		});
		return { these: all, before, isNow };
	}
	const period = of.slice(1, -1).replaceAll('/', '-');
	const names = Array.from({ length: period.length === 4 ? 3 : 12 }, (_, at) => earlier(period, at + 1));
	const before = site.papers.filter(({ date }) => names.some((name) => date?.startsWith(name)));
	return { these: all, before, isNow };
}

/** The same period so many years or months earlier. */
export function earlier(period: string, by: number): string {
	const [year = '', month] = period.split('-');
	if (month === undefined) return String(Number(year) - by).padStart(4, '0');
	return new Date(Date.UTC(Number(year), Number(month) - 1 - by, 1)).toISOString().slice(0, 7);
}

/** A topic's papers of the archive's last twelve months, and those that are surely older. */
function newestOf({ papers }: FiguredSite, all: ShardPaper[]): ComparedPapers {
	const last = papers.at(-1)?.date ?? '';
	const from = earlier(last.length === 4 ? `${last}-12` : last.slice(0, 7), 11);
	const isNew = ({ date }: ShardPaper) => date !== null && date.length >= 7 && date.slice(0, 7) >= from;
	const isOld = ({ date }: ShardPaper) => date !== null && date.slice(0, 7) < from.slice(0, Math.min(7, date.length));
	return { these: all.filter(isNew), before: all.filter(isOld), isNow: isNew };
}
