import fc from 'fast-check';
import { wilson } from '../../src/analysis/wilson.ts';
import type { Share } from '../../src/charts/shares.ts';

/** A share with its interval, as the analysis gives it. */
export function shareOfPapers(papers: number, of: number): Share {
	return { papers, of, interval: of > 0 ? wilson(papers, of) : null };
}

/** Any share, often one of which nothing is known. */
export const anyShare: fc.Arbitrary<Share> = fc
	.tuple(fc.nat(), fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 3_000_000 })))
	.map(([papers, of]) => shareOfPapers(of === 0 ? 0 : papers % (of + 1), of));

/** So many periods of a unit, from 1990 on. */
export function periodNames(unit: 'month' | 'quarter' | 'year', count: number): string[] {
	const inYear = { month: 12, quarter: 4, year: 1 }[unit];
	return Array.from({ length: count }, (_, at) => {
		const year = String(1990 + Math.floor(at / inYear));
		const part = (at % inYear) + 1;
		if (unit === 'year') return year;
		return unit === 'quarter' ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`;
	});
}
