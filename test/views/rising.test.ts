import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/records/paper.ts';
import { dayView, monthView, yearView } from '../../src/views/periods.ts';
import { risingOf } from '../../src/views/rising.ts';
import { weekView } from '../../src/views/week.ts';
import { appearanceOf, archiveOf, paperOf } from './archive-of.ts';

interface Captures {
	from?: string | null;
	to?: string | null;
	upvotes?: [number | null, number | null];
	comments?: [number | null, number | null];
	published?: string;
}

/** A paper of two captures. */
function captured(
	key: string,
	{ from = '2025-05-17', to = '2025-05-20', published = '2025-05-16', ...counts }: Captures,
): Paper {
	const { upvotes = [null, null], comments = [null, null] } = counts;
	const appearances = [from, to].map((time, nth) => {
		const plain = appearanceOf({ captured: time });
		const values = { ...plain.values, upvotes: upvotes[nth] ?? null, comments: comments[nth] ?? null };
		return { ...plain, values };
	});
	return paperOf({ id: `doi:${key}`, slug: key, title: key, published, appearances });
}

function risingAmong(...papers: Paper[]) {
	const source = archiveOf(papers);
	return risingOf(source, source.index, 'day');
}

const named = (found: ReturnType<typeof risingOf>) => found?.rows.map(({ title, counts }) => [title, ...counts]);

describe('rising papers', () => {
	test('are the five that gained most, each with what it gained and in what time', () => {
		const found = risingAmong(
			captured('a', { upvotes: [7, 41] }),
			captured('b', { upvotes: [0, 1], to: '2025-05-18' }),
			captured('c', { upvotes: [7, 1207] }),
			captured('d', { upvotes: [7, 7] }),
			captured('e', { upvotes: [7, 3] }),
			captured('f', { upvotes: [1, 4], from: '2025-05-17T01:00Z', to: '2025-05-17T06:10Z' }),
			captured('g', { upvotes: [1, 6], from: '2025-05-17T01:00Z', to: '2025-05-17T01:20Z' }),
			captured('h', { upvotes: [1, 3], from: '2025-05-17T01:00Z', to: '2025-05-18T13:00Z' }),
			captured('i', { upvotes: [null, 300] }),
		);
		expect(named(found)).toEqual([
			['c', '+1\u202F200 upvotes in 3 days'],
			['a', '+34 upvotes in 3 days'],
			['g', '+5 upvotes in less than an hour'],
			['f', '+3 upvotes in 5 hours'],
			['h', '+2 upvotes in 36 hours'],
		]);
		expect(found?.note).toBeNull();
		expect(named(risingAmong(captured('b', { upvotes: [0, 1], to: '2025-05-18' })))).toEqual([
			['b', '+1 upvote in 1 day'],
		]);
	});

	test('of equal gain are by comments gained, then by date, then by id', () => {
		const upvotes: [number, number] = [1, 2];
		const found = risingAmong(
			captured('d', { upvotes }),
			captured('c', { upvotes }),
			captured('new', { upvotes, published: '2025-05-17' }),
			captured('told', { upvotes, comments: [1, 2] }),
			captured('silent', { upvotes, comments: [2, 1] }),
		);
		expect(found?.rows.map(({ title }) => title)).toEqual(['told', 'new', 'c', 'd', 'silent']);
	});

	test.each([
		['a time is not known', captured('a', { upvotes: [1, 9], from: null })],
		['the times are the same', captured('a', { upvotes: [1, 9], to: '2025-05-17' })],
		['upvotes are known once', captured('a', { upvotes: [null, 9] })],
		['only comments are known', captured('a', { comments: [1, 9] })],
	])('cannot be told where %s, and that is said', (_, paper) => {
		expect(risingAmong(paper)).toEqual({
			rows: [],
			note: 'No paper of this day was captured at two known times with its upvotes, so which are gaining upvotes cannot be told.',
		});
	});

	test('are none where nothing was gained, and that is said', () => {
		const found = risingAmong(captured('a', { upvotes: [7, 7] }), captured('b', { upvotes: [7, 3] }), paperOf());
		expect(found).toEqual({
			rows: [],
			note: 'No paper of this day is known to have gained upvotes between captures.',
		});
	});

	test('are not asked for where there is no paper', () => {
		expect(risingAmong()).toBeNull();
	});
});

test('days, weeks, months and years have them, by the kind of their period', () => {
	const source = archiveOf([captured('a', { upvotes: [7, 41] }), captured('b', { published: '2024-01-01' })]);
	for (const { rising } of [
		dayView(source, '2025-05-16', null),
		weekView(source, '2025-W20', null),
		monthView(source, '2025-05'),
		yearView(source, '2025'),
	])
		expect(named(rising)).toEqual([['a', '+34 upvotes in 3 days']]);
	expect([
		dayView(source, '2024-01-01', null).rising?.note,
		weekView(source, '2024-W01', null).rising?.note,
		monthView(source, '2024-01').rising?.note,
		yearView(source, '2024').rising?.note,
	]).toEqual(['day', 'week', 'month', 'year'].map((kind) => expect.stringContaining(`No paper of this ${kind} was`)));
	expect(yearView(source, '2026').rising).toBeNull();
});

test('older parts of a long day have none', () => {
	const papers = Array.from({ length: 160 }, (_, nth) => captured(`p-${nth}`, { upvotes: [1, 2] }));
	expect(dayView(archiveOf(papers), '2025-05-16', 1).rising).toBeNull();
	expect(dayView(archiveOf(papers), '2025-05-16', null).rising?.rows).toHaveLength(5);
});
