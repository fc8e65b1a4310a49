import { archiveTrend, type Trend } from '../analysis/trend.ts';
import type { Chart } from '../charts/chart.ts';
import { papersByPeriod } from '../charts/papers-by-period.ts';
import type { SitePath } from './addresses.ts';
import { knownUntil } from './known-until.ts';
import type { ArchiveSource } from './source.ts';

/** Where the numbers of `archiveCourse` stand as a file. */
export const archiveCourseCsv: SitePath = '/papers/by-period.csv';

/** The course of the whole archive, as far as it is known. */
export function archiveTrendOf(source: ArchiveSource): Trend {
	return archiveTrend(source.summary, knownUntil(source));
}

/** How the papers of the whole archive spread over time, as a figure. */
export function archiveCourse(source: ArchiveSource): Chart {
	const { unit, periods, earlier, undated, until } = archiveTrendOf(source);
	return papersByPeriod({
		id: 'papers-by-period',
		unit,
		periods,
		earlier: earlier.papers,
		undated: undated.papers,
		until,
	});
}
