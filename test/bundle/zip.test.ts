import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { writeZip, type ZippedFile, zippedFile } from '../../src/bundle/zip.ts';

const zone = process.env['TZ'];
let folder = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-zip-'));
});
afterEach(() => {
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const contents: Record<string, string> = { 'a/index.html': 'x'.repeat(100_000), 'a/é.txt': 'ä', 'b.txt': '' };

async function* zipped(): AsyncGenerator<ZippedFile> {
	for (const [path, text] of Object.entries(contents)) yield zippedFile(path, Buffer.from(text));
}

test('a zip holds its files', async () => {
	const place = join(folder, 'x.zip');
	const bytes = await writeZip(place, zipped());
	const written = await readFile(place);
	expect(bytes).toBe(written.byteLength);
	const read = Object.entries(unzipSync(written)).map(([path, data]) => [path, Buffer.from(data).toString()]);
	expect(Object.fromEntries(read)).toEqual(contents);
});

test('is the same in every time zone', async () => {
	const zips: Buffer[] = [];
	for (const each of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']) {
		process.env['TZ'] = each;
		const place = join(folder, `${zips.length}.zip`);
		await writeZip(place, zipped());
		zips.push(await readFile(place));
	}
	expect(zips[1]?.equals(zips[0] ?? Buffer.of())).toBe(true);
	expect(zips[2]?.equals(zips[0] ?? Buffer.of())).toBe(true);
});

test('refuses what it cannot count', async () => {
	const empty = zippedFile('', Buffer.of());
	async function* tooMany(): AsyncGenerator<ZippedFile> {
		for (let at = 0; at < 65_535; at += 1) yield { ...empty, path: String(at) };
	}
	await expect(writeZip(join(folder, 'many.zip'), tooMany())).rejects.toMatchObject({ code: 'bundle/too-large' });
});

test.each([
	['leaves its folder', ['../x']],
	['leaves it further down', ['a/../../x']],
	['is absolute', ['/etc/passwd']],
	['is absolute on Windows', ['C:/x']],
	['has backslashes', ['..\\x']],
	['is a device', ['a/con.html']],
	['ends in a dot', ['a./x']],
	['has a part of more than 255 bytes', [`${'é'.repeat(128)}/x`]],
	['differs from another by case alone', ['a/Knots', 'a/knots']],
	['differs from another by the form of its letters alone', ['é', 'e\u0301']],
	['is there twice', ['x', 'x']],
])('a path that %s is refused', async (name, paths) => {
	async function* files(): AsyncGenerator<ZippedFile> {
		for (const path of paths) yield zippedFile(path, Buffer.of());
	}
	const place = join(folder, `${name}.zip`);
	await expect(writeZip(place, files())).rejects.toMatchObject({
		code: 'bundle/unsafe-path',
		location: { file: place },
	});
});

test('writes over nothing', async () => {
	const place = join(folder, 'twice.zip');
	await writeZip(place, zipped());
	await expect(writeZip(place, zipped())).rejects.toMatchObject({ code: 'EEXIST' });
});
