import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appearancesOf } from '../../src/listings/appeared.ts';
import { alike, letterCounts, mayBeAlike } from '../../src/listings/edit-distance.ts';
import { Groups } from '../../src/listings/groups.ts';
import { mergeListings } from '../../src/listings/merge.ts';
import { joinSamePapers, samePaper } from '../../src/listings/same-paper.ts';
import { variantsOf } from '../../src/listings/variant.ts';
import { capturedSchema } from '../../src/records/dates.ts';
import { sha256 } from '../../src/records/hash.ts';
import type { Entry, Listing } from '../../src/records/listing.ts';

const abstracts = [
	'one two three four five six seven eight nine ten',
	'one two three four five six seven eight nine eleven',
	'one two three four five six red green blue white',
	'a harbour at night has lanterns of which one is dim',
	null,
];
const titles = [
	'A Survey',
	'a survey!',
	'A Survey of Lanterns at Night',
	'A Survey of Lanterns at Nights',
	'Knots',
	'???',
];

const entries = fc.record({
	title: fc.constantFrom(...titles),
	abstract: fc.constantFrom(...abstracts),
	abstractCut: fc.constantFrom<true | null>(true, null, null, null),
	authors: fc.constantFrom<Entry['authors'][]>(
		[],
		[{ name: 'Ada Quill', url: null }],
		[{ name: 'Ben Oar', url: null }],
	),
	arxivId: fc.constantFrom(null, null, null, '2503.00001', '2503.00002'),
	doi: fc.constantFrom(null, null, null, '10.1/a', '10.1/b'),
});

const listings = fc
	.array(
		fc.record({
			captured: fc.constantFrom('2025-03-01', '2025-03-02', null),
			entries: fc.array(entries, { maxLength: 3 }),
		}),
		{
			maxLength: 6,
		},
	)
	.map((all) => all.map(({ captured, entries: some }, at) => listing(`${at}`, captured, some)));

function listing(file: string, captured: string | null, some: Partial<Entry>[]): Listing {
	return {
		file,
		sha256: sha256(file),
		dialect: 'test',
		exactness: 4,
		captured: captured === null ? null : capturedSchema.parse(captured),
		capturedFrom: captured === null ? null : 'sidecar',
		day: null,
		provenance: { source: null, url: null, rights: null },
		excerpts: [],
		accounting: { items: { total: some.length, read: some.length, refused: 0 } },
		problems: [],
		entries: some.map((entry, at) => ({ ...unknown, ...entry, position: at + 1, at: `/${at}` })),
	};
}

const unknown: Entry = {
	position: 1,
	at: '/0',
	title: '',
	abstract: null,
	abstractCut: null,
	summary: null,
	authorCount: null,
	authors: [],
	organization: null,
	published: null,
	publishedYear: null,
	comments: null,
	upvotes: null,
	arxivId: null,
	version: null,
	doi: null,
	venue: null,
	language: null,
	withdrawn: null,
	links: [],
};

describe('papers', () => {
	test('are the closure of the rules, as comparing each with each gives it', () => {
		fc.assert(
			fc.property(listings, (all) => {
				const variants = variantsOf(appearancesOf(all));
				const naive = new Groups(variants.length);
				for (const [at, one] of variants.entries()) {
					for (const [otherAt, other] of variants.entries()) if (samePaper(one, other)) naive.join(at, otherAt);
				}
				const fast = joinSamePapers(variants).map((group) => group.map((variant) => variants.indexOf(variant)));
				expect(fast).toEqual(naive.members());
			}),
			{ numRuns: 500 },
		);
	});

	test('hold each entry once, one arXiv id at most, and an id and a slug of their own', () => {
		fc.assert(
			fc.property(listings, (all) => {
				const { papers } = mergeListings(all);
				const places = papers.flatMap(({ appearances }) =>
					appearances.map((each) => `${each.listing}#${each.position}`),
				);
				const wanted = all.flatMap(({ file, entries: some }) => some.map(({ position }) => `${file}#${position}`));
				expect(places.sort()).toEqual(wanted.sort());
				expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
				expect(new Set(papers.map(({ slug }) => slug)).size).toBe(papers.length);
				for (const paper of papers) {
					expect(paper.ids.filter((id) => id.startsWith('arxiv:')).length).toBeLessThan(2);
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('do not depend on the order of the listings', () => {
		fc.assert(
			fc.property(listings, fc.infiniteStream(fc.nat()), (all, keys) => {
				const shuffled = all.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
				expect(mergeListings(shuffled.map(({ one }) => one))).toEqual(mergeListings(all));
			}),
		);
	});
});

describe('addresses', () => {
	test('lead to one page each', () => {
		fc.assert(
			fc.property(listings, (all) => {
				const addresses = addressesOf(all);
				expect(addresses.length).toBe(new Set(addresses).size);
			}),
			{ numRuns: 500 },
		);
	});

	test('are never lost by adding a listing', () => {
		fc.assert(
			fc.property(listings, fc.nat(), (all, left) => {
				if (all.length === 0) return;
				const fewer = all.toSpliced(left % all.length, 1);
				expect([...new Set(addressesOf(fewer)).difference(new Set(addressesOf(all)))]).toEqual([]);
			}),
			{ numRuns: 3000 },
		);
	});
});

function addressesOf(all: readonly Listing[]): string[] {
	const { papers, shared } = mergeListings(all);
	return [...papers.flatMap(({ slug, aliases }) => [slug, ...aliases]), ...shared.map(({ slug }) => slug)];
}

test('texts are alike exactly when their edit distance says so', () => {
	const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'é'), maxLength: 24 });
	fc.assert(
		fc.property(text, text, fc.constantFrom(0.5, 0.8, 0.9), (a, b, least) => {
			const longer = Math.max(a.length, b.length);
			const isAlike = longer === 0 || 1 - distance(a, b) / longer >= least - 1e-9;
			expect(alike(a, b, least)).toBe(isAlike);
			if (isAlike) expect(mayBeAlike(letterCounts(a), letterCounts(b), least)).toBe(true);
		}),
		{ numRuns: 1000 },
	);
});

/** Levenshtein's distance as its definition reads. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (const [i, letter] of a.split('').entries()) {
		const next = [i + 1];
		for (const [j, other] of b.split('').entries()) {
			next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
