import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceOf, foundByTitle, leastConfidence, type Sought, signsOf } from '../../src/archive/found-by-title.ts';
import { partialDateSchema } from '../../src/records/dates.ts';
import type { Entry } from '../../src/records/listing.ts';
import { appearanceSchema } from '../../src/records/paper.ts';

const title = 'Lanterns That Light a Harbour at Night';
const abstract =
	'We study how lanterns light a harbour at night, and find the dimmest of them from the shore in nine of ten.';

type Known = Partial<Omit<Sought, 'authors' | 'published' | 'appearances'>> & {
	names?: string[];
	published?: string;
	captured?: string;
};

function sought({ names = [], published, captured, ...known }: Known = {}): Sought {
	return {
		title,
		abstract: null,
		abstractCut: null,
		authorCount: null,
		publishedYear: published === undefined ? null : 'explicit',
		listedOn: null,
		...known,
		authors: names.map((name) => ({ name, url: null })),
		published: published === undefined ? null : partialDateSchema.parse(published),
		appearances: [
			appearanceSchema.parse({
				listing: 'a.txt',
				captured: captured ?? null,
				position: 1,
				at: [1, 1],
				values: {
					title,
					authorCount: null,
					organization: null,
					published: null,
					publishedYear: null,
					comments: null,
					upvotes: null,
				},
			}),
		],
	};
}

type Shown = Partial<Omit<Entry, 'authors' | 'published'>> & { names?: string[]; published?: string };

function candidate({
	names = ['Ann Bell', 'Carl van der Berg'],
	published = '2025-03-10',
	...shown
}: Shown = {}): Entry {
	return {
		position: 1,
		at: '/feed/entry[1]',
		title,
		abstract,
		abstractCut: null,
		summary: null,
		authorCount: names.length,
		organization: null,
		publishedYear: 'explicit',
		comments: null,
		upvotes: null,
		arxivId: '2503.00001',
		version: 2,
		doi: null,
		venue: null,
		language: null,
		withdrawn: null,
		links: [],
		...shown,
		authors: names.map((name) => ({ name, url: null })),
		published: partialDateSchema.parse(published),
	};
}

