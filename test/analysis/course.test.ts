import { describe, expect, test } from 'vitest';
import { courses } from '../../src/analysis/course.ts';

describe('the course of papers over time', () => {
	test.each<[what: string, all: (string | null)[], dates: (string | null)[], course: (number | null)[]]>([
		['by month', ['2025-10-03', '2025-11-24', '2025-11-30'], ['2025-11-24', '2025-11-30'], [0, 2]],
		['with a gap where no paper of any stands', ['2025-09', '2025-11-24'], ['2025-11-24'], [0, null, 1]],
		['over the new year', ['2025-12-31', '2026-01-01'], ['2025-12-31'], [1, 0]],
		['by quarter where months are too many', ['2020-01-01', '2022-05', '2025-12-31'], ['2020-03-31'], quarters()],
		['by year where quarters are too many', ['2001', '2003-05-01', '2013'], ['2001', '2013'], years()],
		[
			'without dates that are missing or not exact enough',
			['2025', '2025-03', null],
			['2025', '2025-03', null],
			[null, null, 1],
		],
		['of no dates', [null], [null], []],
		['of none of them', ['2025-11'], [], [0]],
	])('%s', (_, all, dates, course) => {
		expect(courses(all)(dates)).toEqual(course);
	});
});

/** 2020 to 2025: the first of 24 quarters holds the paper, those of the other dates none, and of the rest nothing is known. */
function quarters(): (number | null)[] {
	return Array.from({ length: 24 }, (_, nth) => (nth === 0 ? 1 : nth === 9 || nth === 23 ? 0 : null));
}

/** 2001 to 2013. */
function years(): (number | null)[] {
	return Array.from({ length: 13 }, (_, nth) => (nth === 0 || nth === 12 ? 1 : nth === 2 ? 0 : null));
}
