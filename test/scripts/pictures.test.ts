import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawCards } from '../../scripts/pictures/draw-cards.ts';
import { drawnCache } from '../../scripts/pictures/drawn-cache.ts';
import { writeIcons } from '../../scripts/pictures/icons.ts';
import { placedCards } from '../../src/views/cards.ts';
import { archiveOf, papersOn } from '../views/archive-of.ts';
import { projectFolder } from './run-command.ts';

const day = (nth: number) => new Date(Date.UTC(2025, 0, nth));
let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-pictures-'));
	return async () => await rm(folder, { recursive: true });
});

describe('the cache of pictures', () => {
	const make = (text: string) => async () => Buffer.from(text);

	test('gives back what was made before', async () => {
		const cache = await drawnCache(join(folder, 'cache'), day(1));
		expect(await cache.place('a', join(folder, 'one'), make('first'))).toBe('made');
		expect(await cache.place('a', join(folder, 'two'), make('second'))).toBe('kept');
		expect(await readFile(join(folder, 'two'), 'utf8')).toBe('first');
	});

	test('forgets what was not used for longest', async () => {
		for (const [nth, name] of ['old', 'older', 'new'].entries()) {
			const cache = await drawnCache(join(folder, 'cache'), day(nth + 1));
			await cache.place(name, join(folder, name), make(name));
		}
		const cache = await drawnCache(join(folder, 'cache'), day(9));
		await cache.place('old', join(folder, 'again'), make('old'));
		await cache.trim(2);
		expect((await readdir(join(folder, 'cache'))).sort()).toEqual(['new', 'old']);
	});

	test('keeps nothing of a picture that could not be made', async () => {
		const cache = await drawnCache(join(folder, 'cache'), day(1));
		const broken = cache.place('a', join(folder, 'one'), () => Promise.reject(new Error('broken')));
		await expect(broken).rejects.toThrow('broken');
		expect(await readdir(join(folder, 'cache'))).toEqual([]);
	});
});

describe('social cards', () => {
	const long = 'A title of very many words that goes on for as long as any title does '.repeat(6);
	const source = archiveOf(papersOn(['2024-01-01', '2025-01-01'], { title: long }));
	const draw = async (site: string) =>
		await drawCards(placedCards(source, 2), {
			site: join(folder, site),
			cache: join(folder, 'cache'),
			now: day(1),
			onProgress: () => {},
		});

	test('are drawn once, and are small pictures of the size that pages say', async () => {
		const cards = [...placedCards(source, 2)];
		expect(await draw('one')).toEqual({ drawn: cards.length, fromCache: 0 });
		expect(await draw('two')).toEqual({ drawn: 0, fromCache: cards.length });
		for (const { path } of cards) {
			const bytes = await readFile(join(folder, 'one', path));
			expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
			expect(bytes.length).toBeLessThan(60_000);
			expect(await readFile(join(folder, 'two', path))).toEqual(bytes);
		}
	});

	test('are the same bytes when they are drawn again', async () => {
		await draw('one');
		await rm(join(folder, 'cache'), { recursive: true });
		await draw('two');
		for (const { path } of placedCards(source, 2)) {
			expect(await readFile(join(folder, 'two', path)), path).toEqual(await readFile(join(folder, 'one', path)));
		}
	});
});

describe('icons', () => {
	let site = '';
	beforeAll(async () => {
		site = await mkdtemp(join(tmpdir(), 'daybook-icons-'));
		await copyFile(join(projectFolder, 'public/icon.svg'), join(site, 'icon.svg'));
		await writeIcons(site);
	});
	afterAll(async () => await rm(site, { recursive: true }));

	test.each([
		['icon-192.png', 192, false],
		['icon-512.png', 512, false],
		['icon-maskable.png', 512, true],
		['apple-touch-icon.png', 180, true],
	])('%s is %i wide; without holes: %s', async (name, size, isOpaque) => {
		const picture = sharp(join(site, name));
		expect(await picture.metadata()).toMatchObject({ width: size, height: size });
		expect((await picture.stats()).isOpaque).toBe(isOpaque);
	});

	test('favicon.ico holds one PNG of 32 pixels, where its header says', async () => {
		const file = await readFile(join(site, 'favicon.ico'));
		expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 1]);
		const [length, start] = [file.readUInt32LE(14), file.readUInt32LE(18)];
		expect(file.length).toBe(start + length);
		expect(await sharp(file.subarray(start)).metadata()).toMatchObject({
			format: 'png',
			width: file[6],
			height: file[7],
		});
	});

	test('are the light form of the drawing, whatever the machine prefers', async () => {
		const [red, green, blue] = await sharp(join(site, 'apple-touch-icon.png')).raw().toBuffer();
		expect([red, green, blue]).toEqual([0x8a, 0x30, 0x18]);
	});

	test('those that the manifest names are there', async () => {
		const manifest: unknown = JSON.parse(await readFile(join(projectFolder, 'public/manifest.webmanifest'), 'utf8'));
		expect(manifest).toMatchObject({ start_url: './', scope: './' });
		const named = [...JSON.stringify(manifest).matchAll(/"src":"([^"]+)"/g)].map(([, name]) => name);
		expect(named).toHaveLength(4);
		expect(await readdir(site)).toEqual(expect.arrayContaining(named));
	});
});
