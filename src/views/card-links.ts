import { isSettable } from '../charts/settable.ts';
import type { IndexedPaper } from '../records/archive.ts';
import type { PaperId } from '../records/paper.ts';
import type { SitePath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import type { ArchiveSource } from './source.ts';

/** The picture that stands for a page where others link to it, and what it shows in words. */
export interface CardLink {
	path: SitePath;
	alt: string;
}

export const siteCardPath: SitePath = '/cards/site.png';
export const topicsCardPath: SitePath = '/cards/topics.png';
export const organizationsCardPath: SitePath = '/cards/organizations.png';
export const listingsCardPath: SitePath = '/cards/listings.png';
export const topicCardPath = (slug: string): SitePath => `/cards/topics/${slug}.png`;
export const yearCardPath = (year: string): SitePath => `/cards/years/${year}.png`;
export const paperCardPath = (slug: string): SitePath => `/cards/papers/${slug}.png`;

const siteCard: CardLink = { path: siteCardPath, alt: 'How many papers Daybook has, and of which years they are' };

/** Kinds of pages that share a card, by the first parts of their address. */
const shared: readonly (readonly [address: RegExp, card: (name: string) => CardLink])[] = [
	[/^\/topics\/unsorted\//, () => ({ path: topicsCardPath, alt: 'How many topics there are' })],
	[/^\/topics\/([^/]+)\//, (slug) => ({ path: topicCardPath(slug), alt: 'The topic, and its papers by year' })],
	[/^\/topics\//, () => ({ path: topicsCardPath, alt: 'How many topics there are' })],
	[/^\/(\d{4})\//, (year) => ({ path: yearCardPath(year), alt: `${year}, and its papers by month` })],
	[/^\/organizations\//, () => ({ path: organizationsCardPath, alt: 'How many organisations are named' })],
	[/^\/listings\//, () => ({ path: listingsCardPath, alt: 'How many listings were captured' })],
];

/** The card of any page but a paper's: of its topic, its year or its kind, else of the site. */
export function cardAt(page: SitePath): CardLink {
	for (const [address, card] of shared) {
		const found = address.exec(page);
		if (found) return card(found[1] ?? '');
	}
	return siteCard;
}

/**
 * The card of a paper: its own when it is among the newest `ownCards` and its title can be set, else that of its first
 * topic, else of the site.
 */
export function paperCard(source: ArchiveSource, id: PaperId, ownCards: number): CardLink {
	const paper = source.indexed(id);
	if (paper && hasOwnCard(source, paper, ownCards)) return { path: paperCardPath(paper.slug), alt: paper.title };
	const topic = paper?.topics.find((slug) => catalogueOf(source).topicNames.has(slug));
	return topic === undefined ? siteCard : cardAt(`/topics/${topic}/`);
}

/** The papers that have a card of their own, newest last. */
export function papersWithCards({ index }: ArchiveSource, ownCards: number): IndexedPaper[] {
	return index.slice(Math.max(index.length - ownCards, 0)).filter(({ title }) => isSettable(title));
}

const made = new WeakMap<ArchiveSource, { ownCards: number; ids: ReadonlySet<PaperId> }>();

function hasOwnCard(source: ArchiveSource, { id }: IndexedPaper, ownCards: number): boolean {
	const known = made.get(source);
	if (known?.ownCards === ownCards) return known.ids.has(id);
	const ids = new Set(papersWithCards(source, ownCards).map((paper) => paper.id));
	made.set(source, { ownCards, ids });
	return ids.has(id);
}
