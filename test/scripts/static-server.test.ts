import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basePathOf } from '../../scripts/base-path.ts';
import { type StaticServer, startStaticServer } from '../../scripts/static-server.ts';

/** Files that are sent as they are, and their types. */
const plainTypes = {
	'all.jsonl.gz': 'application/gzip',
	'all.csv': 'text/csv; charset=utf-8',
	'card.jpg': 'image/jpeg',
	'en_1.pf_index': 'application/octet-stream',
	'site.webmanifest': 'application/manifest+json; charset=utf-8',
};
/** Files that are compressed on the way. */
const packedTypes = {
	'all.json': 'application/json; charset=utf-8',
	'card.svg': 'image/svg+xml',
	'feed.xml': 'application/xml; charset=utf-8',
	'robots.txt': 'text/plain; charset=utf-8',
	'search.js': 'text/javascript; charset=utf-8',
};
const plainFiles = Object.keys({ ...plainTypes, ...packedTypes });

let outside = '';
let server: StaticServer;

beforeAll(async () => {
	outside = await mkdtemp(join(tmpdir(), 'daybook-server-'));
	const folder = join(outside, 'site');
	await mkdir(join(folder, 'papers/empty'), { recursive: true });
	await writeFile(join(outside, 'secret.html'), 'secret');
	await writeFile(join(folder, 'index.html'), 'home');
	await writeFile(join(folder, '404.html'), 'missing');
	await writeFile(join(folder, 'papers/index.html'), 'papers');
	await writeFile(join(folder, 'a b.css'), 'p {}');
	await writeFile(join(folder, 'papers.html'), 'papers as a file');
	for (const name of plainFiles) await writeFile(join(folder, name), 'text '.repeat(100));
	server = await startStaticServer({ folder, base: '/some/base/', port: 0 });
});

afterAll(async () => {
	await server.close();
	await rm(outside, { recursive: true });
});

test.each([
	['/some/base/', 200, 'home', 'text/html; charset=utf-8'],
	['/some/base/papers', 200, 'papers as a file', 'text/html; charset=utf-8'],
	['/some/base/404', 200, 'missing', 'text/html; charset=utf-8'],
	['/some/base/a/b/c/', 404, 'missing', 'text/html; charset=utf-8'],
	['/some/base/Papers/', 404, 'missing', 'text/html; charset=utf-8'],
	['/some/base/?q=x', 200, 'home', 'text/html; charset=utf-8'],
	['/some/base/papers/', 200, 'papers', 'text/html; charset=utf-8'],
	['/some/base/a%20b.css', 200, 'p {}', 'text/css; charset=utf-8'],
	['/some/base/404.html', 200, 'missing', 'text/html; charset=utf-8'],
	['/some/base/nothing/', 404, 'missing', 'text/html; charset=utf-8'],
	['/some/base/papers/empty/', 404, 'missing', 'text/html; charset=utf-8'],
	['/some/base/index.html/', 404, 'missing', 'text/html; charset=utf-8'],
	['/papers/', 404, 'missing', 'text/html; charset=utf-8'],
	['/some/base/%2e%2e%2fsecret.html', 404, 'missing', 'text/html; charset=utf-8'],
	['/some/base/..%5c..%5csecret.html', 404, 'missing', 'text/html; charset=utf-8'],
	['/some/base/%00', 404, 'missing', 'text/html; charset=utf-8'],
	['/some/base/%ff', 404, 'missing', 'text/html; charset=utf-8'],
])('%s answers %d', async (path, status, text, type) => {
	const answer = await fetch(new URL(path, server.url));
	expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([status, text, type]);
});

test.each([
	['/some/base?x=1', '/some/base/?x=1'],
	['/some/base/papers/empty?x=1', '/some/base/papers/empty/?x=1'],
])('%s, a folder without its slash, leads to %s', async (path, location) => {
	const answer = await fetch(new URL(path, server.url), { redirect: 'manual' });
	expect([answer.status, answer.headers.get('location')]).toEqual([301, location]);
});

