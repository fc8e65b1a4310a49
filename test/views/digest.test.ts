import { describe, expect, test } from 'vitest';
import { type Digest, digestOf } from '../../src/views/digest.ts';
import { monthView, yearView } from '../../src/views/periods.ts';
import { weekView } from '../../src/views/week.ts';
import { archiveOf } from './archive-of.ts';
import { many, numbered, type PaperParts } from './changing-papers.ts';

const topics = [
	{ slug: 'rye', name: 'Rye' },
	{ slug: 'wheat', name: 'Wheat' },
	{ slug: 'oats', name: 'Oats' },
	{ slug: 'maize', name: 'Maize' },
];
/** Papers of the spring, and of the August whose digest is read. */
const spring = (count: number, parts = {}) => many(count, { published: '2025-03-05', ...parts });
const august = (count: number, parts = {}) => many(count, { published: '2025-08-05', ...parts });
const rye = { topics: ['rye'] };
const sourdough = { title: 'Sourdough', abstract: 'We use Sourdough.' };
const brioche = { title: 'Brioche', abstract: 'We use Brioche.' };

const inWords = (digest: Digest | null) =>
	(digest?.sentences ?? []).map((pieces) =>
		pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
	);

const digestOfAugust = (...parts: PaperParts[][]) =>
	monthView(archiveOf(numbered(...parts), { topics }), '2025-08').digest;

test.each<[string, PaperParts[][], string[]]>([
	[
		'a topic that rose',
		[spring(48), spring(12, rye), august(4), august(16, rye)],
		['Topics that rose: Rye with 16 papers (80%, from 20%).'],
	],
	[
		'a topic that faded',
		[spring(12), spring(48, rye), august(18), august(2, rye)],
		['Topics that faded: Rye with 2 papers, 48 before (10%, from 80%).'],
	],
	[
		'a topic that is gone',
		[spring(12), spring(48, rye), august(20)],
		['Topics that faded: Rye with 0 papers, 48 before (0%, from 80%).'],
	],
	['a new topic', [spring(60), august(10), august(10, rye)], ['New topics: Rye with 10 papers.']],
	[
		'a topic that rose, one that faded, and one that is new',
		[
			spring(30),
			spring(20, { topics: ['wheat'] }),
			spring(10, rye),
			august(12, { topics: ['rye', 'oats'] }),
			august(8, { topics: ['rye'] }),
		],
		[
			'Topics that rose: Rye with 20 papers (100%, from 17%).',
			'Topics that faded: Wheat with 0 papers, 20 before (0%, from 33%).',
			'New topics: Oats with 12 papers.',
		],
	],
	[
		'a word that rose',
		[spring(54), spring(6, sourdough), august(4), august(16, sourdough)],
		['Words that rose: “Sourdough” in 16 papers (80%, from 10%).'],
	],
	['a new word', [spring(60), august(10), august(10, sourdough)], ['New words: “Sourdough” in 10 papers.']],
	[
		'a word that rose and one that is new',
		[spring(54), spring(6, sourdough), august(4), august(6, brioche), august(10, sourdough)],
		['Words that rose: “Sourdough” in 10 papers (50%, from 10%).', 'New words: “Brioche” in 6 papers.'],
	],
	[
		'a word that faded, where nothing rose',
		[spring(12), spring(48, sourdough), august(18), august(2, sourdough)],
		['Words that faded: “Sourdough” in 2 papers, 48 before (10%, from 80%).'],
	],
	[
		'a word that faded, not where one rose',
		[spring(12), spring(48, sourdough), august(12), august(8, brioche)],
		['New words: “Brioche” in 8 papers.'],
	],
	['nothing that differs clearly', [spring(48), spring(12, rye), august(15), august(5, rye)], []],
])('%s is told in a sentence', (_, parts, sentences) => {
	const digest = digestOfAugust(...parts);
	expect(inWords(digest)).toEqual(sentences);
	expect(digest?.note).toBe(
		sentences.length > 0 ? null : 'No topic or word has a share here that differs clearly from the time before.',
	);
	expect(digest?.compared?.words).toBe(
		'The 20 papers of August 2025, compared with the 60 of March 2025 to July 2025.',
	);
	expect(digest?.compared?.all.path).toBe('/2025/08/rising/');
});

