import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DaybookError } from '../../src/errors.ts';
import { readListing } from '../../src/listings/read.ts';
import { isoDateSchema } from '../../src/records/dates.ts';
import type { Listing } from '../../src/records/listing.ts';
import { arxiv, arxivManners, isCategory } from '../../src/sources/arxiv.ts';
import { readFeed } from '../../src/sources/atom.ts';
import { requester } from '../../src/sources/requests.ts';
import { requireShared } from '../shared-material.ts';
import { arxivEntry, arxivError, arxivFeed, arxivPlayback } from './arxiv-feed.ts';
import { type Answering, inTurn, localService, status } from './local-service.ts';
import { simulatedWorld } from './simulated-world.ts';

const day = '2026-01-09';
const service = await localService();
afterAll(() => service.close());
beforeEach(() => {
	service.requests = [];
});

const source = arxiv('cs.CL', service.origin);
const entries = (count: number) => Array.from({ length: count }, (_, index) => arxivEntry(index, day));

async function fetched(answer: Answering) {
	service.answer = answer;
	const world = simulatedWorld('2026-01-10T12:00:00Z');
	const requests = requester(world, { ...source.manners, agent: 'Daybook/test' });
	const got = await source.fetchDay(requests, isoDateSchema.parse(day), { etag: null, lastModified: null });
	if (typeof got === 'string') return { said: got, bytes: new Uint8Array(), text: '', problems: [], world };
	const problems = got.problems.map(({ code, message }) => `${code}: ${message}`);
	return {
		said: null,
		bytes: got.bytes,
		text: new TextDecoder().decode(got.bytes),
		papers: got.papers,
		problems,
		world,
	};
}

function listingOf(bytes: Uint8Array): Listing {
	const listing = readListing({ file: 'x.xml', bytes, sidecar: null });
	if ('entries' in listing) return listing;
	throw new Error('No dialect reads it.');
}

async function failed(answer: Answering): Promise<DaybookError> {
	const error = await fetched(answer).catch((thrown: unknown) => thrown);
	if (error instanceof DaybookError) return error;
	throw new Error('It did not fail.');
}

const feed = (...given: Parameters<typeof arxivFeed>) =>
	status(200, { 'content-type': 'application/atom+xml' }, arxivFeed(...given));

test('asks for what was submitted to a category on a day, in UTC', () => {
	const url = new URL(arxiv('cs.CL').addressOf(isoDateSchema.parse(day)));
	expect(url.origin + url.pathname).toBe('https://export.arxiv.org/api/query');
	expect(Object.fromEntries(url.searchParams)).toMatchObject({
		search_query: 'cat:cs.CL AND submittedDate:[202601090000 TO 202601092359]',
		sortBy: 'submittedDate',
		sortOrder: 'ascending',
		start: '0',
	});
	expect(arxivManners.gap).toBe(3000);
});

test.each([
	...[
		'cs.CL',
		'math-ph',
		'cond-mat.mes-hall',
		'physics.ao-ph',
		'physics.optics',
		'q-bio.BM',
		'astro-ph.CO',
		'hep-th',
		'eess.AS',
	].map((name) => [name, true] as const),
	...['', 'cs', 'cs.cl', 'CS.CL', 'cs.', '../x', 'cs/CL', 'cs.CL OR cat:math', 'cs.CL]', 'con.', 'a'.repeat(99)].map(
		(name) => [name, false] as const,
	),
])('%j is a category: %s', (name, expected) => {
	expect(isCategory(name)).toBe(expected);
});

describe('a day', () => {
	test('of one page is kept as it came', async () => {
		const got = await fetched(feed(entries(3)));
		expect(got).toMatchObject({ text: arxivFeed(entries(3)), papers: 3, problems: [] });
		expect(service.requests).toHaveLength(1);
	});

	test('of several pages is one feed, asked for in steps of three seconds', async () => {
		const got = await fetched(arxivPlayback(entries(450)));
		expect(got.papers).toBe(450);
		expect(got.world.waits).toEqual([3000, 3000]);
		const listing = listingOf(got.bytes);
		expect(listing).toMatchObject({ dialect: 'arxiv-atom', day: null, problems: [] });
		expect(listing.entries.map(({ arxivId }) => arxivId)).toEqual(
			Array.from({ length: 450 }, (_, index) => `2601.${10_000 + index}`),
		);
		expect(listing.entries.at(-1)).toMatchObject({
			title: 'Lighthouses & tides, part 449',
			published: day,
			authorCount: 2,
		});
		expect(got.text).toContain('what a keeper sees &lt;twice&gt;.');
	});

	test('without papers is empty', async () => {
		expect((await fetched(feed([]))).said).toBe('empty');
	});

	test('ends where pages repeat, and says what is missing', async () => {
		const got = await fetched(feed(entries(200), 5000));
		expect(got.papers).toBe(200);
		expect(got.problems).toEqual(['source/incomplete: arXiv says that there are 5000 papers, and gave only 200.']);
		expect(service.requests).toHaveLength(2);
	});

	test('keeps what came where the rest never comes', async () => {
		const cut: Answering = (request, response, nth) => {
			const start = Number(new URL(request.url ?? '', 'http://x').searchParams.get('start'));
			feed(start === 0 ? entries(2) : [], 5)(request, response, nth);
		};
		const got = await fetched(cut);
		expect(got.papers).toBe(2);
		expect(got.problems).toEqual(['source/incomplete: arXiv says that there are 5 papers, and gave only 2.']);
	});

	test('has each paper once where the list moves while it is read', async () => {
		const moving: Answering = (request, response) => {
			const start = Number(new URL(request.url ?? '', 'http://x').searchParams.get('start'));
			const list = start === 0 ? entries(210) : [arxivEntry(9000, day), ...entries(210)];
			response.end(arxivFeed(list.slice(start, start + 200), list.length));
		};
		expect((await fetched(moving)).papers).toBe(210);
	});
});

