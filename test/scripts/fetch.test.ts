import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packed } from '../../scripts/fetch/write-capture.ts';
import { sidecarSchema } from '../../src/records/listing.ts';
import { arxivEntry, arxivFeed } from '../sources/arxiv-feed.ts';
import { dailyItem, playback } from '../sources/daily-items.ts';
import { json, localService, status } from '../sources/local-service.ts';
import { simulatedWorld } from '../sources/simulated-world.ts';
import { days, noon, ranFetch, range, ranJson, textIn, treeOf } from './fetch-runs.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-fetch-'));
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
const sidecarOf = (path: string) => sidecarSchema.parse(parse(readFileSync(join(listings, `${path}.yaml`), 'utf8')));
const only = ([path]: readonly string[]) => join(listings, path ?? '');

describe('a run', () => {
	test('writes one file and its sidecar for each day that has papers', async () => {
		const run = await ranJson(simulatedWorld(noon), args(...range('2026-01-08', '2026-01-12')));
		expect(run).toMatchObject({ status: 0, asked: 4, unchanged: 0, empty: 1, problems: [] });
		expect(run.written).toEqual([
			'huggingface/2026-01-08.2026-01-11T120000Z.json.gz',
			'huggingface/2026-01-09.2026-01-11T120001Z.json.gz',
			'huggingface/2026-01-11.2026-01-11T120003Z.json.gz',
		]);
		expect(Object.keys(treeOf(listings))).toEqual(run.written.flatMap((path) => [path, `${path}.yaml`]));
		const [first = ''] = run.written;
		expect(textIn(join(listings, first))).toBe(JSON.stringify(days['2026-01-08']));
		expect(sidecarOf(first)).toEqual({
			source: 'Hugging Face Daily Papers',
			url: `${service.origin}/api/daily_papers?date=2026-01-08&limit=100&p=0`,
			captured: '2026-01-11T12:00:00Z',
			day: '2026-01-08',
			etag: expect.any(String),
		});
	});

	test('packs with a header of no time and no system', () => {
		const bytes = new TextEncoder().encode('[]');
		expect([...packed(bytes).subarray(0, 10)]).toEqual([31, 139, 8, 0, 0, 0, 0, 0, 2, 255]);
		expect(packed(bytes)).toEqual(packed(bytes));
	});

	test('tells a person what it did', async () => {
		const run = await ranFetch(simulatedWorld(noon), args(...range('2026-01-08', '2026-01-10')));
		expect(run).toMatchObject({ status: 0, stdout: '3 days asked for: 2 written, 0 unchanged, 1 empty, 0 problems.' });
		expect(run.stderr).toContain('3 days are due.');
		expect(run.stderr).toContain('huggingface 2026-01-08  huggingface/2026-01-08.2026-01-11T120000Z.json.gz, 3 papers');
	});

	test('names Daybook, the repository and the contact', async () => {
		const before = process.env['GITHUB_REPOSITORY'];
		process.env['GITHUB_REPOSITORY'] = 'ann/harbour';
		await ranFetch(simulatedWorld(noon), args(...range('2026-01-08'), '--contact', 'ann@example.org'));
		if (before === undefined) delete process.env['GITHUB_REPOSITORY'];
		else process.env['GITHUB_REPOSITORY'] = before;
		expect(service.requests[0]?.headers['user-agent']).toMatch(
			/^Daybook\/\d+\.\d+\.\d+ \(\+https:\/\/github\.com\/ann\/harbour; ann@example\.org\)$/,
		);
	});

	test('without news changes no byte, and asks only for what is still due', async () => {
		await ranJson(simulatedWorld(noon), args());
		const before = treeOf(listings);
		service.requests = [];
		const again = await ranJson(simulatedWorld('2026-01-11T18:00:00Z'), args());
		expect(again).toMatchObject({ status: 0, written: [], unchanged: 0, problems: [] });
		// The days without papers only.
		expect(service.requests.map(({ url }) => url)).not.toContainEqual(expect.stringMatching(/2026-01-(08|09|11)/));
		expect(treeOf(listings)).toEqual(before);
	});

	test('asks nothing with --dry-run, and says why it would', async () => {
		await ranJson(simulatedWorld('2026-01-08T12:00:00Z'), args(...range('2026-01-08')));
		service.requests = [];
		const before = treeOf(listings);
		const dry = await ranFetch(simulatedWorld(noon), args('--dry-run', ...range('2026-01-07', '2026-01-08')));
		expect(dry.stdout).toBe(
			[
				`huggingface 2026-01-07  not captured yet  ${service.origin}/api/daily_papers?date=2026-01-07&limit=100&p=0`,
				`huggingface 2026-01-08  to be captured again after 1 day  ${service.origin}/api/daily_papers?date=2026-01-08&limit=100&p=0`,
			].join('\n'),
		);
		const asJson = await ranFetch(simulatedWorld(noon), args('--dry-run', '--json', ...range('2026-01-08')));
		expect(JSON.parse(asJson.stdout)).toMatchObject({
			due: [{ source: 'huggingface', day: '2026-01-08' }],
			problems: [],
		});
		expect(service.requests).toEqual([]);
		expect(treeOf(listings)).toEqual(before);
	});
});

