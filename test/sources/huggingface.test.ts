import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DaybookError } from '../../src/errors.ts';
import { isoDateSchema } from '../../src/records/dates.ts';
import { huggingface } from '../../src/sources/huggingface.ts';
import { requester } from '../../src/sources/requests.ts';
import type { Known } from '../../src/sources/source.ts';
import { requireShared } from '../shared-material.ts';
import { dailyItem, dailyItems, pageAsked, playback } from './daily-items.ts';
import { type Answering, inTurn, json, localService, status } from './local-service.ts';
import { simulatedWorld } from './simulated-world.ts';

const day = '2026-01-09';
const service = await localService();
afterAll(() => service.close());
beforeEach(() => {
	service.requests = [];
});

const source = huggingface(service.origin);

async function fetched(answer: Answering, known: Known = { etag: null, lastModified: null }, of = day) {
	service.answer = answer;
	const requests = requester(simulatedWorld('2026-01-10T12:00:00Z'), { ...source.manners, agent: 'Daybook/test' });
	const got = await source.fetchDay(requests, isoDateSchema.parse(of), known);
	if (typeof got === 'string') return { said: got, text: null, problems: [] };
	const problems = got.problems.map(({ code, message }) => `${code}: ${message}`);
	return { said: null, text: new TextDecoder().decode(got.bytes), papers: got.papers, etag: got.etag, problems };
}

/** The error that fetching throws. */
async function failed(answer: Answering): Promise<DaybookError> {
	const error = await fetched(answer).catch((thrown: unknown) => thrown);
	if (error instanceof DaybookError) return error;
	throw new Error(`It did not fail: ${JSON.stringify(error)}`);
}

const idsIn = (text: string | null) => [...(text ?? '').matchAll(/"id":"([\d.]+)"/g)].map(([, id]) => id);

test('asks the documented address, as politely as its manners are', () => {
	expect(huggingface().addressOf(isoDateSchema.parse(day))).toBe(
		'https://huggingface.co/api/daily_papers?date=2026-01-09&limit=100&p=0',
	);
	expect(source.manners.gap).toBeGreaterThanOrEqual(1000);
});

describe('a day of one page', () => {
	test('is kept as it came', async () => {
		const text = `\n ${JSON.stringify(dailyItems(3, day), null, '\t')} \n`;
		const got = await fetched(playback({ [day]: text }));
		expect(got).toMatchObject({ text, papers: 3, problems: [] });
		expect(service.requests).toHaveLength(1);
		expect(await fetched(playback({ [day]: text }), { etag: got.etag ?? null, lastModified: null })).toMatchObject({
			said: 'unchanged',
		});
	});

	test('is empty where there are no papers', async () => {
		expect((await fetched(json([]))).said).toBe('empty');
	});
});

describe('a day of several pages', () => {
	test.each([50, 99, 100, 101, 200, 250])('of %i papers is one list', async (count) => {
		const items = dailyItems(count, day);
		const got = await fetched(playback({ [day]: items }));
		expect(JSON.parse(got.text ?? '')).toEqual(items);
		expect(got.problems).toEqual([]);
	});

	test('is asked for whole each time: its first page says nothing of the others', async () => {
		expect((await fetched(playback({ [day]: dailyItems(120, day) }))).etag).toBeNull();
		expect((await fetched(playback({ [day]: dailyItems(100, day) }))).etag).toBeNull();
	});

	test.each([
		[70, 50],
		[80, 30],
		[60, 20],
		[30, 30],
		[101, 100],
	])('is whole where the service cuts %d papers into pages of %d', async (count, length) => {
		const items = dailyItems(count, day);
		const pages: Answering = (request, response) => {
			const { page } = pageAsked(request);
			json(items.slice(page * length, (page + 1) * length))(request, response, 0);
		};
		expect((await fetched(pages)).papers).toBe(count);
	});

	test('is not asked for again where its length is no round number', async () => {
		expect((await fetched(json(dailyItems(33, day)))).papers).toBe(33);
		expect(service.requests).toHaveLength(1);
	});

	test('ends where pages repeat: what came is kept as it came', async () => {
		const text = JSON.stringify(dailyItems(100, day));
		expect(await fetched(status(200, {}, text))).toMatchObject({ text, papers: 100 });
		expect(service.requests).toHaveLength(2);
	});

	test('has each paper once where the list moves while it is read', async () => {
		const moving: Answering = (request, response) => {
			const { page } = pageAsked(request);
			// A paper that came in between has moved all others on by one place.
			const items = [...(page === 0 ? [] : [dailyItem(999, day)]), ...dailyItems(130, day)];
			json(items.slice(page * 100, page * 100 + 100))(request, response, 0);
		};
		const ids = idsIn((await fetched(moving)).text);
		expect(ids).toHaveLength(130);
		expect(new Set(ids).size).toBe(130);
	});

	test('that does not end is an error', async () => {
		const endless: Answering = (request, response) =>
			json(dailyItems(100, day, pageAsked(request).page * 100))(request, response, 0);
		expect((await failed(endless)).code).toBe('source/endless');
		expect(service.requests.length).toBeLessThan(50);
	});
});

