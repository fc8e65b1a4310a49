import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { type Correction, correctionSchema } from '../../src/records/correction.ts';
import { parseIsoDate } from '../../src/records/dates.ts';
import type { Rights, Sidecar } from '../../src/records/listing.ts';

const abstract =
	'We study how lanterns light a harbour at night, and find the dimmest of them from the shore in nine of ten.';

function listing(file: string, items: object[], sidecar: Sidecar | null = null) {
	return { file, bytes: new TextEncoder().encode(JSON.stringify(items)), sidecar };
}

function item(id: string, title: string, summary = abstract) {
	const authors = [{ name: 'Ann Bell', hidden: false }];
	return {
		paper: { id, title, summary, authors, publishedAt: '2026-01-03T00:00:00.000Z', upvotes: 4 },
		numComments: 1,
	};
}

const files = [
	listing('a.json', [item('2601.00001', 'Lanterns'), item('2601.00002', 'Knots', 'Knots in the rain.')]),
	listing('b.json', [item('2601.00003', 'Nets', 'Nets that are mended.')]),
];

function corrected(...corrections: object[]) {
	const common = { reason: 'the printed page says so', date: '2026-02-01' };
	const parsed = corrections.map(
		(each, at): Correction => ({
			...correctionSchema.parse({ ...common, ...each }),
			line: at + 1,
		}),
	);
	return buildArchive(readListings(files, 'x'), [], parsed);
}

function paper(archive: ReturnType<typeof corrected>, slug: string) {
	return archive.papers.find((each) => each.slug === slug);
}

describe('a correction', () => {
	test('changes a value, is named on its paper, and is counted', () => {
		const archive = corrected({ paper: 'arxiv:2601.00001', field: 'published', was: '2026-01-03', value: '2025-12' });
		expect(paper(archive, 'lanterns')).toMatchObject({ published: '2025-12', corrected: ['published'] });
		expect(archive.report.corrections).toEqual({ applied: 1, problems: [] });
		expect(archive.summary.corrections).toEqual([
			{ paper: 'arxiv:2601.00001', field: 'published', reason: 'the printed page says so', date: '2026-02-01' },
		]);
		expect(paper(archive, 'lanterns')?.appearances[0]?.values.published).toBe('2026-01-03');
	});

	test('finds its paper by an id, an address or a title', () => {
		for (const name of [{ paper: 'arxiv:2601.00002' }, { paper: 'knots' }, { title: 'KNOTS' }]) {
			const archive = corrected({ ...name, field: 'venue', value: 'Harbour Days' });
			expect(paper(archive, 'knots')).toMatchObject({ venue: 'Harbour Days' });
		}
	});

	test('of the title is shown, and the address stays', () => {
		const archive = corrected({ paper: 'knots', field: 'title', value: 'Knots, Revisited' });
		expect(paper(archive, 'knots')).toMatchObject({ title: 'Knots, Revisited', corrected: ['title'] });
	});

	test('of authors gives their number too', () => {
		const archive = corrected({ paper: 'knots', field: 'authors', value: ['A. One', 'B. Two'] });
		expect(paper(archive, 'knots')).toMatchObject({
			authorCount: 2,
			authors: [{ name: 'A. One' }, { name: 'B. Two' }],
		});
	});

	test.each([
		['that matches nothing', { paper: 'gone', field: 'venue', value: 'X' }, 'correction/matches-nothing'],
		[
			'whose old value does not hold',
			{ paper: 'knots', field: 'venue', was: 'Y', value: 'X' },
			'correction/other-value',
		],
		['of what is so already', { paper: 'knots', field: 'published', value: '2026-01-03' }, 'correction/not-needed'],
		['that merges with nothing', { paper: 'knots', merge: 'gone' }, 'correction/matches-nothing'],
		['that merges what is one', { paper: 'knots', merge: 'arxiv:2601.00002' }, 'correction/not-needed'],
		[
			'that splits off what is not there',
			{ paper: 'knots', split: [{ listing: 'c.json', position: 1 }] },
			'correction/matches-nothing',
		],
	])('%s is a problem, and changes nothing', (_, correction, code) => {
		const archive = corrected(correction);
		expect(archive.report.corrections).toMatchObject({ applied: 0, problems: [{ code, at: [1, 1] }] });
		expect(archive.papers.map(({ corrected: fields }) => fields)).toEqual([[], [], []]);
	});

	test('joins two papers, which keep both addresses', () => {
		const archive = corrected({ paper: 'arxiv:2601.00001', merge: 'nets' });
		expect(archive.papers.length).toBe(2);
		const joined = archive.papers.find(({ appearances }) => appearances.length === 2);
		expect(joined?.ids.toSorted()).toEqual(['arxiv:2601.00001', 'arxiv:2601.00003']);
		expect([joined?.slug, ...(joined?.aliases ?? [])]).toEqual(expect.arrayContaining(['lanterns', 'nets']));
	});

	test('takes a paper apart, and both have an address', () => {
		const both = [...files, listing('c.json', [item('2601.00001', 'Lanterns')])];
		const split = { paper: 'lanterns', split: [{ listing: 'c.json', position: 1 }] };
		const correction = { ...correctionSchema.parse({ ...split, reason: 'x', date: '2026-02-01' }), line: 1 };
		const { papers } = buildArchive(readListings(both, 'x'), [], [correction]);
		const lanterns = papers.filter(({ title }) => title === 'Lanterns');
		expect(lanterns.map(({ appearances }) => appearances.length)).toEqual([1, 1]);
		expect(new Set(lanterns.map(({ slug }) => slug)).size).toBe(2);
	});

	test('that withdraws a paper leaves its title and its address, and nothing else of it', () => {
		const archive = corrected({ paper: 'lanterns', withdraw: true });
		const gone = paper(archive, 'lanterns');
		expect(gone?.withdrawn).toEqual({ date: '2026-02-01', reason: 'the printed page says so' });
		expect(gone).toMatchObject({ abstract: null, authors: [], topics: [], related: [], links: [], searchText: null });
		expect(archive.index.map(({ slug }) => slug)).toEqual(['knots', 'nets']);
		expect(archive.summary).toMatchObject({ papers: 2, withdrawn: [{ slug: 'lanterns' }] });
		expect(JSON.stringify(archive.papers.filter(({ slug }) => slug !== 'lanterns'))).not.toContain('lantern');
		expect(JSON.stringify(archive)).not.toContain('dimmest');
	});
});

