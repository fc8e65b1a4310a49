import type { MergedPaper } from '../listings/merged-paper.ts';

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
