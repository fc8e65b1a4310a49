import type { ArchiveSource } from './source.ts';

/** What the search page offers before anything is searched. */
export interface SearchView {
	/** By name. */
	topics: { slug: string; name: string }[];
	/** Newest first. */
	years: string[];
	/** Whether there are papers without a date. */
	undated: boolean;
}

export function searchView({ summary }: Pick<ArchiveSource, 'summary'>): SearchView {
	return {
		topics: summary.topics
			.filter(({ papers }) => papers > 0)
			.map(({ slug, name }) => ({ slug, name }))
			.sort((a, b) => (a.name < b.name ? -1 : 1)),
		years: summary.years
			.map(({ year }) => year)
			.sort()
			.reverse(),
		undated: summary.undated > 0,
	};
}