describe('of one candidate', () => {
	test.each<[what: string, paper: Known, record: Shown, confidence: number | null]>([
		['an equal title of four words or more', {}, {}, 0.9],
		[
			'a title that capitals and punctuation tell apart',
			{ title: 'lanterns, that light a harbour (at night)' },
			{},
			0.9,
		],
		[
			'a title whose formula lost its marks',
			{ title: 'Sharp bounds for nu^2 and l_1 norms' },
			{ title: 'Sharp bounds for $\\nu^2$ and $l_1$ norms' },
			0.9,
		],
		[
			'a title with a style that the listing lost',
			{ title: 'HarbourLM: Lanterns for all ships' },
			{ title: '\\textit{HarbourLM}: Lanterns for all ships' },
			0.9,
		],
		['a title with one letter lost, alone', { title: title.replace('Lanterns', 'Lantens') }, {}, 0.76],
		['the same with its abstract', { title: title.replace('Lanterns', 'Lantens'), abstract }, {}, 0.976],
		['the same with as many authors', { title: title.replace('Lanterns', 'Lantens'), authorCount: 2 }, {}, 0.88],
		['a title of three words, alone', { title: 'Depth of Harbours' }, { title: 'Depth of Harbours' }, 0.675],
		[
			'a title of three words with the date',
			{ title: 'Depth of Harbours', published: '2025-03-12' },
			{ title: 'Depth of Harbours' },
			0.838,
		],
		['a title of one word', { title: 'Lanterns' }, { title: 'Lanterns' }, 0.225],
		['all signs', { abstract, authorCount: 2, published: '2025-03-10', captured: '2025-03-12' }, {}, 0.998],
		['names in another form', { names: ['Bell, A.', 'van der Berg, C.'] }, {}, 0.99],
		['half of the names', { names: ['Ann Bell', 'Zoe Quist'] }, {}, 0.945],
		['an abstract that was cut', { abstract: abstract.slice(0, 60), abstractCut: true }, {}, 0.99],
		['no abstract at arXiv', { abstract }, { abstract: null }, 0.9],
		['a printed year near it', { published: '2026' }, {}, 0.9],
		['a date months apart', { published: '2025-09-01' }, {}, 0.9],
		['an inferred date far off', { published: '2019-03-10', publishedYear: 'inferred' }, {}, 0.9],
		['a capture of the day before, elsewhere', { captured: '2025-03-09' }, {}, 0.9],
		['another part of a work', { title: `${title}, Part I` }, { title: `${title}, Part II` }, 0],
		['another version of a model', { title: 'Lanterns for Harbours V2' }, { title: 'Lanterns for Harbours V3' }, 0],
		['another number of authors', { authorCount: 3 }, {}, null],
		['other authors', { names: ['Zoe Quist', 'Yan Pell'] }, {}, null],
		['another abstract', { abstract: 'Nets that are mended by hand hold longer than those of a machine.' }, {}, null],
		['a capture before arXiv had it', { captured: '2025-03-08' }, {}, null],
		['a printed year far off', { published: '2020' }, {}, null],
		['an unlike title', {}, { title: 'Nets That Are Mended by Hand and by Machine' }, null],
	])('%s', (_, paper, record, confidence) => {
		const signs = signsOf(sought(paper), candidate(record));
		expect(signs && Math.round(confidenceOf(signs, paper.title ?? title) * 1000) / 1000).toBe(confidence);
		const isFound = confidence !== null && confidence >= leastConfidence;
		expect(foundByTitle(sought(paper), [candidate(record)])?.arxivId ?? null).toBe(isFound ? '2503.00001' : null);
	});

	test('takes its names, its date and its version, and says what speaks for it', () => {
		expect(foundByTitle(sought({ authorCount: 2 }), [candidate({ names: ['Émile Bell', 'Carl Berg'] })])).toEqual({
			arxivId: '2503.00001',
			version: 2,
			title,
			authors: ['Émile Bell', 'Carl Berg'],
			published: '2025-03-10',
			confidence: 0.95,
			signs: { title: 1, abstract: null, authorNames: null, authorCount: true, published: null },
		});
	});
});

describe('of several candidates', () => {
	const other = (shown: Shown = {}) => candidate({ arxivId: '2504.00002', ...shown });

	test('the likeliest is taken, in whatever order they come', () => {
		const near = other({ title: `${title} Too` });
		for (const all of [
			[near, candidate()],
			[candidate(), near],
		]) {
			expect(foundByTitle(sought({ abstract }), all)?.arxivId).toBe('2503.00001');
		}
	});

	test('none is taken where two are as likely', () => {
		expect(foundByTitle(sought(), [candidate(), other()])).toBe(null);
	});

	test('one is taken where something speaks against the other', () => {
		expect(foundByTitle(sought({ authorCount: 2 }), [other({ names: ['Ann Bell'] }), candidate()])?.arxivId).toBe(
			'2503.00001',
		);
	});

	test('the same paper twice is no rival of itself, and what has no id is none', () => {
		expect(foundByTitle(sought(), [candidate(), candidate(), other({ arxivId: null })])?.arxivId).toBe('2503.00001');
	});
});

test('a confidence is from 0 to 1, grows with each sign, and never reaches 1', () => {
	const degree = fc.double({ min: 0, max: 1, noNaN: true });
	const signs = fc.record({
		title: degree,
		abstract: fc.option(degree),
		authorNames: fc.option(degree),
		authorCount: fc.constant(null),
		published: fc.constant(null),
	});
	fc.assert(
		fc.property(signs, fc.lorem({ maxCount: 6 }), (known, words) => {
			const before = confidenceOf(known, words);
			const after = confidenceOf({ ...known, authorCount: true, published: true }, words);
			expect(before).toBeGreaterThanOrEqual(0);
			expect(after).toBeGreaterThanOrEqual(before);
			expect(after).toBeLessThan(1);
		}),
	);
});
