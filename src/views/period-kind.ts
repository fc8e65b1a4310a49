export type PeriodKind = 'day' | 'week' | 'month' | 'year';

/** What `2025`, `2025-11`, `2025-W48` or `2025-11-24` is. */
export function periodKind(period: string): PeriodKind {
	if (period.includes('W')) return 'week';
	if (period.length === 'YYYY'.length) return 'year';
	return period.length === 'YYYY-MM'.length ? 'month' : 'day';
}
