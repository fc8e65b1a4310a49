import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DaybookError } from '../../src/errors.ts';
import { type Manners, requester, type Wanted } from '../../src/sources/requests.ts';
import { type Answering, cutOff, inTurn, json, localService, status } from './local-service.ts';
import { simulatedWorld } from './simulated-world.ts';

const service = await localService();
const elsewhere = await localService(json(['elsewhere']));
afterAll(() => Promise.all([service.close(), elsewhere.close()]));
beforeEach(() => {
	service.requests = [];
	elsewhere.requests = [];
});

const manners: Manners = {
	agent: 'Daybook/test (+https://example.org)',
	gap: 1000,
	tries: 4,
	most: 1_000_000,
	patience: 30_000,
	longest: 300_000,
};
const accept = { accept: 'application/json' };

/** Asks once; what came, or the error. */
async function asked(answer: Answering, wanted: Wanted = accept, world = simulatedWorld('2026-01-10T12:00:00Z')) {
	service.answer = answer;
	const pauses: string[] = [];
	const requests = requester(world, { ...manners, pausing: ({ why }) => pauses.push(why.code) });
	try {
		const got = await requests.get(`${service.origin}/list`, wanted);
		return { text: got === 'unchanged' ? got : new TextDecoder().decode(got.fresh), error: null, world, pauses };
	} catch (error) {
		if (!(error instanceof DaybookError)) throw error;
		expect(error.location?.file).toBe(`${service.origin}/list`);
		expect(error.hint).not.toBe('');
		return { text: null, error, world, pauses };
	}
}

test('says who asks and what is wanted', async () => {
	const { text } = await asked(json(['a']));
	expect(text).toBe('["a"]');
	expect(service.requests[0]?.headers).toMatchObject({ 'user-agent': manners.agent, accept: 'application/json' });
	expect(service.requests[0]?.headers['if-none-match']).toBeUndefined();
});

describe('conditional requests', () => {
	test('give what to ask with, and take 304 for unchanged', async () => {
		service.answer = json(['a'], { etag: '"x"', 'last-modified': 'Sat, 10 Jan 2026 12:00:00 GMT' });
		const requests = requester(simulatedWorld('2026-01-10T12:00:00Z'), manners);
		const first = await requests.get(`${service.origin}/list`, accept);
		expect(first).toMatchObject({ etag: '"x"', lastModified: 'Sat, 10 Jan 2026 12:00:00 GMT' });
		service.answer = status(304);
		expect(await requests.get(`${service.origin}/list`, { ...accept, etag: '"x"', lastModified: 'then' })).toBe(
			'unchanged',
		);
		expect(service.requests[1]?.headers).toMatchObject({ 'if-none-match': '"x"', 'if-modified-since': 'then' });
	});

	test('304 to a question without a condition is refused', async () => {
		expect((await asked(status(304))).error?.code).toBe('source/refused');
	});
});

describe('what may pass is asked for again', () => {
	test.each([408, 425, 429, 500, 502, 503, 504, 522])('%i, then an answer', async (code) => {
		const { text, world } = await asked(inTurn(status(code), json(['a'])));
		expect(text).toBe('["a"]');
		expect(world.waits[0]).toBe(500);
		expect(service.requests).toHaveLength(2);
	});

	test('a connection that is cut in the middle, then an answer', async () => {
		const { text, pauses } = await asked(inTurn(cutOff, json(['a'])));
		expect(text).toBe('["a"]');
		expect(pauses).toEqual(['source/unavailable']);
	});

	test('a packed answer that is damaged, then an answer', async () => {
		const damaged = gzipSync(JSON.stringify(['a'.repeat(5000)])).fill(255, 12);
		const { text } = await asked(inTurn(status(200, { 'content-encoding': 'gzip' }, damaged), json(['a'])));
		expect(text).toBe('["a"]');
	});

	test('a flaw, which is thrown when it stays', async () => {
		const error = new DaybookError({
			code: 'source/odd',
			message: 'Odd.',
			hint: 'see',
			location: { file: `${service.origin}/list` },
		});
		const flaw = (bytes: Uint8Array) => (new TextDecoder().decode(bytes) === '["odd"]' ? error : null);
		expect((await asked(inTurn(json(['odd']), json(['a'])), { ...accept, flaw })).text).toBe('["a"]');
		expect((await asked(json(['odd']), { ...accept, flaw })).error).toBe(error);
	});

	test('as often as is allowed, each pause up to twice as long', async () => {
		const { error, world } = await asked(status(500));
		expect(error?.code).toBe('source/unavailable');
		expect(error?.message).toBe('The service answered 500.');
		expect(service.requests).toHaveLength(manners.tries);
		// Half of 1, 2 and 4 seconds; after the first, the gap makes a second of it.
		expect(world.waits).toEqual([500, 500, 1000, 2000]);
	});

	test('a server that is not there', async () => {
		const gone = await localService();
		await gone.close();
		const error = await requester(simulatedWorld('2026-01-10T12:00:00Z'), manners)
			.get(`${gone.origin}/list`, accept)
			.catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({ code: 'source/unavailable', message: expect.stringContaining('ECONNREFUSED') });
	});
});

