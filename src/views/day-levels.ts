import { quantileSorted } from 'd3-array';

/** How full a day is: 0 without papers, 1 to 4 with few to many. */
export type DayLevel = 0 | 1 | 2 | 3 | 4;

/** The most papers that a day of level 1, 2 and 3 holds. */
export type DayLevels = readonly [number, number, number];

/** Numbers that people count in. Between them lie enough days that one more paper hardly ever moves a quartile. */
const steps = [1, 2, 3, 5, 7, 10, 15];

/**
 * The levels of an archive's days, from how many papers each day that holds some has: the quartiles, each taken down
 * to a step (1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70 and so on), and each above the one before it. So a calendar keeps
 * its shades while papers are added, until the days have become fuller by about a third.
 */
export function dayLevels(papersOfDays: readonly number[]): DayLevels {
	const sorted = [...papersOfDays].sort((a, b) => a - b);
	const quartile = (nth: number) => stepBelow(quantileSorted(sorted, nth / 4) ?? 1);
	const first = quartile(1);
	const second = Math.max(quartile(2), stepAbove(first));
	return [first, second, Math.max(quartile(3), stepAbove(second))];
}

export function dayLevel(papers: number, levels: DayLevels): DayLevel {
	if (papers === 0) return 0;
	const [few, some, many] = levels;
	if (papers <= few) return 1;
	if (papers <= some) return 2;
	return papers <= many ? 3 : 4;
}

function stepBelow(count: number): number {
	let step = 1;
	while (stepAbove(step) <= count) step = stepAbove(step);
	return step;
}

function stepAbove(count: number): number {
	for (let power = 1; ; power *= 10) {
		const step = steps.find((each) => each * power > count);
		if (step !== undefined) return step * power;
	}
}
