import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { type Letters, lettersOf } from '../../src/charts/letters.ts';
import { socialCard } from '../../src/charts/social-card.ts';
import { sha256 } from '../../src/records/hash.ts';
import type { PlacedCard } from '../../src/views/cards.ts';
import { drawnCache } from './drawn-cache.ts';

/** A palette keeps edges clean, and takes half the bytes of a JPEG in which text has no halos. */
const format = { palette: true, colours: 16, dither: 0, effort: 1 } as const;

/** What makes pixels of a drawing: with another version they may be others. */
const renderer = JSON.stringify({ format, versions: sharp.versions });

/** Files of other builds that are left for when these are made again. */
const keptBeside = 2000;

export interface DrawnCards {
	drawn: number;
	fromCache: number;
}

interface Drawing {
	site: string;
	cache: string;
	now: Date;
	/** Told after every hundred cards. */
	onProgress: (done: DrawnCards) => void;
}

/** Draws cards into the folder of a site, two at a time, and takes those that a cache has from there. */
export async function drawCards(cards: Iterable<PlacedCard>, options: Drawing): Promise<DrawnCards> {
	const { site, onProgress } = options;
	const cache = await drawnCache(options.cache, options.now);
	const letters = await typeLetters();
	const done: DrawnCards = { drawn: 0, fromCache: 0 };
	const waiting = Iterator.from(cards);
	sharp.concurrency(1);

	async function drawOneByOne(): Promise<void> {
		for (const { path, card } of waiting) {
			const svg = socialCard(card, letters);
			const target = join(site, path);
			await mkdir(dirname(target), { recursive: true });
			const placed = await cache.place(`${sha256(renderer + svg)}.png`, target, () => picture(svg));
			if (placed === 'made') done.drawn += 1;
			else done.fromCache += 1;
			if ((done.drawn + done.fromCache) % 100 === 0) onProgress(done);
		}
	}

	await Promise.all([drawOneByOne(), drawOneByOne()]);
	await cache.trim(done.drawn + done.fromCache + keptBeside);
	return done;
}

async function picture(svg: string): Promise<Uint8Array> {
	return await sharp(Buffer.from(svg)).flatten().png(format).toBuffer();
}

/** Best first: most letters are of the first. */
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

/** The letters of pictures: Source Serif, which the project brings along. */
export async function typeLetters(): Promise<Letters> {
	const require = createRequire(import.meta.url);
	const files = scripts.map((script) =>
		require.resolve(`@fontsource/source-serif-4/files/source-serif-4-${script}-600-normal.woff`),
	);
	return lettersOf(await Promise.all(files.map((file) => readFile(file))));
}