describe('news', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);

	test('are entries, not the time of the answer', () => {
		const before = bytes(arxivFeed(entries(2), 2, '2026-01-10T00:00:00Z'));
		expect(source.sameNews(before, bytes(arxivFeed(entries(2), 2, '2026-01-11T00:00:00Z')))).toBe(true);
		expect(source.sameNews(before, bytes(arxivFeed(entries(3), 3, '2026-01-10T00:00:00Z')))).toBe(false);
		expect(source.sameNews(before, bytes(arxivFeed([arxivEntry(0, day), arxivEntry(1, day, 'Another')])))).toBe(false);
	});
});

describe('answers that may pass', () => {
	const good = feed(entries(2));

	test.each([
		['an error', status(200, {}, arxivError), 'source/refused', 'arXiv answered with an error: incorrect query'],
		[
			'an empty page in the midst',
			feed([], 12),
			'source/incomplete',
			'arXiv says that there are 12 papers, and gave none.',
		],
		[
			'HTML',
			status(200, {}, '<!doctype html><p>Rate exceeded.'),
			'source/not-atom',
			'The answer is not an Atom feed. It begins: <!doctype html><p>Rate exceeded.',
		],
		['half a feed', status(200, {}, arxivFeed(entries(2)).slice(0, 900)), 'source/not-atom', null],
		['another kind of XML', status(200, {}, '<rss><channel/></rss>'), 'source/not-atom', null],
	])('%s', async (_, answer, code, message) => {
		expect((await fetched(inTurn(answer, good))).papers).toBe(2);
		service.requests = [];
		const error = await failed(answer);
		expect(error.code).toBe(code);
		if (message !== null) expect(error.message).toBe(message);
		expect(service.requests).toHaveLength(arxivManners.tries);
	});

	test('an empty second page', async () => {
		const holed: Answering = (request, response, count) => {
			const start = Number(new URL(request.url ?? '', 'http://x').searchParams.get('start'));
			const page = start === 200 && count === 0 ? [] : entries(250).slice(start, start + 200);
			response.end(arxivFeed(page, 250));
		};
		expect((await fetched(holed)).papers).toBe(250);
	});
});

describe('changes of form', () => {
	test('are named, and what could be read is kept', async () => {
		const odd = arxivEntry(1, day)
			.replace(/<published>.*<\/published>/, '')
			.replace(/<author>.*<\/author>/g, '');
		const got = await fetched(feed([arxivEntry(0, day), odd]));
		expect(got.papers).toBe(2);
		expect(got.problems).toEqual([
			expect.stringContaining('entry[1].published: expected a text, found nothing, and 1 more like it.'),
		]);
	});

	test('that leave nothing to read are errors', async () => {
		const odd = entries(2).map((entry) => entry.replaceAll('title>', 'name>'));
		expect((await failed(feed(odd))).code).toBe('source/changed');
	});

	test('another day than was asked for', async () => {
		const other = arxivEntry(1, '2026-01-08');
		expect((await fetched(feed([arxivEntry(0, day), other]))).problems).toEqual([
			expect.stringMatching(/^source\/other-day: .*2026-01-08/),
		]);
		expect((await failed(feed([other]))).code).toBe('source/other-day');
	});
});

describe('hostile documents', () => {
	test('cannot declare entities', () => {
		const bomb = `<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${arxivFeed([arxivEntry(0, day, '&b;')]).slice(39)}`;
		expect(readFeed(bomb)).toBeNull();
		expect(readFeed(arxivFeed([arxivEntry(0, day, '&b; &lt;i&gt;')]))?.entries[0]?.title).toBe('&b; <i>');
	});

	test('keep entries apart whatever their texts hold', () => {
		const odd = arxivEntry(0, day, '<![CDATA[</entry><entry>]]> <!-- </entry> --> x');
		const read = readFeed(arxivFeed([odd, arxivEntry(1, day)]));
		expect(read?.entries.map(({ source: text }) => text)).toEqual([odd, arxivEntry(1, day)]);
	});

	test('of names that no object may have, or nested without end, are no feeds or change nothing', () => {
		for (const name of ['__proto__', 'constructor', 'prototype']) {
			readFeed(`<feed><entry><${name}><isAdmin>1</isAdmin></${name}></entry></feed>`);
			expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
		}
		expect(readFeed(`<feed>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</feed>`)).toBeNull();
	});
});

test('a real answer of the API is read as our dialect reads it', (context) => {
	const path = join(requireShared(context, 'captures/arxiv'), 'sotawhat_arxiv_transformer.xml');
	const bytes = readFileSync(path);
	const read = readFeed(bytes.toString());
	const listing = listingOf(bytes);
	expect(read?.total).toBe(28_946);
	expect(
		read?.entries.map(({ title, summary, authors, published }) => ({
			title,
			summary,
			authors,
			published: published.slice(0, 10),
		})),
	).toEqual(
		listing.entries.map(({ title, abstract, authors, published }) => ({
			title,
			summary: abstract,
			authors: authors.map(({ name }) => name),
			published,
		})),
	);
	const all = read?.entries.map(({ source: text }) => text) ?? [];
	expect(bytes.toString().replace(/\s/g, '')).toBe(
		((read?.head ?? '') + all.join('') + (read?.tail ?? '')).replace(/\s/g, ''),
	);
});
