import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { readTopics } from '../../scripts/topic-files.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { organizationSchema } from '../../src/records/listing.ts';
import { paperSchema } from '../../src/records/paper.ts';
import { seedListings } from '../seeds.ts';
import { requireShared } from '../shared-material.ts';

const content = join(import.meta.dirname, '../../content');
const folder = 'huggingface-daily-papers';
const read = readListings(capturedFiles(seedListings), seedListings);
const archive = buildArchive(read, readTopics(join(content, 'topics')));
const { papers, report } = archive;

describe('the seed listings', () => {
	test('give 427 entries and 383 papers, and two known problems', () => {
		expect(report).toMatchObject({ entries: 427, papers: 383, merged: 44, conflicts: 0 });
		const problems = report.listings.flatMap(({ file, problems }) =>
			problems.map(({ code, at }) => ({ file, code, at })),
		);
		expect(problems).toEqual([
			{ file: `${folder}/000_d4c754c2c3b4d80c.txt`, code: 'entry/no-meta', at: [461, 463] },
			{ file: `${folder}/001_48a0a9a38ae755dd.txt`, code: 'listing/no-capture-date', at: null },
		]);
	});

	test('have each line accounted for', () => {
		for (const { lines } of report.listings) {
			const { total, ...kinds } = lines ?? { total: -1 };
			expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
			expect(lines?.unread).toBe(0);
		}
	});

	test('make the archive that was reviewed: ids, addresses, values', async () => {
		const lines = papers.map((paper) =>
			JSON.stringify({
				id: paper.id,
				slug: paper.slug,
				published: paper.published,
				year: paper.publishedYear,
				authorCount: paper.authorCount,
				organization: paper.organization?.slug ?? null,
				comments: paper.comments,
				links: paper.links.map(({ url, kind }) => `${kind} ${url}`),
				seen: paper.appearances.map(
					({ listing, position }) => `${listing.slice(folder.length + 1, folder.length + 4)}#${position}`,
				),
			}),
		);
		await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../fixtures/seeds/papers.jsonl');
	});

	test('make records that hold to the contract, keys in its order', () => {
		for (const paper of papers) {
			expect(paperSchema.parse(paper)).toEqual(paper);
			expect(Object.keys(paper)).toEqual(Object.keys(paperSchema.shape));
		}
	});

	test('show every paper once in the index, undated ones first', () => {
		expect(new Set(archive.index.map(({ id }) => id)).size).toBe(383);
		expect(archive.index.filter(({ date }) => date === null).length).toBe(189);
		const dates = archive.index.map(({ date }) => date ?? '');
		expect(dates).toEqual([...dates].sort());
	});
});

const truthEntry = z.object({
	file: z.string(),
	ordinal: z.int(),
	line: z.int(),
	title: z.string(),
	abstract: z.string(),
	authorCount: z.int().nullable(),
	organization: organizationSchema.nullable(),
	published: z.string().nullable(),
	publishedYearExplicit: z.boolean().nullable(),
	comments: z.int().nullable(),
});

describe('the truth about the seeds', () => {
	test('entries are read as a careful reader read them', (context) => {
		const truth = readFileSync(requireShared(context, 'truth/entries.jsonl'), 'utf8').trim().split('\n');
		const byPlace = new Map(
			papers.flatMap(({ appearances }) => appearances.map((each) => [`${each.listing}#${each.position}`, each.values])),
		);
		for (const line of truth) {
			const {
				file,
				ordinal,
				title,
				abstract,
				line: at,
				publishedYearExplicit,
				...wanted
			} = truthEntry.parse(JSON.parse(line));
			const year = wanted.published === null ? null : publishedYearExplicit ? 'explicit' : 'inferred';
			expect(byPlace.get(`${folder}/${file}#${ordinal}`)).toEqual({
				title,
				...wanted,
				publishedYear: year,
				upvotes: null,
			});
			const entry = read.listings.find((listing) => listing.file === `${folder}/${file}`)?.entries[ordinal - 1];
			expect(entry).toMatchObject({ title, abstract, ...wanted });
			expect(entry?.at[0]).toBe(at);
		}
		expect(truth.length).toBe(312);
	});

	test('lines are accounted for as a careful reader counted them', (context) => {
		const count = z.int().default(0);
		const counts = z.object({ lines: count, header: count, blank: count, title: count, abstract: count, meta: count });
		const schema = z.object({ accounting: z.record(z.string(), counts) });
		const truth = schema.parse(JSON.parse(readFileSync(requireShared(context, 'truth/line-accounting.json'), 'utf8')));
		for (const [file, { lines, header, ...others }] of Object.entries(truth.accounting)) {
			const reported = report.listings.find((listing) => listing.file === `${folder}/${file}`);
			expect(reported?.lines).toEqual({ total: lines, chrome: header, unread: 0, ...others });
		}
		expect(Object.keys(truth.accounting).length).toBe(5);
	});
});
