import { type PublishedPaper, publishedPaperSchema } from '../../src/records/published-paper.ts';

/** What a test says of a paper; the rest is unknown. */
export type KnownOfPaper = { [K in keyof PublishedPaper]?: unknown };

/** The nth synthetic paper, with what is known of it. */
export function paperWith(n: number, known: KnownOfPaper): PublishedPaper {
	const title = typeof known.title === 'string' ? known.title : `Paper ${n}`;
	return publishedPaperSchema.parse({
		id: `t:${n.toString(16).padStart(16, '0')}`,
		ids: [],
		slug: `paper-n${n}`,
		aliases: [],
		title,
		abstract: null,
		abstractCut: null,
		summary: null,
		authorCount: null,
		authors: [],
		organization: null,
		published: null,
		publishedYear: null,
		listedOn: null,
		listedAlso: [],
		comments: null,
		upvotes: null,
		arxivId: null,
		version: null,
		doi: null,
		venue: null,
		language: null,
		withdrawn: null,
		links: [],
		topics: [],
		keyphrases: [],
		appearances: [
			{
				listing: 'synthetic.json',
				captured: null,
				position: n + 1,
				at: `/${n}`,
				values: {
					title,
					authorCount: null,
					organization: null,
					published: null,
					publishedYear: null,
					comments: null,
					upvotes: null,
				},
			},
		],
		conflicts: [],
		corrected: [],
		searchText: null,
		...known,
	});
}

const words = ['aardvark', 'bumblebee', 'crocodile', 'dragonfly', 'elephant'] as const;
export type SyntheticWord = (typeof words)[number];

/** Whether the abstract of the nth paper has a word: half of them the first, a third the second, and so on. */
export function hasWord(n: number, word: SyntheticWord): boolean {
	return n % (words.indexOf(word) + 2) === 0;
}

/** Papers of the years 2020 to 2024, some known to a month or a year only, one of ten without any date. */
export function syntheticPapers(count: number): PublishedPaper[] {
	return Array.from({ length: count }, (_, n) => {
		const abstract = words.filter((word) => hasWord(n, word)).join(' and ');
		return paperWith(n, {
			title: `Study ${n}`,
			abstract: `We look at ${abstract || 'nothing'} in this work.`,
			published: publishedOf(n),
			publishedYear: 'explicit',
			comments: n % 4 === 0 ? null : (n * 7) % 101,
			upvotes: n % 5 === 0 ? null : (n * 11) % 97,
			organization: n % 6 === 0 ? { slug: 'Anthill', name: 'The Anthill' } : null,
			links: n % 7 === 0 ? [{ url: 'https://example.org/code', kind: 'code' }] : [],
			topics: [['ants', 'bees', 'wasps'][n % 3], ...(n % 5 === 0 ? ['hornets'] : [])],
			authors: [{ name: `Ada Quill${n}`, url: null }],
		});
	});
}

function publishedOf(n: number): string | null {
	if (n % 10 === 3) return null;
	const date = [2020 + (n % 5), 1 + (n % 12), 1 + (n % 28)].map((part) => String(part).padStart(2, '0')).join('-');
	return date.slice(0, n % 10 === 4 ? 4 : n % 10 === 5 ? 7 : 10);
}
