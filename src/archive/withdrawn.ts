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
	const gone = papers.filter(({ withdrawn }) => withdrawn !== null).flatMap(({ appearances }) => appearances);
	const byFile = Map.groupBy(gone, ({ listing }) => listing);
	return new Map([...byFile].map(([file, appearances]) => [file, appearances.map(({ at }) => at)]));
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
