import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StaticServer, startStaticServer } from '../../scripts/static-server.ts';

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
	server = await startStaticServer({ folder, base: '/some/base/', port: 0 });
});

afterAll(async () => {
	await server.close();
	await rm(outside, { recursive: true });
});

test.each([
	['/some/base/', 200, 'home', 'text/html; charset=utf-8'],
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

test('a folder without its slash leads to the folder', async () => {
	const answer = await fetch(`${server.url}papers?x=1`, { redirect: 'manual' });
	expect([answer.status, answer.headers.get('location')]).toEqual([301, '/some/base/papers/?x=1']);
});

test('a port that is taken is refused', async () => {
	const port = Number(new URL(server.url).port);
	await expect(startStaticServer({ folder: outside, base: '/', port })).rejects.toThrow('EADDRINUSE');
});
