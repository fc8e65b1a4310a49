import { describe, expect, test } from 'vitest';
import { cardAt, paperCard } from '../../src/views/card-links.ts';
import { placedCards } from '../../src/views/cards.ts';
import { sitePages } from '../../src/views/site-pages.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

const topics = [
	{ slug: 'vision', name: 'Vision' },
	{ slug: 'chinese', name: '中文' },
];
const papers = [
	...papersOn(['2024-05-01', '2025-11-20', '2025-11-21'], { topics: ['vision'] }),
	paperOf({ id: 'arxiv:2502.00001', slug: 'undated', title: 'An undated one' }),
	paperOf({
		id: 'arxiv:2502.00002',
		slug: 'unsettable',
		title: '中文标题',
		published: '2025-12-01',
		topics: ['chinese'],
	}),
	paperOf({ id: 'arxiv:2502.00003', slug: 'alone', title: 'عنوان', published: '2025-12-02' }),
];
const source = archiveOf(papers, { topics });
const linkOf = (slug: string, ownCards: number) => {
	const paper = papers.find((each) => each.slug === slug);
	if (!paper) throw new Error(`no paper ${slug}`);
	return paperCard(source, paper.id, ownCards).path;
};
const placed = (ownCards: number) => [...placedCards(source, ownCards)];
const cardOf = (path: string, ownCards = 100) => placed(ownCards).find((each) => each.path === path)?.card;

describe('which card stands for a page', () => {
	test.each([0, 2, 100])('each card that a page names is drawn, once, with %i for papers', (ownCards) => {
		const drawn = placed(ownCards).map(({ path }) => path);
		expect(new Set(drawn).size).toBe(drawn.length);
		const named = sitePages(source).map(({ path }) => cardAt(path).path);
		const ofPapers = papers.map(({ id }) => paperCard(source, id, ownCards).path);
		expect([...named, ...ofPapers].filter((path) => !drawn.includes(path))).toEqual([]);
	});

	test.each([
		['/', '/cards/site.png'],
		['/about/', '/cards/site.png'],
		['/papers/', '/cards/site.png'],
		['/topics/', '/cards/topics.png'],
		['/topics/vision/', '/cards/topics/vision.png'],
		['/topics/vision/2/', '/cards/topics/vision.png'],
		['/2025/11/20/', '/cards/years/2025.png'],
		['/2025/w48/', '/cards/years/2025.png'],
		['/organizations/some/', '/cards/organizations.png'],
		['/listings/abcdefabcdef/', '/cards/listings.png'],
	] as const)('%s has %s', (page, card) => expect(cardAt(page).path).toBe(card));

	test('the newest papers have their own, others that of their topic', () => {
		expect(linkOf('paper-00002', 3)).toBe('/cards/papers/paper-00002.png');
		expect(linkOf('paper-00001', 3)).toBe('/cards/topics/vision.png');
		expect(linkOf('undated', 3)).toBe('/cards/site.png');
		expect(linkOf('undated', 100)).toBe('/cards/papers/undated.png');
	});

	test('a title that cannot be set has the card of its topic, else of the site', () => {
		expect(linkOf('unsettable', 100)).toBe('/cards/topics/chinese.png');
		expect(linkOf('alone', 100)).toBe('/cards/site.png');
	});
});

describe('what a card says', () => {
	test('of a paper: its topic, its title, its date, and its year among those of the topic', () => {
		expect(cardOf('/cards/papers/paper-00001.png')).toMatchObject({
			label: 'Vision',
			title: 'Paper 1',
			byline: [],
			facts: '20 November 2025',
			bars: { values: [1, 2], first: '2024', last: '2025', meant: 1 },
		});
	});

	test('of a paper of which little is known', () => {
		expect(cardOf('/cards/papers/undated.png')).toMatchObject({
			label: 'Paper',
			hue: null,
			facts: 'Date not stated',
			bars: { meant: null },
		});
	});

	test('names no organisation that cannot be set', () => {
		const organization = { slug: 'qinghua', name: '清华大学' };
		const [paper] = papersOn(['2025-01-01'], { organization, authorCount: 3 });
		const cards = [...placedCards(archiveOf(paper ? [paper] : []), 1)];
		expect(cards.at(-1)?.card.byline).toEqual(['3 authors']);
	});

	test('of the site, a year and a topic whose name cannot be set', () => {
		expect(cardOf('/cards/site.png')?.title).toBe('6 papers from 2024 to 2025');
		expect(cardOf('/cards/years/2025.png')).toMatchObject({ title: '2025', facts: '4 papers' });
		expect(cardOf('/cards/years/2025.png')?.bars?.values).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2]);
		expect(cardOf('/cards/topics/chinese.png')?.title).toBe('A topic of this archive');
	});

	test('of an empty archive: nothing is drawn that is not there', () => {
		const [site, , organizations] = [...placedCards(archiveOf([], { listings: [] }), 10)];
		expect(site?.card).toMatchObject({ title: '0 papers', bars: null });
		expect(organizations?.card.title).toBe('No organisations yet');
	});
});
