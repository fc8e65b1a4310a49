import type { ShardPaper } from './shards.ts';

export type Unit = 'month' | 'quarter' | 'year';

/** A period of a chart and its papers. */
export interface CoursePeriod {
	period: string;
	papers: ShardPaper[];
}

/** How charts cut the papers of an archive into periods: the docstring of `topicTrend`, done step by step. */
export interface Course {
	unit: Unit;
	measure: 'share' | 'count';
	periods: CoursePeriod[];
	until: string | null;
}

export function courseOf(papers: readonly ShardPaper[]): Course {
	for (const unit of ['month', 'quarter'] as const) {
		const periods = drawnPeriods(papers, unit);
		if (median(periods) >= 20 && periods.length <= 120) return { unit, measure: 'share', ...ended(papers, periods) };
	}
	const periods = drawnPeriods(papers, 'year');
	return { unit: 'year', measure: median(periods) >= 20 ? 'share' : 'count', ...ended(papers, periods) };
}

/** `2025-11`, `2025-Q4` or `2025`; null where the date does not say. */
export function periodOf(date: string | null, unit: Unit): string | null {
	if (date === null) return null;
	const [year = '', month] = date.split('-');
	if (unit === 'year') return year;
	if (month === undefined) return null;
	return unit === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

function drawnPeriods(papers: readonly ShardPaper[], unit: Unit): CoursePeriod[] {
	const names = papers.flatMap(({ date }) => periodOf(date, unit) ?? []).sort();
	const [first, last] = [names.at(0), names.at(-1)];
	if (first === undefined || last === undefined) return [];
	const all: CoursePeriod[] = [];
	for (let period = first; period <= last; period = next(period)) {
		all.push({ period, papers: papers.filter(({ date }) => periodOf(date, unit) === period) });
	}
	let start = 0;
	for (let at = 1; at < all.length; at++) {
		const before = all.slice(0, at).flatMap((each) => each.papers).length;
		if (before * 50 <= names.length && all[at - 1]?.papers.length === 0) start = at;
	}
	return all.slice(start * 2 >= all.length ? start : 0);
}

function next(period: string): string {
	const [year = '', part] = period.split('-');
	const following = String(Number(year) + 1).padStart(4, '0');
	if (part === undefined) return following;
	if (part.startsWith('Q')) return part === 'Q4' ? `${following}-Q1` : `${year}-Q${Number(part.slice(1)) + 1}`;
	return part === '12' ? `${following}-01` : `${year}-${String(Number(part) + 1).padStart(2, '0')}`;
}

function median(periods: readonly CoursePeriod[]): number {
	return quantile(
		periods.map(({ papers }) => papers.length),
		0.5,
	);
}

/** Type 7 of Hyndman and Fan; 0 of nothing. */
export function quantile(numbers: readonly number[], part: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const place = (sorted.length - 1) * part;
	const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
	return below + (above - below) * (place - Math.floor(place));
}

/** The last day of which anything is known, where the last period is not over then. */
function ended(papers: readonly ShardPaper[], periods: CoursePeriod[]): Pick<Course, 'periods' | 'until'> {
	const captures = papers.flatMap(({ appearances }) => appearances.flatMap(({ captured }) => captured ?? []));
	const days = [
		...captures.map((captured) => new Date(captured).toISOString().slice(0, 10)),
		...papers.flatMap(({ date }) => (date?.length === 10 ? [date] : [])),
	].sort();
	const [known, last] = [days.at(-1), periods.at(-1)];
	if (known === undefined || last === undefined) return { periods, until: null };
	const after = new Date(Date.parse(known) + 86_400_000).toISOString().slice(0, 10);
	const unit = last.period.length === 4 ? 'year' : last.period.includes('Q') ? 'quarter' : 'month';
	const open = periodOf(known, unit) === last.period && periodOf(after, unit) === last.period;
	return { periods, until: open ? known : null };
}

/** The ends of Wilson's interval: where (p − share)² = z² p (1 − p) / n. */
export function wilsonEnds(papers: number, of: number): [low: number, high: number] {
	const [share, spread] = [papers / of, 1.959963984540054 ** 2 / of];
	const [a, b, c] = [1 + spread, -(2 * share + spread), share ** 2];
	const root = Math.sqrt(b * b - 4 * a * c);
	return [papers === 0 ? 0 : (-b - root) / (2 * a), papers === of ? 1 : (-b + root) / (2 * a)];
}