describe('429 with Retry-After', () => {
	test.each([
		['seconds', { 'retry-after': '7' }, 7000],
		['a date', { date: 'Sat, 10 Jan 2026 12:00:00 GMT', 'retry-after': 'Sat, 10 Jan 2026 12:00:09 GMT' }, 9000],
	])('waits as it says: %s', async (_, headers, ms) => {
		const { text, world } = await asked(inTurn(status(429, headers), json(['a'])));
		expect(text).toBe('["a"]');
		expect(world.waits).toEqual([ms]);
	});

	test.each([
		['4000', '2026-01-10T13:06:40Z'],
		['99999999999999999999', '9999-12-31T00:00:00Z'],
	])('gives up where it asks for longer than ten minutes: %s', async (seconds, until) => {
		const { error, world } = await asked(status(429, { 'retry-after': seconds }));
		expect(error?.code).toBe('source/rate-limited');
		expect(error?.hint).toContain(until);
		expect(service.requests).toHaveLength(1);
		expect(world.waits).toEqual([]);
	});

	test('that stays is a rate limit', async () => {
		expect((await asked(status(429, { 'retry-after': '1' }))).error?.code).toBe('source/rate-limited');
		expect(service.requests).toHaveLength(manners.tries);
	});
});

describe('what will not be otherwise the next time is asked for once', () => {
	test.each([400, 401, 403, 404, 410, 204, 206])('%i', async (code) => {
		const { error } = await asked(status(code));
		expect(error?.code).toBe('source/refused');
		expect(error?.message).toContain(String(code));
		expect(service.requests).toHaveLength(1);
	});

	test('a packed answer that grows beyond what is held', async () => {
		const bomb = gzipSync(new Uint8Array(50_000_000));
		expect(bomb.byteLength).toBeLessThan(100_000);
		const { error } = await asked(status(200, { 'content-encoding': 'gzip' }, bomb));
		expect(error?.code).toBe('source/too-large');
		expect(service.requests).toHaveLength(1);
	});

	test('of such an answer hardly more is read than is allowed', async () => {
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		let [given, isClosed] = [0, false];
		world.fetch = async () =>
			new Response(
				new ReadableStream<Uint8Array>({
					pull(controller) {
						given += 100_000;
						controller.enqueue(new Uint8Array(100_000));
					},
					cancel() {
						isClosed = true;
					},
				}),
			);
		expect((await asked(json([]), accept, world)).error?.code).toBe('source/too-large');
		expect(given).toBeLessThanOrEqual(manners.most + 300_000);
		expect(isClosed).toBe(true);
	});
});

describe('redirects', () => {
	const to = (location: string) => status(302, { location });

	test('are followed within the service, each after the gap', async () => {
		service.answer = (request, response) =>
			(request.url === '/list' ? to('/new/list') : json(['moved']))(request, response, 0);
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		const got = await requester(world, manners).get(`${service.origin}/list`, accept);
		expect(got).toMatchObject({ fresh: new TextEncoder().encode('["moved"]') });
		expect(world.waits).toEqual([1000]);
	});

	test('elsewhere are not', async () => {
		const { error } = await asked(to(`${elsewhere.origin}/list`));
		expect(error?.code).toBe('source/moved');
		expect(error?.message).toContain(elsewhere.origin);
		expect(elsewhere.requests).toEqual([]);
	});

	test.each(['http://[', 'file:///etc/passwd', 'javascript:0', '//example.org/'])('nor to %s', async (location) => {
		expect((await asked(to(location))).error?.code).toBe('source/moved');
		expect(service.requests).toHaveLength(1);
	});

	test('that go round end', async () => {
		expect((await asked(to('/list'))).error?.code).toBe('source/moved');
		expect(service.requests).toHaveLength(6);
	});
});

