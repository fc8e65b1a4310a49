import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { dailyItem, dailyItems, pageAsked, playback } from '../sources/daily-items.ts';
import { type Answering, cutOff, inTurn, json, localService, status } from '../sources/local-service.ts';
import { simulatedWorld } from '../sources/simulated-world.ts';
import { days, noon, ranFetch, range, ranJson, textIn, treeOf } from './fetch-runs.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-fetch-faults-'));
const service = await localService();
afterAll(async () => {
	await service.close();
	rmSync(temporary, { recursive: true, force: true });
});

let listings = '';
let folders = 0;
beforeEach(() => {
	folders += 1;
	listings = join(temporary, String(folders));
	service.requests = [];
	service.answer = playback(days);
});

const args = (...more: string[]) => ['--listings', listings, '--from', service.origin, ...more];

const day = '2026-01-09';
const one = json([dailyItem(1, day)]);
const html = status(200, { 'content-type': 'text/html' }, '<!doctype html><title>Busy</title>');
const silence =
	(ring: () => void): Answering =>
	(_request, response) => {
		response.writeHead(200).write('[', ring);
	};

/** What the service does, and what comes of it: the files that are written, the exit code, and the problems. */
const faults: [
	what: string,
	answer: Answering | 'silence',
	expected: [files: number, status: number, codes: string[]],
][] = [
	['429, then an answer', inTurn(status(429, { 'retry-after': '20' }), one), [1, 0, []]],
	['429 for hours', status(429, { 'retry-after': '86400' }), [0, 1, ['source/rate-limited']]],
	['500, then an answer', inTurn(status(500), one), [1, 0, []]],
	['500 for ever', status(500), [0, 1, ['source/unavailable']]],
	['a connection that is cut, then an answer', inTurn(cutOff, one), [1, 0, []]],
	['connections that are cut', cutOff, [0, 1, ['source/unavailable']]],
	['silence in the midst of an answer', 'silence', [0, 1, ['source/too-slow']]],
	['HTML, then an answer', inTurn(html, one), [1, 0, []]],
	['HTML instead of JSON', html, [0, 1, ['source/not-json']]],
	['a day without papers', json([]), [0, 0, []]],
	['pages that repeat', json(dailyItems(100, day)), [1, 0, []]],
	[
		'pages that do not end',
		(request, response) => json(dailyItems(100, day, pageAsked(request).page * 100))(request, response, 0),
		[0, 1, ['source/endless']],
	],
	[
		'a field of 10 MB',
		json([dailyItem(1, day), dailyItem(2, day, { paper: { title: 'x'.repeat(10_000_000) } })]),
		[1, 1, ['source/oversized']],
	],
	[
		'a gzip bomb',
		status(200, { 'content-encoding': 'gzip' }, gzipSync(new Uint8Array(70_000_000))),
		[0, 1, ['source/too-large']],
	],
	[
		'one item of another form',
		json([dailyItem(1, day), dailyItem(2, day, { paper: { upvotes: 'many' } })]),
		[1, 1, ['source/changed']],
	],
	['all items of another form', json([{ id: 1 }, { id: 2 }]), [0, 1, ['source/changed']]],
	['another day', json([dailyItem(1, '2026-01-07')]), [0, 1, ['source/other-day']]],
	['a redirect to elsewhere', status(302, { location: 'https://example.org/' }), [0, 1, ['source/moved']]],
	['403', status(403), [0, 1, ['source/refused']]],
	['304 that was not asked for', status(304), [0, 1, ['source/refused']]],
];

describe('a service that misbehaves', () => {
	test.each(faults)('%s', async (_, answer, [files, exit, codes]) => {
		const world = simulatedWorld(noon);
		service.answer = answer === 'silence' ? silence(() => world.ring()) : answer;
		const run = await ranJson(world, args(...range(day)));
		expect({ files: run.written.length, status: run.status, codes: run.codes }).toEqual({ files, status: exit, codes });
		// Each is whole, has its sidecar, and nothing is left beside them.
		expect(Object.keys(treeOf(listings))).toEqual(run.written.flatMap((path) => [path, `${path}.yaml`]));
		for (const path of run.written) expect(JSON.parse(textIn(join(listings, path))).length).toBeGreaterThan(0);
		for (const { message, hint, location } of run.problems) {
			expect(message).toMatch(/\S/);
			expect(hint).toMatch(/\S/);
			expect(location?.file).toContain(day);
		}
	});

	test('costs one day and not the others', async () => {
		const good = playback(days);
		service.answer = (request, response, count) =>
			pageAsked(request).date === '2026-01-09' ? status(500)(request, response, count) : good(request, response, count);
		const run = await ranJson(simulatedWorld(noon), args(...range('2026-01-08', '2026-01-11')));
		expect(run).toMatchObject({ status: 1, asked: 4, codes: ['source/unavailable'] });
		expect(run.written).toHaveLength(2);

		service.answer = good;
		const next = await ranJson(simulatedWorld('2026-01-11T13:00:00Z'), args(...range('2026-01-08', '2026-01-11')));
		expect(next).toMatchObject({ status: 0, written: [expect.stringContaining('2026-01-09.')] });
	});

	test('for three days in a row is left alone, and so is one that wants no more requests', async () => {
		service.answer = status(404);
		const failing = await ranFetch(simulatedWorld(noon), args());
		expect(failing.status).toBe(1);
		expect(service.requests).toHaveLength(3);
		expect(failing.stderr).toContain('error source/given-up');
		expect(failing.stderr).toContain('Try: run it again later: it goes on where it stopped');

		service.requests = [];
		service.answer = status(429, { 'retry-after': '7200' });
		const unwelcome = await ranJson(simulatedWorld(noon), args());
		expect(unwelcome.codes).toEqual(['source/rate-limited', 'source/given-up']);
		expect(unwelcome.problems[0]?.hint).toContain('2026-01-11T14:00:00Z');
		expect(service.requests).toHaveLength(1);
	});

	test('now and then is asked on', async () => {
		const good = playback(days);
		service.answer = (request, response, count) =>
			(pageAsked(request).date === '2026-01-09' ? good : status(404))(request, response, count);
		const run = await ranJson(simulatedWorld(noon), args(...range('2026-01-07', '2026-01-11')));
		expect(run).toMatchObject({ asked: 5, codes: Array.from({ length: 4 }, () => 'source/refused') });
		expect(run.written).toHaveLength(1);
	});

	test('and stays busy says so while it waits', async () => {
		service.answer = inTurn(status(429, { 'retry-after': '20' }), one);
		const run = await ranFetch(simulatedWorld(noon), args(...range(day)));
		expect(run.stderr).toContain('The service takes no more requests for now. Waiting 20 s');
	});
});