test('no more than three topics and five words are told, as a list, each with its papers', () => {
	const all = { topics: topics.map(({ slug }) => slug) };
	const words = ['Brioche', 'Ciabatta', 'Damper', 'Eclair', 'Focaccia', 'Galette'].map((title) => ({ title }));
	const digest = digestOfAugust(
		spring(90),
		spring(10, all),
		...words.map((word) => spring(1, word)),
		august(36, all),
		...words.map((word) => august(14, word)),
	);
	const [risen, terms] = inWords(digest);
	expect(risen).toMatch(/^Topics that rose: (\w+ with 36 papers \(30%, from 9\.4%\)(, | and |\.$)){3}$/);
	expect(terms).toMatch(/^Words that rose: (“\w+” in 14 papers \(12%, from 0\.94%\)(, | and |\.$)){5}$/);
	const paths = digest?.sentences.flat().flatMap((piece) => (typeof piece === 'string' ? [] : [piece.path]));
	expect(paths).toHaveLength(8);
	expect(new Set(paths).size).toBe(8);
	for (const path of paths ?? []) expect(path).toMatch(/^\/2025\/08\/rising\/#t(opic|erm)-\w+$/);
});

describe('where too little is known', () => {
	test.each<[string, PaperParts[][], string | null]>([
		['of few papers nothing', [spring(60), august(5, rye)], null],
		[
			'of some that they are too few',
			[spring(60), august(9, rye)],
			'There are too few papers, here or before, to say what rose.',
		],
		[
			'of many, that those before are',
			[spring(29), august(60, rye)],
			'There are too few papers, here or before, to say what rose.',
		],
		[
			'of the first, that those before are',
			[august(60, rye)],
			'There are too few papers, here or before, to say what rose.',
		],
	])('%s is said', (_, parts, note) => {
		const digest = digestOfAugust(...parts);
		if (note === null) expect(digest).toBeNull();
		else expect(digest).toEqual({ sentences: [], compared: null, note });
	});

	test('of no papers nothing is said', () => {
		expect(digestOf(archiveOf([]), '2025-08', [], null)).toBeNull();
		expect(yearView(archiveOf([]), '2025').digest).toBeNull();
	});
});

describe('the most discussed paper', () => {
	const counted = (comments: (number | null)[], upvotes: (number | null)[]) =>
		numbered(
			comments.map((count, nth) => ({
				title: `Loaf ${nth}`,
				published: '2025-08-05',
				comments: count,
				upvotes: upvotes[nth] ?? null,
			})),
		);

	test.each([
		['by comments', [0, 3, 41, 1, null, 2], [900, 1, 2, 3, 4, 5], 'Most discussed: Loaf 2, with 41 comments.'],
		['by one comment', [1, 1, 0, 0, 0, 0], [1, 9, 0, 0, 0, 0], 'Most discussed: Loaf 1, with 1 comment.'],
		[
			'by upvotes',
			[null, null, null, null, null, null],
			[7, 1200, 0, 2, 1, 5],
			'Most upvoted: Loaf 1, with 1\u202F200 upvotes.',
		],
		[
			'by upvotes where one has comments',
			[5, 0, 0, 0, 0, 0],
			[7, 9, 0, 0, 0, 0],
			'Most upvoted: Loaf 1, with 9 upvotes.',
		],
	] as const)('%s is told', (_, comments, upvotes, sentence) => {
		const source = archiveOf(counted([...comments], [...upvotes]));
		const digests = [
			monthView(source, '2025-08').digest,
			yearView(source, '2025').digest,
			weekView(source, '2025-W32', null).digest,
		];
		for (const digest of digests) {
			expect(inWords(digest)).toEqual([sentence]);
			expect(digest?.compared).toBeNull();
		}
	});

	test('is not told where none is known', () => {
		const digest = monthView(archiveOf(counted([0, 0, 0, 0, 0, 0], [])), '2025-08').digest;
		expect(inWords(digest)).toEqual([]);
	});
});
