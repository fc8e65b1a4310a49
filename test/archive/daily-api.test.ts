import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { type Merged, mergeListings } from '../../src/listings/merge.ts';
import type { Listing } from '../../src/records/listing.ts';
import { seedListings } from '../seeds.ts';
import { requireShared, sharedPath } from '../shared-material.ts';

const seeds = readListings(capturedFiles(seedListings), 'seeds').listings;
let days: Listing[] = [];
let both: Merged;

beforeAll(() => {
	const folder = sharedPath('captures/huggingface-api');
	if (folder === null) return;
	days = readListings(capturedFiles(folder), folder).listings;
	both = mergeListings([...seeds, ...days]);
});

describe('327 days of the daily-papers API', () => {
	test('are all read, each as the day of its file', (context) => {
		requireShared(context, 'captures/huggingface-api');
		expect(days.length).toBe(327);
		expect(days.map(({ day }) => day)).toEqual(days.map(({ file }) => file.slice(0, 10)));
		const problems = days.flatMap((day) => day.problems.filter(({ code }) => code !== 'listing/no-capture-date'));
		expect(problems).toEqual([]);
		for (const { entries, accounting } of days) {
			expect(accounting).toEqual({ items: { total: entries.length, read: entries.length, refused: 0 } });
		}
	});

	test('make papers that stand on the first day that listed them', (context) => {
		requireShared(context, 'captures/huggingface-api');
		const papers = mergeListings(days).papers;
		expect(papers.length).toBe(5429);
		for (const { listedOn, listedAlso, appearances } of papers) {
			const files = appearances.map(({ listing }) => listing.slice(0, 10)).sort();
			expect([listedOn, ...listedAlso]).toEqual([...new Set(files)]);
		}
	});

	test('say what a careful reader found in them', (context) => {
		const truth = requireShared(context, 'truth/captures');
		const files = readdirSync(truth).filter((name) => name.startsWith('hf_api_'));
		expect(files.length).toBe(3);
		for (const name of files) {
			const day = days.find(({ file }) => file === `${name.slice('hf_api_'.length, -'.jsonl'.length)}.json`);
			const wanted = readFileSync(join(truth, name), 'utf8').trim().split('\n');
			const lines = wanted.map((line) => truthOfDay.parse(JSON.parse(line)));
			expect(day?.entries.map(asTruth)).toEqual(lines);
		}
	});

	test('meet papers of the seeds: one page each, at the address it had before', (context) => {
		requireShared(context, 'captures/huggingface-api');
		const met = both.papers.filter(
			({ appearances }) => new Set(appearances.map(({ listing }) => listing.endsWith('.json'))).size === 2,
		);
		expect(met.length).toBe(11);
		const before = mergeListings(seeds).papers;
		for (const { slug, appearances } of before) {
			const after = both.papers.find((paper) =>
				paper.appearances.some(
					(each) => each.listing === appearances[0]?.listing && each.position === appearances[0].position,
				),
			);
			expect([after?.slug, ...(after?.aliases ?? [])]).toContain(slug);
		}
	});
});

const truthOfDay = z.strictObject({
	title: z.string(),
	abstract_first_60: z.string(),
	abstract_len: z.int(),
	authorCount: z.int().nullable(),
	organization: z.string().nullable(),
	published: z.string(),
	comments: z.int().nullable(),
	upvotes: z.int().nullable(),
	arxivId: z.string(),
});

function asTruth(entry: Listing['entries'][number]) {
	const { title, abstract, authorCount, organization, published, comments, upvotes, arxivId } = entry;
	return {
		title,
		abstract_first_60: abstract?.slice(0, 60),
		abstract_len: abstract?.length,
		authorCount,
		organization: organization?.name ?? null,
		published,
		comments,
		upvotes,
		arxivId,
	};
}
