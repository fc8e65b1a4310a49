import { expect, test } from 'vitest';
import { newestCapture } from '../../src/archive/newest-capture.ts';
import { type Captured, capturedSchema } from '../../src/records/dates.ts';
import { appearanceOf, paperOf } from '../views/archive-of.ts';

const listing = (captured: string | null, entries: number): { captured: Captured | null; entries: number } => ({
	captured: captured === null ? null : capturedSchema.parse(captured),
	entries,
});
const seen = (...times: (string | null)[]) =>
	paperOf({ appearances: times.map((captured) => appearanceOf({ captured })) });

test('the newest day is that of UTC, and all its listings count', () => {
	const listings = [listing('2025-11-24T23:30:00-05:00', 40), listing('2025-11-25', 7), listing('2025-11-24', 99)];
	expect(newestCapture([], listings)).toEqual({ captured: '2025-11-25', listings: 2, entries: 47, papers: 0 });
});

test.each([
	['of that day alone', seen('2025-11-25', '2025-11-25T10:00:00Z'), 1],
	['of an earlier day too', seen('2025-11-25', '2025-11-24'), 0],
	['of a listing that may be older', seen('2025-11-25', null), 0],
	['of no known time', seen(null), 0],
])('a paper %s', (_, paper, papers) => {
	expect(newestCapture([paper], [listing('2025-11-25', 1), listing('2025-11-24', 1)])?.papers).toBe(papers);
});

test('without a time of capture there is none', () => {
	expect(newestCapture([seen(null)], [listing(null, 1)])).toBeNull();
});
