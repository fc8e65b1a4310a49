import { describe, expect, test } from 'vitest';
import { weekView } from '../../src/views/week.ts';
import { archiveOf, papersOn } from './archive-of.ts';

const linked = (links: { path: string }[]) => links.map(({ path }) => path);

describe('a week', () => {
	const source = archiveOf(
		papersOn(['2025', '2025-11', '2025-11-07', '2025-11-24', '2025-11-24', '2025-11-30', '2025-12-01'], {
			comments: 2,
		}),
	);
	const view = weekView(source, '2025-W48', null);

	test('says when it is, and what comes before and after', () => {
		expect(view).toMatchObject({
			path: '/2025/w48/',
			title: 'Week 48 of 2025',
			dates: '24 to 30 November 2025',
			intro: '3 papers, with 6 comments.',
			previous: { name: 'Week 45 of 2025', path: '/2025/w45/' },
			next: { name: 'Week 49 of 2025', path: '/2025/w49/' },
		});
		expect(linked(view.within)).toEqual(['/2025/', '/2025/11/']);
	});

	test('has its papers by day, newest first', () => {
		expect(view.days).toMatchObject([
			{ date: '2025-11-30', name: '30 November 2025', path: '/2025/11/30/', rows: [{}] },
			{ date: '2025-11-24', path: '/2025/11/24/', rows: [{}, {}] },
		]);
	});

	test('is marked in the calendar', () => {
		expect(view.calendars).toHaveLength(1);
		expect(view.calendars[0]?.weeks.filter(({ current }) => current)).toMatchObject([{ name: '48' }]);
	});
});

test('a week of two years stands below the one it belongs to', () => {
	const view = weekView(archiveOf(papersOn(['2025-12-29', '2026-01-03'])), '2026-W01', null);
	expect(view.dates).toBe('29 December 2025 to 4 January 2026');
	expect(linked(view.within)).toEqual(['/2026/', '/2025/12/', '/2026/01/']);
	expect(view.calendars.map(({ month, weeks }) => [month, weeks.findIndex(({ current }) => current)])).toEqual([
		['2025-12', 4],
		['2026-01', 0],
	]);
});

test('a month that holds no papers is not shown for a week that only touches it', () => {
	const view = weekView(archiveOf(papersOn(['2026-01-03'])), '2026-W01', null);
	expect(linked(view.within)).toEqual(['/2026/', '/2026/01/']);
	expect(view.calendars.map(({ month }) => month)).toEqual(['2026-01']);
});

test('a long week comes in parts, which stay as they are', () => {
	const dates = Array.from({ length: 130 }, (_, nth) => `2025-11-${24 + Math.floor(nth / 26)}`);
	const before = weekView(archiveOf(papersOn(dates)), '2025-W48', 1);
	expect(before).toMatchObject({
		path: '/2025/w48/1/',
		title: 'Week 48 of 2025, 1 to 50',
		part: { older: null, newer: '/2025/w48/' },
		intro: null,
		about: null,
		calendars: [],
		days: [
			{ date: '2025-11-25', rows: { length: 24 } },
			{ date: '2025-11-24', rows: { length: 26 } },
		],
	});
	expect(linked(before.within)).toEqual(['/2025/', '/2025/11/', '/2025/w48/']);
	expect(weekView(archiveOf(papersOn([...dates, '2025-11-30'])), '2025-W48', 1)).toEqual(before);
});

test('an older part of a week is read from the index alone', () => {
	const source = archiveOf(papersOn(['2025-11-24'], { abstract: 'Word '.repeat(100) }));
	const unopened = { ...source, paper: () => expect.unreachable('a shard was opened') };
	expect(weekView(unopened, '2025-W48', 1).days).toHaveLength(1);
});
