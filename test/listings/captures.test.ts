import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { mergeListings } from '../../src/listings/merge.ts';
import { readListing } from '../../src/listings/read.ts';
import type { Entry, Listing } from '../../src/records/listing.ts';
import { requireShared, sharedPath } from '../shared-material.ts';

/** The manifest counts `@` at the beginning of lines; three of this file's entries have a blank before it. */
const counted: Readonly<Record<string, number>> = { 'references/thammegowda_anthology.bib': 233 };

const folder = sharedPath('captures');
const read = folder === null ? [] : [...capturedFiles(folder)].map(readListing);
const listings = read.filter((each) => 'entries' in each);

describe('650 real captures', () => {
	test('are all read with as many papers as their manifest says, but those that a scraper damaged', (context) => {
		const manifest = readFileSync(join(requireShared(context, 'captures'), 'MANIFEST.tsv'), 'utf8');
		const rows = manifest
			.trimEnd()
			.split('\n')
			.slice(1)
			.map((row) => row.split('\t'));
		const wanted = new Map(
			rows.flatMap(([file = '', , , , , papers]) =>
				file.startsWith('hostile/') ? [] : [[file, counted[file] ?? Number(papers)] as const],
			),
		);
		expect(new Map(listings.map(({ file, entries }) => [file, entries.length]))).toEqual(wanted);
	});

	test('leave no line of a text unread', (context) => {
		requireShared(context, 'captures');
		const texts = listings.flatMap(({ file, accounting }) =>
			'lines' in accounting ? [{ file, ...accounting.lines }] : [],
		);
		expect(texts.length).toBe(7);
		expect(texts.filter(({ unread }) => unread > 0)).toEqual([]);
	});

	test('say what a careful reader found in them', (context) => {
		const truth = requireShared(context, 'truth/captures');
		const files = readdirSync(truth);
		expect(files.length).toBe(11);
		for (const name of files) {
			const wanted = readFileSync(join(truth, name), 'utf8')
				.trim()
				.split('\n')
				.map((line) => truthLine.parse(JSON.parse(line)));
			expect({ name, entries: listingOf(name)?.entries.map(asTruth) }).toEqual({ name, entries: wanted });
		}
	});

	test('make one paper of what is met in several forms', (context) => {
		requireShared(context, 'captures');
		const llama = mergeListings(listings).papers.filter(({ arxivId }) => arxivId === '2412.20138');
		expect(llama.length).toBe(1);
		const dialects = new Set(
			llama[0]?.appearances.map(({ listing }) => listings.find(({ file }) => file === listing)?.dialect),
		);
		expect(dialects).toEqual(new Set(['papers-dashboard', 'huggingface-linked-text']));
	});
});

test('a scraper that damaged what it saw changes nothing of what better captures say', (context) => {
	requireShared(context, 'captures/hostile');
	const hostile = read.filter((each) => 'problem' in each);
	expect(hostile.map(({ file }) => file.split('/')[0])).toEqual(Array.from({ length: 9 }, () => 'hostile'));
});

/** The capture that a file of the truth is about: each is named after it, behind what kind it is. */
function listingOf(name: string): Listing | undefined {
	const stem = name.replace(/\.jsonl$/, '');
	const kind = stem.startsWith('hf_rss_daily_') ? 'huggingface-rss/daily/' : '';
	const file = stem.replace(/^(?:hf_api_|hf_rss_daily_|peekdeck_|slbqc_)/, '');
	const names = listings.filter((each) => each.file.startsWith(kind));
	return names.find((each) => {
		const bare = basename(each.file).replace(/\.[a-z]+$/, '');
		return bare === stem || bare === file || bare === `slbqc_${file}`;
	});
}

const truthLine = z.strictObject({
	title: z.string(),
	abstract_first_60: z.string(),
	abstract_len: z.int(),
	authorCount: z.int().nullable(),
	organization: z.string().nullable(),
	published: z.string().nullable(),
	comments: z.int().nullable(),
	upvotes: z.int().nullable(),
	arxivId: z.string().nullable(),
});

/** What a page shows in the abstract's place is a summary where we know that it is one. */
function asTruth(entry: Entry): z.infer<typeof truthLine> {
	const { title, authorCount, organization, published, comments, upvotes, arxivId } = entry;
	const text = entry.abstract ?? entry.summary ?? '';
	return {
		title,
		abstract_first_60: text.slice(0, 60),
		abstract_len: text.length,
		authorCount,
		organization: organization?.name ?? null,
		published,
		comments,
		upvotes,
		arxivId,
	};
}
