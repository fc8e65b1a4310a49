import MiniSearch, { type Options } from 'minisearch';
import type { PublishedPaper } from '../../src/records/published-paper.ts';
import type { JudgedSearch } from './search-quality.ts';

/** A paper as MiniSearch indexes it: the fields that Daybook searches. */
export interface IndexedPaper {
	id: number;
	title: string;
	text: string;
	also: string;
	authors: string;
	organization: string;
}

/** The usual settings: letters may be wrong, words may be unfinished, and one of the words is enough. */
export const miniSearchOptions: Options<IndexedPaper> = {
	fields: ['title', 'text', 'also', 'authors', 'organization'],
	storeFields: ['title', 'text', 'authors'],
	searchOptions: { boost: { title: 3 }, fuzzy: 0.2, prefix: true, combineWith: 'OR' },
};

/** What search in Node and in a page is compared with: one index of all papers, in memory. */
export function miniSearchOf(papers: readonly PublishedPaper[]): MiniSearch<IndexedPaper> {
	const index = new MiniSearch(miniSearchOptions);
	index.addAll(
		papers.map(({ title, abstract, summary, searchText, authors, organization }, id) => ({
			id,
			title,
			text: abstract ?? summary ?? '',
			also: searchText ?? '',
			authors: authors.map(({ name }) => name).join('; '),
			organization: organization?.name ?? '',
		})),
	);
	return index;
}

export function judgedMiniSearch(papers: readonly PublishedPaper[]): JudgedSearch {
	const index = miniSearchOf(papers);
	return {
		name: 'MiniSearch',
		titles: async (query) =>
			index
				.search(query)
				.slice(0, 10)
				.map(({ title }) => String(title)),
	};
}
