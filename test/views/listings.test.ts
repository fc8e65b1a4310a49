import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listingView } from '../../src/views/listing.ts';
import { placeInWords, shownLine } from '../../src/views/listing-words.ts';
import { listingsView } from '../../src/views/listings.ts';
import { sitePages } from '../../src/views/site-pages.ts';
import { appearanceOf, archiveOf, paperOf } from './archive-of.ts';

const key = 'abababababab';
const path = `/listings/${key}/`;
const problem = {
	code: 'entry/no-meta',
	at: [461, 463] as [number, number],
	message: 'No facts follow.',
	hint: 'look',
};
const nthHash = (nth: number) => nth.toString(16).padStart(64, '0');

/** A paper for each entry of a listing of as many. */
const papersOf = (entries: number) =>
	Array.from({ length: entries }, (_, nth) =>
		paperOf({
			id: `arxiv:2501.${String(nth).padStart(5, '0')}`,
			slug: `paper-${nth}-x`,
			title: `Paper ${nth + 1}`,
			appearances: [
				appearanceOf({
					position: nth + 1,
					at: `/${nth}`,
					values: { ...appearanceOf().values, title: `Paper ${nth + 1}` },
				}),
			],
		}),
	);

describe('a listing', () => {
	test('shows its entries in order, with their papers, places and captured titles', () => {
		const [first, second] = papersOf(2);
		const papers = [second, first].filter((paper) => paper !== undefined);
		const source = archiveOf([...papers.slice(0, 1), ...papers.slice(1).map((paper) => ({ ...paper, title: 'ℓ∞' }))]);
		expect(listingView(source, key, 1).entries).toMatchObject([
			{
				position: 1,
				anchor: 'entry-1',
				title: 'ℓ∞',
				capturedTitle: 'Paper 1',
				path: '/papers/paper-0-x/',
				place: 'item 1',
			},
			{ position: 2, anchor: 'entry-2', title: 'Paper 2', capturedTitle: null, place: 'item 2' },
		]);
	});

	test('says what was captured, when, how that is known and on what terms', () => {
		const source = archiveOf([paperOf({ published: '2025-11-23' })], {
			listings: [{ captured: '2025-11-24', capturedFrom: 'sidecar', day: '2025-11-23', entries: 1 }],
			contents: {
				files: [
					{
						file: 'source/first.txt',
						source: 'A journal',
						url: 'https://example.org/papers',
						rights: { licence: null, note: 'Ask first.', abstracts: 'full' },
					},
				],
			},
		});
		const view = listingView(source, key, 1);
		expect(view.title).toBe('A journal, captured 24 November 2025');
		expect(view.lead).toBe('A Daily Papers page of Hugging Face, saved as text: 1 entry, no problems.');
		expect(
			view.facts.map(({ label, values: [value], note }) => [
				label,
				value?.text,
				value?.path ?? value?.url ?? null,
				note,
			]),
		).toEqual([
			['Captured', '24 November 2025', null, 'by the note beside the file'],
			['Day it lists', '23 November 2025', '/2025/11/23/', null],
			['Source', 'A journal', 'https://example.org/papers', null],
			['Licence', 'none stated', null, 'Ask first.'],
			['Read as', 'huggingface-text', null, null],
			['SHA-256', 'ab'.repeat(32), null, null],
		]);
	});

	test('leads nowhere but to the web', () => {
		const files = [{ file: 'source/first.txt', source: null, url: 'javascript:ran()', rights: null }];
		const { facts } = listingView(archiveOf([paperOf()], { contents: { files } }), key, 1);
		expect(facts.find(({ label }) => label === 'Source')?.values).toEqual([
			{ text: 'not stated', path: null, url: null },
		]);
	});

	test('counts how its lines were understood, all of them', () => {
		const lines = { total: 100, blank: 40, chrome: 0, title: 20, abstract: 20, meta: 19, unread: 1 };
		const { accounting } = listingView(archiveOf([paperOf()], { listings: [{ lines }] }), key, 1);
		expect(accounting?.bar.key).toContainEqual({ kind: 'unread', name: 'not understood', count: '1', share: '1%' });
		expect(accounting?.bar.key.map(({ count }) => Number(count)).reduce((a, b) => a + b)).toBe(100);
		expect(accounting?.bar.svg?.match(/<rect/g)).toHaveLength(5);
	});

	test('quotes the lines that each problem is about, and leads to the entry', () => {
		const papers = [paperOf({ appearances: [appearanceOf({ at: [461, 463], position: 1 })] })];
		const source = archiveOf(papers, {
			listings: [{ problems: [problem, { ...problem, code: 'line/unread', at: null }] }],
			contents: { excerpts: [{ at: [461, 463], from: 461, lines: ['<b>A</b>', '\u0007\u202e'], cut: true }] },
		});
		expect(listingView(source, key, 1).problems).toEqual([
			{
				anchor: 'problem-1',
				code: 'entry/no-meta',
				place: 'lines 461–463',
				message: 'No facts follow.',
				hint: 'look',
				entry: { position: 1, path: `${path}#entry-1` },
				lines: [
					{ number: 461, text: '<b>A</b>' },
					{ number: 462, text: '␇⟨U+202E⟩' },
				],
				cut: true,
			},
			expect.objectContaining({ anchor: 'problem-2', place: null, entry: null, lines: [], cut: false }),
		]);
	});

	test('of a field leads to the entry that has it', () => {
		const problems = [{ ...problem, at: '/1/paper/upvotes' }];
		const view = listingView(archiveOf(papersOf(2), { listings: [{ problems }] }), key, 1);
		expect(view.problems[0]).toMatchObject({ place: 'item 2, paper/upvotes', entry: { path: `${path}#entry-2` } });
	});

	test('that could not be read says why, and has no entries', () => {
		const refused = { dialect: null, entries: 0, problems: [{ ...problem, code: 'listing/not-utf8', at: null }] };
		const view = listingView(archiveOf([], { listings: [refused] }), key, 1);
		expect(view).toMatchObject({
			title: 'first.txt',
			lead: 'A file that could not be read as a listing.',
			entries: [],
			accounting: null,
			problems: [{ code: 'listing/not-utf8' }],
		});
	});

	test('of the same bytes as another shares its page, with the facts of the one that was read', () => {
		const source = archiveOf([paperOf()], {
			listings: [
				{ file: 'a/copy.txt', dialect: null, problems: [{ ...problem, code: 'listing/copy', at: null }] },
				{ file: 'a/first.txt', captured: '2025-11-24', problems: [problem] },
			],
		});
		const view = listingView(source, key, 1);
		expect(view.files).toEqual([
			{ file: 'a/copy.txt', captured: 'not stated' },
			{ file: 'a/first.txt', captured: '24 November 2025' },
		]);
		expect(view.title).toBe('Listing, captured 24 November 2025');
		expect(view.problems.map(({ code }) => code)).toEqual(['listing/copy', 'entry/no-meta']);
	});

	test('goes on in parts, each entry and each problem on one of them', () => {
		fc.assert(
			fc.property(fc.nat(650), fc.nat(650), (entries, count) => {
				const problems = Array.from({ length: count }, (_, nth) => ({ ...problem, at: `/${nth}` }));
				const source = archiveOf(papersOf(entries), { listings: [{ problems }] });
				const pages = sitePages(source).filter((page) => page.path.startsWith(path));
				const views = pages.map((_, nth) => listingView(source, key, nth + 1));
				expect(views.map((view) => view.path)).toEqual(pages.map((page) => page.path));
				expect(views.flatMap((view) => view.entries.map(({ position }) => position))).toEqual(
					Array.from({ length: entries }, (_, nth) => nth + 1),
				);
				expect(views.flatMap((view) => view.problems.map(({ anchor }) => anchor))).toEqual(
					problems.map((_, nth) => `problem-${nth + 1}`),
				);
				for (const [nth, view] of views.entries()) {
					expect(Math.max(view.entries.length, view.problems.length)).toBeLessThanOrEqual(200);
					expect(view.previous).toBe(pages[nth - 1]?.path ?? null);
					expect(view.next).toBe(pages[nth + 1]?.path ?? null);
				}
				for (const { entry } of views.flatMap((view) => view.problems)) {
					if (entry === null) continue;
					const page = views.find((view) => entry.path.startsWith(`${view.path}#`));
					expect(page?.entries.map(({ anchor }) => anchor)).toContain(entry.path.split('#')[1]);
				}
			}),
			{ numRuns: 20 },
		);
	});
});