describe('terms of a source', () => {
	const rights = (abstracts: Rights['abstracts']): Sidecar => ({ rights: { licence: null, note: null, abstracts } });
	const long = `${abstract} ${'And more of it. '.repeat(20)}`.trim();
	const shownOf = (...sidecars: (Sidecar | null)[]) => {
		const captured = sidecars.map((sidecar, at) =>
			listing(`${at}.json`, [item('2601.00001', 'Lanterns', long)], sidecar),
		);
		return buildArchive(readListings(captured, 'x'), []).papers[0]?.abstract;
	};

	test('that allow no abstracts are kept to', () => {
		expect(shownOf(rights('none'))).toBe(null);
	});

	test('that allow an excerpt are kept to', () => {
		const shown = shownOf(rights('excerpt')) ?? '';
		expect(shown.length).toBeLessThanOrEqual(240);
		expect(long.startsWith(shown)).toBe(true);
	});

	test('do not bind what another source allows', () => {
		expect(shownOf({ ...rights('none'), day: parseIsoDate('2026-01-05') }, null)).toBe(long);
	});
});

test('a part of a page that was saved before adds what it has, and removes nothing', () => {
	const whole = listing('whole.json', [
		item('2601.00001', 'Lanterns'),
		item('2601.00002', 'Knots', 'Knots in the rain.'),
	]);
	const text = new TextDecoder().decode(whole.bytes);
	const part = { ...whole, file: 'part.json', bytes: new TextEncoder().encode(text.slice(0, text.length * 0.7)) };
	const before = buildArchive(readListings([whole], 'x'), []);
	const after = buildArchive(readListings([whole, part], 'x'), []);
	expect(after.papers.map(({ id, title, abstract: text }) => [id, title, text])).toEqual(
		before.papers.map(({ id, title, abstract: text }) => [id, title, text]),
	);
	expect(after.papers.map(({ appearances }) => appearances.length)).toEqual([2, 1]);
	expect(after.report.listings.find(({ file }) => file === 'part.json')?.problems.map(({ code }) => code)).toContain(
		'listing/cut-off',
	);
});
