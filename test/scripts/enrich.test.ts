import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CommanderError } from 'commander';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { enrichCommand } from '../../scripts/enrich/enrich-command.ts';
import { readEnrichments } from '../../scripts/enrichment-file.ts';
import { arxivEntry, arxivError, arxivFeed } from '../sources/arxiv-feed.ts';
import { type Answering, cutOff, inTurn, localService, status } from '../sources/local-service.ts';
import { type SimulatedWorld, simulatedWorld } from '../sources/simulated-world.ts';
import { treeOf } from './fetch-runs.ts';
import { ranInProcess } from './in-process.ts';
import { expectSuccess, runCommand } from './run-command.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-enrich-'));
const service = await localService();
afterAll(async () => {
	await service.close();
	rmSync(temporary, { recursive: true, force: true });
});

const titles = ['Lanterns in the Harbour at Night', 'Knots that Hold in Heavy Rain', 'Nets for Mending Broken Boats'];
const feed = (body: string) => status(200, { 'content-type': 'application/atom+xml' }, body);

/** Finds each title whose first word is asked for, from a year before the listings. */
const good: Answering = (request, response, count) => {
	const hits = titles.flatMap((title, at) => {
		const isAsked = decodeURIComponent(request.url ?? '').includes(`ti:${title.split(' ')[0]?.toLowerCase()}`);
		return isAsked ? [arxivEntry(at + 1, '2025-01-10', title)] : [];
	});
	feed(arxivFeed(hits))(request, response, count);
};

let listings = '';
let file = '';
let folders = 0;
beforeEach(() => {
	folders += 1;
	listings = join(temporary, String(folders), 'listings');
	file = join(listings, '../enrichment/arxiv.jsonl');
	writeListing(titles);
	service.requests = [];
	service.answer = good;
});

function writeListing(rows: readonly string[]) {
	mkdirSync(listings, { recursive: true });
	writeFileSync(
		join(listings, 'a.csv'),
		['name', ...rows]
			.map((row) => `${row},x\n`)
			.join('')
			.replace(',x', ',other'),
	);
	writeFileSync(join(listings, 'a.csv.yaml'), 'captured: 2026-01-10\ncolumns: { title: name }\n');
}

const noon = '2026-03-01T12:00:00Z';
const args = (...more: string[]) => ['--listings', listings, '--from', service.origin, ...more];
const ran = (more: string[] = [], world: SimulatedWorld = simulatedWorld(noon)) =>
	ranInProcess(enrichCommand(world), args(...more));
const answered = () =>
	Object.fromEntries(readEnrichments(file).map(({ title, found }) => [title, found?.arxivId ?? null]));
const allFound = { [titles[0] ?? '']: '2601.10001', [titles[1] ?? '']: '2601.10002', [titles[2] ?? '']: '2601.10003' };

describe('a run', () => {
	test('that is given corrections which are not there asks nothing', async () => {
		await expect(ran(['--corrections', join(temporary, 'slip.yaml')])).rejects.toThrow(
			expect.objectContaining({ code: 'corrections/no-file' }),
		);
		expect(service.requests).toEqual([]);
	});

	test('asks about each paper, keeps what it is told, and says so', async () => {
		const world = simulatedWorld(noon);
		const run = await ran([], world);
		expect(run).toMatchObject({ status: 0, stdout: '3 papers asked about: 3 found, 0 not; 0 problems.' });
		expect(run.stderr).toContain('3 papers to ask about.');
		expect(run.stderr).toContain(`${titles[0]}  2601.10001, 0.90`);
		expect(answered()).toEqual(allFound);
		expect(readEnrichments(file)[0]).toMatchObject({ asked: '2026-03-01', found: { confidence: 0.9, version: 1 } });
		// One request in three seconds is what arXiv asks for.
		expect(world.waits).toEqual([3000, 3000]);
		expect(service.requests[0]?.headers['user-agent']).toMatch(/^Daybook\/\d/);
	});

	test('asks a second, looser search where the first finds nothing', async () => {
		writeListing(['DeepHarbour: Lanterns in the Harbour at Night']);
		await ran();
		const asked = service.requests.map(({ url }) => new URL(url, service.origin).searchParams.get('search_query'));
		expect(asked).toEqual(['ti:deepharbour AND ti:lanterns AND ti:harbour AND ti:night']);
		service.requests = [];
		service.answer = (request, response, count) =>
			(request.url?.includes('deepharbour') ? feed(arxivFeed([])) : good)(request, response, count);
		await ran(['--again']);
		expect(service.requests).toHaveLength(2);
		// Found, and not like enough.
		expect(answered()).toEqual({ 'DeepHarbour: Lanterns in the Harbour at Night': null });
	});

	test('without news asks nothing and changes no byte', async () => {
		await ran();
		const before = treeOf(dirname(listings));
		service.requests = [];
		expectSuccess(await ran([], simulatedWorld('2026-03-02T12:00:00Z')));
		expect(service.requests).toEqual([]);
		expect(treeOf(dirname(listings))).toEqual(before);
	});

	test('asks about no more than --limit, and goes on from there', async () => {
		await ran(['--limit', '2']);
		expect(Object.keys(answered())).toHaveLength(2);
		await ran();
		expect(service.requests).toHaveLength(3);
		expect(answered()).toEqual(allFound);
	});

	test('asks again with --again', async () => {
		await ran();
		service.answer = feed(arxivFeed([]));
		await ran(['--again', '--json'], simulatedWorld('2026-03-02T12:00:00Z'));
		expect(answered()).toEqual(Object.fromEntries(titles.map((title) => [title, null])));
		expect(readEnrichments(file).map(({ asked }) => asked)).toEqual(Array(3).fill('2026-03-02'));
	});

	test('asks nothing with --dry-run, and says what it would', async () => {
		const dry = await ran(['--dry-run']);
		expect(dry.stdout).toContain(`${titles[0]}\n  ${service.origin}/api/query?search_query=ti%3Alanterns+AND`);
		expect(JSON.parse((await ran(['--dry-run', '--json'])).stdout).papers).toHaveLength(3);
		expect(service.requests).toEqual([]);
	});

	test('is applied by the command that makes the archive, with its problems at their lines', async () => {
		await ran();
		const out = join(temporary, String(folders), 'archive');
		const made = runCommand('archive.ts', ['--listings', listings, '--out', out]);
		expect(made.status).toBe(0);
		expect(readFileSync(join(out, 'papers/2025-01.jsonl'), 'utf8')).toContain('"arxivId":"2601.10001"');
		const [one, two] = readEnrichments(file);
		writeFileSync(
			file,
			[one, { ...two, found: one?.found }].map((each) => `${JSON.stringify({ ...each, line: undefined })}\n`).join(''),
		);
		const again = runCommand('archive.ts', ['--listings', listings, '--out', out, '--strict']);
		expect(again.status).toBe(1);
		expect(again.stderr).toMatch(/problem enrichment\/same-paper \S*enrichment\/arxiv\.jsonl:1 “/);
	});
});