describe('what goes over the line', () => {
	test.each(Object.entries(packedTypes))('%s is compressed for those who take it', async (name, type) => {
		const { headers, bytes } = await exchange(name, { 'accept-encoding': 'deflate, gzip;q=0.8' });
		expect(headers).toMatchObject({ 'content-type': type, 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
		expect(headers['content-length']).toBe(String(bytes.length));
		expect(gunzipSync(bytes).toString()).toBe('text '.repeat(100));
	});

	test.each(['identity', 'gzip;q=0', 'br', 'gzip; q=0.0, br'])('nothing is compressed for “%s”', async (accepted) => {
		const { headers, bytes } = await exchange('all.json', { 'accept-encoding': accepted });
		expect(headers['content-encoding']).toBeUndefined();
		expect(bytes.toString()).toBe('text '.repeat(100));
	});

	test.each(Object.entries(plainTypes))('%s is sent as it is', async (name, type) => {
		const { headers, bytes } = await exchange(name, { 'accept-encoding': 'gzip' });
		expect(headers).toMatchObject({ 'content-type': type, 'cache-control': 'max-age=600' });
		expect(headers['content-encoding']).toBeUndefined();
		expect(bytes.toString()).toBe('text '.repeat(100));
	});

	test('a page that is missing is compressed, and not kept', async () => {
		const { status, headers, bytes } = await exchange('nothing/', { 'accept-encoding': 'gzip' });
		expect([status, gunzipSync(bytes).toString()]).toEqual([404, 'missing']);
		expect(headers).not.toHaveProperty('cache-control');
		expect(headers).not.toHaveProperty('etag');
	});

	test('a head has what its page has, and no page', async () => {
		const { headers: whole } = await exchange('', {});
		const { status, headers, bytes } = await exchange('', {}, 'HEAD');
		expect([status, headers['content-length'], headers['etag'], bytes.length]).toEqual([200, '4', whole['etag'], 0]);
	});

	test('nothing can be sent to it', async () => {
		const { status, headers } = await exchange('', {}, 'POST');
		expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
	});
});

describe('what the client has already', () => {
	test.each([
		['its tag', ({ etag }: Version) => ({ 'if-none-match': etag }), 304],
		['its tag among others', ({ etag }: Version) => ({ 'if-none-match': `"a", ${etag}` }), 304],
		['another tag', () => ({ 'if-none-match': '"a"' }), 200],
		[
			'another tag of the same time',
			(v: Version) => ({ 'if-none-match': '"a"', 'if-modified-since': v.modified }),
			200,
		],
		['its time', ({ modified }: Version) => ({ 'if-modified-since': modified }), 304],
		['an earlier time', () => ({ 'if-modified-since': 'Mon, 24 Nov 2025 08:00:00 GMT' }), 200],
		['no time', () => ({ 'if-modified-since': 'yesterday' }), 200],
	])('by %s', async (_, asked, status) => {
		const { headers } = await exchange('card.svg', {});
		const version = { etag: String(headers['etag']), modified: String(headers['last-modified']) };
		const again = await exchange('card.svg', asked(version));
		expect(again.status).toBe(status);
		expect(again.bytes.length).toBe(status === 304 ? 0 : 500);
		expect(again.headers['etag']).toBe(version.etag);
	});
});

test('a port that is taken is refused', async () => {
	const port = Number(new URL(server.url).port);
	await expect(startStaticServer({ folder: outside, base: '/', port })).rejects.toThrow('EADDRINUSE');
});

describe('the path that a site was built for', () => {
	test.each([
		['<link rel="stylesheet" href="/_astro/Base.css">', '/'],
		['<link rel="stylesheet" href="/some/base/_astro/Base.css">', '/some/base/'],
		['<link href="/site.css"><p>nothing of Astro', '/'],
	])('%s: %s', (page, base) => {
		expect(basePathOf(page)).toBe(base);
	});
});

interface Version {
	etag: string;
	modified: string;
}

/** A request whose answer is not unpacked. */
async function exchange(path: string, headers: Record<string, string>, method = 'GET') {
	const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
	request(new URL(path, server.url), { method, headers }, resolve).on('error', reject).end();
	const answer = await promise;
	const bytes = Buffer.concat(await Array.fromAsync(answer, (chunk: Uint8Array) => chunk));
	return { status: answer.statusCode, headers: answer.headers, bytes };
}
