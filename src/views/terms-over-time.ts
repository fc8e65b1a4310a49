import { termShares } from '../analysis/term-shares.ts';
import type { Chart } from '../charts/chart.ts';
import { termLines } from '../charts/term-lines.ts';
import type { IsoDate } from '../records/dates.ts';
import { termFile, termKey } from '../records/term-key.ts';
import { archiveTrendOf } from './archive-course.ts';
import { periodKind } from './period-kind.ts';
import type { ArchiveSource } from './source.ts';

export interface TermsOverTime {
	/** What is drawn before a reader asks. */
	terms: string[];
	chart: Chart;
}

const termsShown = 4;

/** The terms that are drawn before a reader asks; none where the archive has no two periods or no such terms. */
export function termsToDraw(source: ArchiveSource): string[] {
	return source.termPeriods.periods.filter(({ of }) => of > 0).length < 2 ? [] : firstTerms(source);
}

/** The share of papers that have a term, over time; null where the archive has no two periods or no such terms. */
export function termsOverTime(source: ArchiveSource): TermsOverTime | null {
	const terms = termsToDraw(source);
	if (terms.length === 0) return null;
	const { until } = archiveTrendOf(source);
	return { terms, chart: chartOf(source, terms, until) };
}

function chartOf(source: ArchiveSource, terms: readonly string[], until: IsoDate | null): Chart {
	const { unit, periods } = source.termPeriods;
	return termLines({
		id: 'terms',
		unit,
		periods: periods.map(({ period }) => period),
		until,
		terms: terms.map((term) => ({ term, shares: termShares(periods, countsOf(source, term) ?? []) })),
	});
}

function countsOf(source: ArchiveSource, term: string): number[] | undefined {
	const key = termKey(term);
	const counts = source.termCounts(termFile(key, source.termPeriods.files));
	return Object.hasOwn(counts, key) ? counts[key] : undefined;
}

/** The terms that rose or faded most in the newest years and months of which something is told; else the commonest. */
function firstTerms(source: ArchiveSource): string[] {
	const newest = source.termChanges
		.flatMap((each) => ('period' in each.of ? { period: each.of.period, told: [...each.rising, ...each.fading] } : []))
		.filter(({ period }) => periodKind(period) !== 'week')
		.sort((a, b) => a.period.length - b.period.length || (a.period > b.period ? -1 : 1));
	const byKey = new Map<string, string>();
	for (const { term } of newest.flatMap(({ told }) => told)) {
		if (byKey.size === termsShown) break;
		const key = termKey(term);
		if (!byKey.has(key) && countsOf(source, term) !== undefined) byKey.set(key, term);
	}
	return byKey.size > 0 ? [...byKey.values()] : commonestTerms(source);
}

function commonestTerms(source: ArchiveSource): string[] {
	const files = Array.from({ length: source.termPeriods.files }, (_, file) => source.termCounts(file));
	return files
		.flatMap((counts) => Object.entries(counts))
		.filter(([key]) => key.includes(' '))
		.map(([key, counts]) => ({ key, papers: counts.reduce((sum, count, at) => sum + (at % 2 === 1 ? count : 0), 0) }))
		.sort((a, b) => b.papers - a.papers || (a.key < b.key ? -1 : 1))
		.slice(0, termsShown)
		.map(({ key }) => key);
}