/** What is changed in the second of three items, and what is said of it. */
const drifts: [change: { item?: object; paper?: object }, said: string][] = [
	[{ paper: { title: 12 } }, '[1].paper.title: expected a text, found a number'],
	[{ paper: { title: '' } }, '[1].paper.title: expected a text, found an empty text'],
	[{ paper: { upvotes: undefined } }, '[1].paper.upvotes: expected a number, found nothing'],
	[{ paper: { upvotes: '12' } }, '[1].paper.upvotes: expected a number, found a text'],
	[{ paper: { authors: { 0: 'Ann' } } }, '[1].paper.authors: expected a list, found an object'],
	[{ paper: { authors: [{ name: 'Ann' }, 'Bo'] } }, '[1].paper.authors[1]: expected an object, found a text'],
	[{ paper: { publishedAt: 'yesterday' } }, '[1].paper.publishedAt: expected a time, found a text'],
	[{ paper: { githubRepo: 7 } }, '[1].paper.githubRepo: expected a text, found a number'],
	[{ item: { numComments: null } }, '[1].numComments: expected a number, found null'],
	[{ item: { paper: [] } }, '[1].paper: expected an object, found a list'],
];

describe('a change of form', () => {
	test.each(drifts)('in one item %j is named, and what could be read is kept as it came', async (change, said) => {
		const items = [dailyItem(1, day), dailyItem(2, day, change), dailyItem(3, day)];
		const got = await fetched(json(items));
		expect(got.text).toBe(JSON.stringify(items));
		expect(got.problems).toEqual([
			`source/changed: The service does not answer in the form that Daybook reads. ${said}.`,
		]);
	});

	test('in all items is told once, with their number', async () => {
		const items = [1, 2, 3].map((number) => dailyItem(number, day, { paper: { upvotes: null } }));
		const got = await fetched(json(items));
		expect(got.problems).toEqual([
			expect.stringContaining('[0].paper.upvotes: expected a number, found null, and 2 more like it.'),
		]);
		expect(got.papers).toBe(3);
	});

	test.each([
		[[1, 'two', null], '[0]: expected an object, found a number, and 2 more like it'],
		[[{ article: {} }], '[0].paper: expected an object, found nothing'],
		[{ papers: [] }, 'The answer: expected a list, found an object'],
		[null, 'The answer: expected a list, found null'],
	])('that leaves nothing to read is an error: %j', async (answer, said) => {
		const error = await failed(json(answer));
		expect(error.code).toBe('source/changed');
		expect(error.message).toContain(said);
		expect(error.location?.file).toContain(`${service.origin}/api/daily_papers?date=${day}`);
	});

	test('fields that Daybook does not know are none', async () => {
		const items = [dailyItem(1, day, { paper: { sort: 7 }, item: { badge: ['new'] } })];
		expect((await fetched(json(items))).problems).toEqual([]);
	});
});

