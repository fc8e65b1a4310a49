import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../../src/records/hash.ts';
import { sidecarSchema } from '../../src/records/listing.ts';
import { seedListings } from '../seeds.ts';
import { requireShared } from '../shared-material.ts';

const folder = resolve(import.meta.dirname, '../../content/listings');
const seeds = join(seedListings, 'huggingface-daily-papers');

const captured: [file: string, captured: string | null, startOfHash: string][] = [
	['000_d4c754c2c3b4d80c.txt', '2025-11-24', '11b977a57260f75e'],
	['001_48a0a9a38ae755dd.txt', null, '3987540e6c116368'],
	['002_2c4c977d7244ad0e.txt', '2025-11-05', 'd31d05b0672457ef'],
	['003_9055317b84f6e392.txt', '2025-11-25', '9fd14aafc1b6d8a0'],
	['004_3aa0c7509e936597.txt', '2025-10-29', 'cb631f1220199dcc'],
];

describe('the seed listings', () => {
	test.each(captured)('%s says when it was saved', async (file, time) => {
		const sidecar = sidecarSchema.parse(parse(await readFile(join(seeds, `${file}.yaml`), 'utf8')));
		expect(sidecar.captured).toBe(time);
		expect(sidecar.day).toBeUndefined();
		expect(sidecar.rights?.abstracts).toBe('full');
	});

	test.each(captured)('%s has the bytes that were saved', async (file, _, startOfHash) => {
		expect(sha256(await readFile(join(seeds, file))).slice(0, 16)).toBe(startOfHash);
	});

	test('are the captures they were copied from', async (context) => {
		const original = requireShared(context, 'seeds');
		for (const [file] of captured) {
			expect(sha256(await readFile(join(seeds, file)))).toBe(sha256(await readFile(join(original, file))));
		}
	});
});

test('every folder of listings has its rights told', async () => {
	const entries = await readdir(folder, { withFileTypes: true });
	const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	const readme = await readFile(join(folder, 'README.md'), 'utf8');
	expect(folders.filter((name) => !readme.includes(`\`${name}/\``))).toEqual([]);
});
