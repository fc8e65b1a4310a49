import type { Interval } from './band.ts';
import type { Chart } from './chart.ts';
import { type Plot, type Point, plot } from './plot.ts';
import { periodInShort } from './words.ts';

export type Unit = 'month' | 'quarter' | 'year';

/** Values of one unit of time after the other. */
interface OverTime
	extends Pick<Plot, 'id' | 'title' | 'description' | 'mark' | 'unfinished' | 'write' | 'whole' | 'room'> {
	unit: Unit;
	periods: { period: string; value: number | null; interval?: Interval | null }[];
}

/** The two drawings of a chart over time. */
export function overTime({ unit, periods, ...said }: OverTime): NonNullable<Chart['svg']> {
	const labels = periodLabels(
		periods.map(({ period }) => period),
		unit,
	);
	const points = periods.map(
		({ value, interval = null }, index): Point => ({ value, interval, label: labels[index] ?? null }),
	);
	const shared = { ...said, points };
	return {
		wide: plot({ ...shared, id: `${said.id}-wide`, variant: 'chart-wide', width: 640, height: 240 }),
		narrow: plot({ ...shared, id: `${said.id}-narrow`, variant: 'chart-narrow', width: 280, height: 190 }),
	};
}

/** Periods of a year stand under its number where there are years enough, else each under its own name. */
export function periodLabels(periods: string[], unit: Unit): (string | null)[] {
	const startsYear = (period: string) => period.endsWith(unit === 'quarter' ? '-Q1' : '-01');
	if (unit === 'year' || periods.filter(startsYear).length < 3) return periods.map(periodInShort);
	return periods.map((period) => (startsYear(period) ? period.slice(0, 4) : null));
}