describe('the list of listings', () => {
	test('is newest capture first, by year, those of no known time last', () => {
		const source = archiveOf([], {
			listings: [
				{ file: 'a.txt', sha256: nthHash(1), captured: '2024-05-01' },
				{ file: 'b.txt', sha256: nthHash(2), captured: '2025-11-24T23:30:00-05:00', problems: [problem] },
				{ file: 'c.txt', sha256: nthHash(3) },
				{ file: 'd.json', sha256: nthHash(4), day: '2025-11-24', dialect: 'huggingface-api', entries: 50 },
				{ file: 'locked.txt', sha256: null, dialect: null },
			],
		});
		const { groups, lead } = listingsView(source, null);
		expect(groups.map(({ name, count, rows }) => [name, count, rows.map(({ file }) => file)])).toEqual([
			['2025', '2 listings', ['b.txt', 'd.json']],
			['2024', '1 listing', ['a.txt']],
			['Time not stated', '2 listings', ['c.txt', 'locked.txt']],
		]);
		expect(lead).toBe(
			'5 files with 50 entries, captured from 1 May 2024 to 25 November 2025; of 3 the time of capture is not stated. 1 file could not be read. Reading them found 1 problem.',
		);
		expect(groups[0]?.rows[0]).toMatchObject({
			title: 'Listing, captured 25 November 2025',
			date: { iso: '2025-11-25', words: '25 Nov 2025' },
			facts: [
				'captured 25 November 2025, 04:30 UTC',
				'a Daily Papers page of Hugging Face, saved as text',
				'0 entries',
			],
			problems: { words: '1 problem', path: '/listings/000000000000/#problems' },
		});
		expect(groups[0]?.rows[1]).toMatchObject({
			title: 'Listing of 24 November 2025',
			facts: ['one day of the daily-papers API of Hugging Face, as JSON', '50 entries'],
		});
		expect(groups[2]?.rows[1]).toMatchObject({ title: 'locked.txt', path: null, date: null });
	});

	test('goes by month when there are many, and in parts from 500 on, of which the older ones stay', () => {
		const listingOn = (nth: number) => ({
			file: `${nth}.txt`,
			sha256: nthHash(nth).split('').reverse().join(''),
			captured: new Date(Date.UTC(2024, 0, 1 + nth)).toISOString().slice(0, 10),
		});
		const many = (length: number) => archiveOf([], { listings: Array.from({ length }, (_, nth) => listingOn(nth)) });
		expect(listingsView(many(90), null).groups.map(({ name }) => name)).toEqual([
			'March 2024',
			'February 2024',
			'January 2024',
		]);
		const partsOf = (length: number) =>
			sitePages(many(length))
				.map((page) => page.path)
				.filter((each) => /^\/listings\/\d{1,3}\/$/.test(each));
		expect([partsOf(499), partsOf(500), partsOf(760)]).toEqual([
			[],
			['/listings/1/'],
			['/listings/1/', '/listings/2/'],
		]);
		expect(listingsView(many(760), 1)).toEqual({ ...listingsView(many(500), 1), part: expect.anything() });
		expect(listingsView(many(500), null)).toMatchObject({ part: { older: '/listings/1/' }, title: 'Listings' });
		expect(listingsView(many(500), 1)).toMatchObject({ title: 'Listings, 1 to 250', lead: null });
	});

	test('of an archive without papers stands', () => {
		expect(listingsView(archiveOf([], { listings: [{}] }), null)).toMatchObject({
			lead: '1 file with 0 entries; when they were saved is not stated. Every line of them was understood.',
			groups: [{ name: 'Time not stated' }],
		});
	});
});

test.each([
	[[3, 3], 'line 3'],
	[[3, 9], 'lines 3–9'],
	['/0', 'item 1'],
	['/data/3', 'item 4'],
	['/3/paper/upvotes', 'item 4, paper/upvotes'],
	['', 'the whole list'],
	['/data', 'the whole list'],
	['/feed[1]/entry[2]', '/feed[1]/entry[2]'],
] as [[number, number] | string, string][])('the place %j in words', (at, words) => {
	expect(placeInWords(at)).toBe(words);
});

test('a line of a file is shown without what would hide or turn it', () => {
	expect(shownLine('a\tb')).toBe('a\tb');
	expect(shownLine('\u0000\u001b\u007f\u0085\ufeff\u2066\ud800')).toBe('␀␛␡⟨U+0085⟩⟨U+FEFF⟩⟨U+2066⟩\ufffd');
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (line) => {
			expect(shownLine(line)).not.toMatch(/(?!\t)[\p{Cc}\p{Bidi_Control}]/u);
		}),
	);
});
