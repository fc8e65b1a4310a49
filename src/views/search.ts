import type { ArchiveSource } from './source.ts';

/** What the search page knows before anything is searched. */
export interface SearchView {
	/** By name. */
	topics: { slug: string; name: string }[];
	/** The search index is in several pieces, by period. */
	severalSegments: boolean;
}

/** As `src/search/segments.ts` parts an archive. */
const segmentCapacity = 10_000;

export function searchView({ summary, report }: Pick<ArchiveSource, 'summary' | 'report'>): SearchView {
	return {
		topics: summary.topics
			.filter(({ papers }) => papers > 0)
			.map(({ slug, name }) => ({ slug, name }))
			.sort((a, b) => (a.name < b.name ? -1 : 1)),
		severalSegments: report.papers > segmentCapacity,
	};
}
