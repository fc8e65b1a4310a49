import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { countedLine } from '../../scripts/bench/counted-line.ts';
import { publishedPapers } from '../../scripts/bench/published-papers.ts';
import { bytesTable } from '../../scripts/bench/search-bytes.ts';
import { inversionsIn, overlapOf, scaleTable, twoWordQueries } from '../../scripts/bench/search-scale.ts';
import { speedOf, speedTable, typedTexts } from '../../scripts/bench/search-speed.ts';
import { countsByStem } from '../../scripts/bench/search-totals.ts';

describe('what is asked while typing', () => {
	test('two words of each title, letter by letter', () => {
		expect(typedTexts(['Ab c d', 'Ef'])).toEqual([
			['A', 'Ab', 'Ab ', 'Ab c'],
			['E', 'Ef'],
		]);
		expect(typedTexts(Array.from({ length: 1000 }, (_, nth) => `${nth}`))).toHaveLength(100);
	});

	test('times are told by their middle, their 95th of a hundred, and what took longest', () => {
		const texts = Array.from({ length: 101 }, (_, nth) => `t${nth}`);
		const times = texts.map((_, nth) => 100 - nth);
		const speed = speedOf('Daybook', texts, times);
		expect(speed).toMatchObject({ median: 50, p95: 95, most: 100 });
		expect(speed.slowest.map(({ text }) => text)).toEqual(['t0', 't1', 't2', 't3', 't4']);
		expect(`\n${speedTable({ papers: 10_000, keys: 101, speeds: [speed] })}\n`).toMatchInlineSnapshot(`
			"
			ms from a key to ten rows, 10,000 papers, 101 keys
			search   median   p95   most
			Daybook    50.0  95.0  100.0

			Daybook took 100 ms for “t0”
			Daybook took 99 ms for “t1”
			Daybook took 98 ms for “t2”
			Daybook took 97 ms for “t3”
			Daybook took 96 ms for “t4”
			"
		`);
	});
});

test('a counted line counts all that comes back, headers too, once', async () => {
	const body = 'x'.repeat(5000);
	const server = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const line = await countedLine(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/deep/base/`);
	try {
		expect(new URL(line.url).pathname).toBe('/deep/base/');
		expect(line.take()).toBe(0);
		expect(await (await fetch(line.url)).text()).toBe(body);
		const bytes = line.take();
		expect(bytes).toBeGreaterThan(body.length + 50);
		expect(bytes).toBeLessThan(body.length + 500);
		expect(line.take()).toBe(0);
	} finally {
		await line.close();
		server.closeAllConnections();
		server.close();
	}
});

describe('one index beside several', () => {
	test('queries are two neighbouring words, both of them long', () => {
		const titles = ['A Survey of Learning', 'Graphs', 'Two longer words', '<i>Markup</i> Several-fold markup'];
		for (const query of twoWordQueries(titles)) expect(query).toBe('Several-fold markup');
		expect(twoWordQueries(titles)).toHaveLength(1);
		expect(twoWordQueries(Array.from({ length: 500 }, () => 'Several markups'))).toHaveLength(100);
	});

	test('a naive count goes by stems', () => {
		const known = { abstract: 'A net.', authors: ['Lea'], year: 2020, upvotes: null, comments: null };
		const titles = ['Learning nets', 'They learned', 'Ada Quill learns', 'Earn'];
		const papers = publishedPapers(
			titles.map((title) => ({ ...known, title })),
			[],
		);
		expect(countsByStem(papers, ['Learn', 'Nets', 'quill', 'lea', 'zebra'])).toEqual([3, 4, 1, 4, 0]);
	});

	test('overlap is the share of the reference that is found', () => {
		const rows = (paths: string) => [...paths].map((path) => ({ path }));
		expect(overlapOf(rows('abcd'), rows('dcxy'))).toBe(0.5);
		expect(overlapOf(rows(''), rows('ab'))).toBe(0);
		expect(overlapOf(rows(''), rows(''))).toBe(1);
	});

	test.each([
		[0, ['2025-01-02', '2025-01-01', '2025-01', '2025', '2024-12-31', null, null]],
		[1, ['2024', '2025', '2023']],
		[2, [null, '2025', '2024', '2025']],
	])('%i out of order in %j', (count, dates) => {
		expect(inversionsIn(dates)).toBe(count);
	});
});

describe('what is measured is told as text', () => {
	test('bytes', () => {
		const bytes = (first: number) => ({ first, next: 1500, typed: 9000 });
		const report = {
			papers: 10_000,
			queries: [{ query: 'diffusion', daybook: bytes(150_000), plain: bytes(200_000) }],
			ratio: 0.75,
			extras: [{ of: 'filters', bytes: 8800 }],
		};
		expect(`\n${bytesTable(report)}\n`).toMatchInlineSnapshot(`
			"
			kB over the line, 10,000 papers; Daybook, then plain Pagefind
			query      first  next  typed  first  next  typed
			diffusion  150.0   1.5    9.0  200.0   1.5    9.0
			sum        150.0               200.0
			Daybook's first queries weigh 0.750 of plain Pagefind's.

			after “diffusion”   kB
			filters            8.8
			"
		`);
	});

	test('scale', () => {
		const report = {
			papers: 100_000,
			indexing: { wallSeconds: 61.3, cpuSeconds: null, peakBytes: 2_700_000_000 },
			queries: 100,
			inversions: 0,
			miscounted: [{ word: 'realtime', total: 2391, counted: 80 }],
			otherTotals: [{ query: 'learned retrieval', total: 12, inOne: 11 }],
			overlap: 0.934,
			newest: 212_000,
			older: 1_900_000,
			overall: 2_000_000,
		};
		expect(`\n${scaleTable(report)}\n`).toMatchInlineSnapshot(`
			"
			100,000 papers, 100 queries
			s to make the index                         61.3
			s of CPU for it                          unknown
			MB of memory meanwhile                     2,700
			rows out of order by date                      0
			totals 1 % off a naive count                   1
			totals unlike those of one index               1
			overlap of the first ten with one index    0.934
			MB for a first query: the newest papers    0.212
			MB for it and older papers                 1.900
			MB for one that ranks all together         2.000
			“realtime” finds 2391, counted 80
			“learned retrieval” finds 12, in one index 11
			"
		`);
	});
});