describe('a service that misbehaves', () => {
	const bomb = gzipSync(Buffer.alloc(80_000_000, 32));
	const entities = `<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${arxivFeed([arxivEntry(1, '2025-01-10', '&b;')])}`;
	const packed = { 'content-type': 'application/atom+xml', 'content-encoding': 'gzip' };

	test.each<[what: string, answer: Answering, codes: string[]]>([
		['is busy for a while', inTurn(status(429, { 'retry-after': '20' }), good), []],
		['is busy for hours', status(429, { 'retry-after': '90000' }), ['source/rate-limited', 'source/given-up']],
		['fails once', inTurn(status(500), good), []],
		['fails for ever', status(500), Array(3).fill('source/unavailable')],
		['cuts its answers', cutOff, Array(3).fill('source/unavailable')],
		['cuts one answer', inTurn(cutOff, good), []],
		['answers with a page', feed('<!DOCTYPE html><html><body>Busy</body></html>'), Array(3).fill('source/not-atom')],
		['answers with other XML', feed('<?xml version="1.0"?><rss><channel/></rss>'), Array(3).fill('source/not-atom')],
		['answers with half a feed', feed(arxivFeed([]).slice(0, -9)), Array(3).fill('source/not-atom')],
		['answers with a bomb of entities', feed(entities), Array(3).fill('source/not-atom')],
		['answers with a bomb of gzip', status(200, packed, bomb), Array(3).fill('source/too-large')],
		['answers with an error', feed(arxivError), Array(3).fill('source/refused')],
		['answers with an error once', inTurn(feed(arxivError), good), []],
		['says there is something and gives nothing', feed(arxivFeed([], 4)), Array(3).fill('source/incomplete')],
		['sends elsewhere', status(302, { location: 'https://example.org/' }), Array(3).fill('source/moved')],
		['does not know the address', status(404), Array(3).fill('source/refused')],
	])('%s', async (_, answer, codes) => {
		service.answer = answer;
		const run = await ran(['--json']);
		const report: { asked: number; problems: { code: string; hint: string }[] } = JSON.parse(run.stdout);
		expect(report.problems.map(({ code }) => code)).toEqual(codes);
		expect(run.status).toBe(codes.length === 0 ? 0 : 1);
		for (const { hint } of report.problems) expect(hint).not.toBe('');
		if (codes.length === 0) expect(answered()).toEqual(allFound);
		// What was not answered is not kept as an answer.
		else expect(treeOf(dirname(file))).toEqual({});

		service.answer = good;
		expectSuccess(await ran());
		expect(answered()).toEqual(allFound);
	});

	test('finds nothing', async () => {
		service.answer = feed(arxivFeed([]));
		expect(await ran()).toMatchObject({ status: 0, stdout: '3 papers asked about: 0 found, 3 not; 0 problems.' });
		expect(answered()).toEqual(Object.fromEntries(titles.map((title) => [title, null])));
	});

	test('fails three times in a row is left alone, and what was answered is kept', async () => {
		const many = Array.from(
			{ length: 9 },
			(_, at) => `Lanterns of harbour ${'abcdefghi'[at]}${'abcdefghi'[at]}x at night`,
		);
		writeListing(many);
		let asked = 0;
		service.answer = (request, response, count) => {
			asked += 1;
			(asked > 2 ? status(404) : good)(request, response, count);
		};
		const run = await ran();
		expect(run.status).toBe(1);
		expect(Object.keys(answered())).toHaveLength(2);
		expect(run.stderr).toContain('error source/given-up');
		expect(run.stderr).toContain('Try: run it again later: it goes on where it stopped');
		expect(asked).toBe(5);
	});
});

test('a broken line of the file is an error before anything is asked', async () => {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, '{"paper":\n');
	await expect(ran()).rejects.toMatchObject({ code: 'enrichment/invalid', location: { file, at: 1 } });
	expect(service.requests).toEqual([]);
});

test.each([
	[['--limit', '0'], 'It is a whole number from 1 on.'],
	[['--from', 'http://example.org'], 'An address begins with https://'],
])('%j is wrong usage', async (more, said) => {
	const error = await ran(more).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(CommanderError);
	expect(error).toMatchObject({ message: expect.stringContaining(said) });
});
