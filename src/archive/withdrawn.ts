import type { MergedPaper } from '../listings/merged-paper.ts';
import type { Place, Problem } from '../records/listing.ts';
import type { Paper } from '../records/paper.ts';

/** What is left of a withdrawn paper: its title, its ids and addresses, where it was seen, and that it was withdrawn. */
export function withoutContent(paper: MergedPaper): MergedPaper {
	if (paper.withdrawn === null) return paper;
	return {
		...paper,
		abstract: null,
		abstractCut: null,
		summary: null,
		authorCount: null,
		authors: [],
		organization: null,
		comments: null,
		upvotes: null,
		links: [],
		conflicts: [],
		appearances: paper.appearances.map((appearance) => ({
			...appearance,
			values: {
				title: paper.title,
				authorCount: null,
				organization: null,
				published: null,
				publishedYear: null,
				comments: null,
				upvotes: null,
			},
		})),
	};
}

/** Where listings show withdrawn papers, by the paths of the listings. */
export type WithdrawnPlaces = ReadonlyMap<string, readonly Place[]>;

export function withdrawnPlaces(papers: readonly Pick<Paper, 'withdrawn' | 'appearances'>[]): WithdrawnPlaces {
	const seen = papers.flatMap(({ withdrawn, appearances }) =>
		appearances.map((appearance) => ({ ...appearance, gone: withdrawn !== null })),
	);
	const byFile = Map.groupBy(seen, ({ listing }) => listing);
	return new Map(
		[...byFile].map(([file, appearances]) => {
			const inOrder = appearances.sort((a, b) => a.position - b.position);
			return [file, inOrder.flatMap(({ at, gone }, nth) => (gone ? [upTo(at, inOrder[nth + 1]?.at)] : []))];
		}),
	);
}

/** In a text, what stands between an entry and the next may be a part of it that was not understood. */
function upTo(at: Place, next: Place | undefined): Place {
	if (typeof at === 'string') return at;
	return [at[0], Array.isArray(next) ? Math.max(at[1], next[0] - 1) : Number.MAX_SAFE_INTEGER];
}

/** Whether a place is a part of one of these, or holds one. */
export function meets(at: Place | null, places: readonly Place[]): boolean {
	if (at === null) return false;
	return places.some((place) =>
		typeof at === 'string' || typeof place === 'string'
			? at === place || (typeof at === 'string' && at.startsWith(`${place}/`))
			: at[0] <= place[1] && place[0] <= at[1],
	);
}

/** A problem without what it quotes of a withdrawn paper. */
export function withoutQuote(problem: Problem, places: readonly Place[]): Problem {
	return meets(problem.at, places) ? { ...problem, message: 'A problem of a paper that was withdrawn.' } : problem;
}