describe('a second capture of a day', () => {
	const day = '2026-01-09';
	const capture = (now: string) => ranJson(simulatedWorld(now), args(...range(day)));
	const withUpvotes = (upvotes: number) => playback({ [day]: [dailyItem(1, day, { paper: { upvotes } })] });

	test('is a second file, which sorts behind the first', async () => {
		service.answer = withUpvotes(3);
		const first = await capture('2026-01-09T12:00:00Z');
		service.answer = withUpvotes(30);
		const second = await capture('2026-01-10T12:00:00Z');
		service.answer = withUpvotes(300);
		const third = await capture('2026-01-16T12:00:00Z');
		const paths = [...first.written, ...second.written, ...third.written];
		expect(paths).toHaveLength(3);
		expect([...paths].sort()).toEqual(paths);
		expect(Object.keys(treeOf(listings))).toHaveLength(6);
		expect(await capture('2026-02-16T12:00:00Z')).toMatchObject({ asked: 0 });
	});

	test('that the source calls unchanged is none', async () => {
		service.answer = withUpvotes(3);
		await capture('2026-01-09T12:00:00Z');
		const before = treeOf(listings);
		expect(await capture('2026-01-10T12:00:00Z')).toMatchObject({ status: 0, asked: 1, written: [], unchanged: 1 });
		expect(service.requests[1]?.headers['if-none-match']).toBeDefined();
		expect(treeOf(listings)).toEqual(before);
	});

	test('of the same bytes is none', async () => {
		service.answer = json([dailyItem(1, day)]);
		await capture('2026-01-09T12:00:00Z');
		const before = treeOf(listings);
		expect(await capture('2026-01-10T12:00:00Z')).toMatchObject({ asked: 1, written: [], unchanged: 1 });
		expect(treeOf(listings)).toEqual(before);
	});

	test('is made where the newest is damaged, without a condition', async () => {
		service.answer = withUpvotes(3);
		const { written } = await capture('2026-01-09T12:00:00Z');
		writeFileSync(only(written), 'damaged');
		expect((await capture('2026-01-10T12:00:00Z')).written).toHaveLength(1);
		expect(service.requests[1]?.headers['if-none-match']).toBeUndefined();
	});
});

describe('time that goes backwards', () => {
	const day = '2026-01-09';

	test('between runs leaves the days out whose captures are of the future', async () => {
		await ranJson(simulatedWorld('2026-01-10T12:00:00Z'), args(...range(day)));
		const before = treeOf(listings);
		service.requests = [];
		const run = await ranJson(simulatedWorld('2026-01-09T12:00:00Z'), args(...range('2026-01-08', day)));
		expect(run).toMatchObject({ status: 1, asked: 1, codes: ['source/clock'] });
		expect(run.problems[0]?.location?.file).toContain('2026-01-09.2026-01-10T120000Z.json.gz');
		expect(treeOf(listings)).toMatchObject(before);
		expect(service.requests.map(({ url }) => url)).not.toContainEqual(expect.stringContaining(day));
	});

	test('within a run leaves out the day, and overwrites nothing', async () => {
		service.answer = json([dailyItem(1, day)]);
		await ranJson(simulatedWorld('2026-01-09T12:00:00Z'), args(...range(day)));
		const before = treeOf(listings);
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		service.answer = (request, response) => {
			world.time = Date.parse('2026-01-09T11:00:00Z');
			json([dailyItem(2, day)])(request, response, 0);
		};
		expect(await ranJson(world, args(...range(day)))).toMatchObject({
			status: 1,
			codes: ['source/clock'],
			written: [],
		});
		expect(treeOf(listings)).toEqual(before);
	});

	test('at the server is no matter', async () => {
		service.answer = json([dailyItem(1, day)], { date: 'Thu, 01 Jan 1970 00:00:00 GMT' });
		const run = await ranJson(simulatedWorld(noon), args(...range(day)));
		expect(run).toMatchObject({ status: 0, written: [`huggingface/${day}.2026-01-11T120000Z.json.gz`] });
	});
});

