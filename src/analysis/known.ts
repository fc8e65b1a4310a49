import type { Summary } from '../records/archive.ts';
import { dateOf, dayOf, type Paper } from '../records/paper.ts';

/** Of how many papers each thing is known that a reader may look for. */
export function countKnown(papers: readonly Paper[]): Summary['known'] {
	const having = (has: (paper: Paper) => boolean) => papers.filter(has).length;
	return {
		abstract: having(({ abstract }) => abstract !== null),
		date: having((paper) => dateOf(paper) !== null),
		day: having((paper) => dayOf(paper) !== null),
		inferredYear: having(({ publishedYear }) => publishedYear === 'inferred'),
		authorNames: having(({ authors }) => authors.length > 0),
		authorCount: having(({ authors, authorCount }) => authors.length > 0 || authorCount !== null),
		organization: having(({ organization }) => organization !== null),
		arxivId: having(({ arxivId }) => arxivId !== null),
		doi: having(({ doi }) => doi !== null),
		code: having(({ links }) => links.some(({ kind }) => kind === 'code')),
		comments: having(({ comments }) => comments !== null),
		upvotes: having(({ upvotes }) => upvotes !== null),
		topics: having(({ topics }) => topics.length > 0),
	};
}