describe('an answer that does not come', () => {
	const silent = (isBegun: boolean, ring: () => void): Answering => {
		return (_request, response) => {
			if (isBegun) response.writeHead(200).write('[', ring);
			else ring();
		};
	};

	test.each([false, true])('is given up, and asked for again (begun: %s)', async (isBegun) => {
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		const { text, pauses } = await asked(
			inTurn(
				silent(isBegun, () => world.ring()),
				json(['a']),
			),
			accept,
			world,
		);
		expect(text).toBe('["a"]');
		expect(pauses).toEqual(['source/too-slow']);
		expect(world.alarms()).toBe(0);
	});

	test('is an error when it stays away', async () => {
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		const { error } = await asked(
			silent(true, () => world.ring()),
			accept,
			world,
		);
		expect(error?.code).toBe('source/too-slow');
	});

	test('has all its time again with each piece that comes', async () => {
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		const set: number[] = [];
		const { alarm } = world;
		world.alarm = (ms, ring) => {
			set.push(ms);
			return alarm(ms, ring);
		};
		const pieces = ['["', 'a', '"]'].map((text) => new TextEncoder().encode(text));
		world.fetch = async () =>
			new Response(
				new ReadableStream<Uint8Array>({
					start(controller) {
						for (const piece of pieces) controller.enqueue(piece);
						controller.close();
					},
				}),
			);
		expect((await asked(json([]), accept, world)).text).toBe('["a"]');
		// For the beginning, for its headers, and for each piece.
		expect(set.filter((ms) => ms === manners.patience)).toHaveLength(2 + pieces.length);
		expect(world.alarms()).toBe(0);
	});

	test('that drips is given up when it takes too long in all', async () => {
		const rung: number[] = [];
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		const alarms = new Map<number, () => void>();
		world.alarm = (ms, ring) => {
			alarms.set(ms, ring);
			return () => alarms.delete(ms);
		};
		const drip: Answering = (_request, response) => {
			response.writeHead(200).write('[', () => {
				rung.push(manners.longest);
				alarms.get(manners.longest)?.();
			});
		};
		const { error } = await asked(drip, accept, world);
		expect(error?.code).toBe('source/too-slow');
		expect(error?.message).toContain('300 seconds');
		expect(rung).toHaveLength(manners.tries);
	});
});

describe('one at a time', () => {
	test('with the gap between the starts, also after one that failed', async () => {
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		let [open, most] = [0, 0];
		const starts: number[] = [];
		service.answer = (request, response) => {
			open += 1;
			most = Math.max(most, open);
			starts.push(world.time);
			setImmediate(() => {
				open -= 1;
				response.writeHead(request.url === '/2' ? 404 : 200).end('[]');
			});
		};
		const requests = requester(world, manners);
		const got = await Promise.allSettled(['/1', '/2', '/3'].map((path) => requests.get(service.origin + path, accept)));
		expect(got.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		expect(service.requests.map(({ url }) => url)).toEqual(['/1', '/2', '/3']);
		expect(most).toBe(1);
		expect(starts.map((time) => time - (starts[0] ?? 0))).toEqual([0, 1000, 2000]);
	});

	test('a clock that is set back makes nobody wait longer than the gap', async () => {
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		service.answer = json([]);
		const requests = requester(world, manners);
		await requests.get(`${service.origin}/1`, accept);
		world.time -= 86_400_000;
		await requests.get(`${service.origin}/2`, accept);
		expect(world.waits).toEqual([1000]);
	});
});

describe('stopping', () => {
	test('ends a request that waits for its answer', async () => {
		const stop = new AbortController();
		service.answer = () => stop.abort(new Error('enough'));
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		await expect(requester(world, manners).get(`${service.origin}/list`, accept, stop.signal)).rejects.toThrow(
			'enough',
		);
		expect(world.alarms()).toBe(0);
		expect(service.requests).toHaveLength(1);
	});

	test('asks nothing more', async () => {
		const stop = new AbortController();
		stop.abort(new Error('enough'));
		const world = simulatedWorld('2026-01-10T12:00:00Z');
		await expect(requester(world, manners).get(`${service.origin}/list`, accept, stop.signal)).rejects.toThrow(
			'enough',
		);
		expect(service.requests).toEqual([]);
	});
});