describe('arXiv', () => {
	const day = '2026-01-09';
	const entries = [arxivEntry(1, day), arxivEntry(2, day)];
	const feed = (updated: string) => status(200, {}, arxivFeed(entries, 2, updated));

	test('is kept by category, and is nobody’s daily list', async () => {
		service.answer = feed('2026-01-11T00:00:00Z');
		const run = await ranJson(
			simulatedWorld(noon),
			args('--source', 'arxiv', '--category', 'cs.CL', '--category', 'math-ph', ...range(day)),
		);
		expect(run).toMatchObject({ status: 0, asked: 2 });
		expect(run.written).toEqual([
			'arxiv/cs.CL/2026-01-09.2026-01-11T120000Z.xml.gz',
			'arxiv/math-ph/2026-01-09.2026-01-11T120003Z.xml.gz',
		]);
		expect(sidecarOf(run.written[0] ?? '')).toMatchObject({ source: 'arXiv, cs.CL', day: null, captured: noon });
	});

	test('says nothing new where only the time of its answer differs', async () => {
		service.answer = feed('2026-01-09T12:00:00Z');
		const all = [...args('--source', 'arxiv', '--category', 'cs.CL'), ...range(day)];
		await ranJson(simulatedWorld('2026-01-09T13:00:00Z'), all);
		service.answer = feed('2026-01-11T12:00:00Z');
		expect(await ranJson(simulatedWorld(noon), all)).toMatchObject({ asked: 1, written: [], unchanged: 1 });
	});
});

describe('what a killed run left', () => {
	test('is ended by the next: sidecars are written, beginnings removed', async () => {
		const { written } = await ranJson(simulatedWorld(noon), args(...range('2026-01-08')));
		const [path = ''] = written;
		const whole = sidecarOf(path);
		rmSync(join(listings, `${path}.yaml`));
		const beginning = join(listings, 'huggingface', '.2026-01-09.2026-01-11T120000Z.json.gz.4194305.new');
		writeFileSync(beginning, 'half');
		const run = await ranJson(simulatedWorld('2026-01-11T13:00:00Z'), args(...range('2026-01-08')));
		expect(run).toMatchObject({ status: 0, asked: 0, mended: [path] });
		const { etag: _, ...rest } = whole;
		expect(sidecarOf(path)).toEqual(rest);
		expect(Object.keys(treeOf(listings))).toEqual([path, `${path}.yaml`]);
	});

	test('leaves files of others alone', async () => {
		mkdirSync(join(listings, 'huggingface'), { recursive: true });
		const others = ['notes.txt', '.hidden', '2026-01-08.json', '2026-13-45.2026-01-11T120000Z.json.gz'];
		for (const name of others) writeFileSync(join(listings, 'huggingface', name), name);
		await ranJson(simulatedWorld(noon), args(...range('2026-01-07')));
		expect(Object.keys(treeOf(listings)).sort()).toEqual(others.map((name) => `huggingface/${name}`).sort());
	});
});

describe('wrong usage', () => {
	test.each([
		[['--source', 'elsewhere'], 'Allowed choices are huggingface, arxiv'],
		[['--source', 'arxiv'], 'arXiv is asked by category'],
		[['--category', 'cs.CL'], '--category is for --source arxiv'],
		[['--source', 'arxiv', '--category', '../up'], 'A category of arXiv is written'],
		[['--since', '2026-02-30'], 'A day is written YYYY-MM-DD'],
		[range('2026-01-09', '2026-01-08'), 'the first day, 2026-01-09, is later than the last, 2026-01-08'],
		[['--contact', 'ann\r\nx: y'], 'A contact is'],
		[['--from', 'http://example.org'], 'An address begins with https://'],
		[['--from', 'file:///etc'], 'An address begins with https://'],
	])('%j is refused before anything is asked', async (more, said) => {
		const error = await ranFetch(simulatedWorld(noon), ['--listings', listings, ...more]).catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toBeInstanceOf(CommanderError);
		expect(error).toMatchObject({ message: expect.stringContaining(said) });
		expect(treeOf(listings)).toEqual({});
	});
});