describe('hostile answers', () => {
	test('a field of 10 MB costs its item only, and is named', async () => {
		const long = dailyItem(2, day, { paper: { summary: 'x'.repeat(10_000_000) } });
		const got = await fetched(json([dailyItem(1, day), long, dailyItem(3, day)]));
		expect(got.text).toBe(JSON.stringify([dailyItem(1, day), dailyItem(3, day)]));
		expect(got.problems).toEqual([
			expect.stringMatching(/^source\/oversized: \[1\]\.paper\.summary is longer than 1 MB/),
		]);
		expect((await failed(json([long]))).code).toBe('source/oversized');
	});

	test('an item that is nested too deep is left out', async () => {
		const deep = JSON.stringify(dailyItem(2, day)).replace(
			'{',
			`{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},`,
		);
		const got = await fetched(status(200, {}, `[${JSON.stringify(dailyItem(1, day))},${deep}]`));
		expect(got.text).toBe(JSON.stringify([dailyItem(1, day)]));
		expect(got.problems).toHaveLength(1);
	});

	test('__proto__ and its like change nothing, and stay what they are', async () => {
		const hostile = '{"__proto__":{"title":"polluted","isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},';
		const text = `[${JSON.stringify(dailyItem(1, day)).replace('{', hostile)}]`;
		const got = await fetched(status(200, {}, text));
		expect(got).toMatchObject({ text, papers: 1, problems: [] });
		expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
		const without = `[{"__proto__":{"paper":${JSON.stringify(dailyItem(1, day).paper)}}}]`;
		expect((await failed(status(200, {}, without))).message).toContain('[0].paper: expected an object, found nothing');
	});
});

describe('what is not JSON', () => {
	const html = '<!doctype html>\n<title>Busy\u0007\u001b[31m\u202e</title>';

	test('may pass', async () => {
		expect((await fetched(inTurn(status(200, {}, html), json(dailyItems(1, day))))).papers).toBe(1);
	});

	test.each([
		[html, '<!doctype html> <title>Busy [31m </title>'],
		['[{"paper":', '[{"paper":'],
		['', ''],
		[new Uint8Array([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d]), '["\ufffd\ufffd"]'],
	])('is quoted when it stays, without what steers a terminal (case %#)', async (body, quoted) => {
		const error = await failed(status(200, {}, body));
		expect(error.code).toBe('source/not-json');
		expect(error.message).toBe(`The answer is not JSON. It begins: ${quoted}`);
		expect(service.requests).toHaveLength(source.manners.tries);
	});
});

test('what people write in place of an address is no fault of the service', async () => {
	const odd = dailyItem(1, day, {
		paper: { projectPage: 'example.org/me', githubRepo: '', organization: { name: '' } },
	});
	expect(await fetched(json([odd]))).toMatchObject({ papers: 1, problems: [] });
});

describe('another day than was asked for', () => {
	test('of some papers is told, of all is an error', async () => {
		const other = dailyItem(2, '2026-01-08');
		const got = await fetched(json([dailyItem(1, day), other]));
		expect(got.papers).toBe(2);
		expect(got.problems).toEqual([
			expect.stringContaining('Of 2 papers of 2026-01-09, 1 are of another day, such as 2026-01-08.'),
		]);
		expect((await failed(json([other]))).code).toBe('source/other-day');
	});

	test('of all papers of a weekend is an empty day, of some is told', async () => {
		const saturday = isoDateSchema.parse('2026-01-10');
		const friday = dailyItem(1, day);
		expect((await fetched(json([friday]), undefined, saturday)).said).toBe('empty');
		const got = await fetched(json([friday, dailyItem(2, saturday)]), undefined, saturday);
		expect(got).toMatchObject({ papers: 2, problems: [expect.stringContaining('1 are of another day')] });
	});

	test('is not taken from the date of a paper', async () => {
		const older = dailyItem(1, day, {
			paper: { publishedAt: '2025-12-30T00:00:00.000Z', submittedOnDailyAt: undefined },
		});
		expect((await fetched(json([older]))).problems).toEqual([]);
	});
});

test('real days are taken as they came, without a problem', async (context) => {
	const folder = requireShared(context, 'captures/huggingface-api');
	const days = readdirSync(folder).flatMap((name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		const list: unknown = JSON.parse(text);
		// Some collectors wrapped the answer, or wrote its items as strings.
		const isAnswer = Array.isArray(list) && list.every((item) => typeof item === 'object');
		return isAnswer ? [{ of: name.slice(0, 10), text }] : [];
	});
	expect(days.length).toBeGreaterThan(200);
	for (const { of, text } of days) {
		const got = await fetched(playback({ [of]: text }), undefined, of);
		expect({ of, text: got.text === text, problems: got.problems }).toEqual({ of, text: true, problems: [] });
	}
});
