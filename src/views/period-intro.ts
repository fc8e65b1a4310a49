import { counted, countInWords } from '../charts/words.ts';
import type { IndexedPaper } from '../records/archive.ts';

/** `12 papers from 5 organisations, with 84 comments and 310 upvotes.`, as far as listings say. */
export function introOf(papers: readonly IndexedPaper[]): string {
	return `${counted(papers.length, 'paper')}${sourceOf(papers)}${attentionOf(papers)}.`;
}

/** Whose the papers are; of one paper its own row says so. */
function sourceOf(papers: readonly IndexedPaper[]): string {
	const named = papers.flatMap(({ organization }) => organization?.slug ?? []);
	if (named.length === 0 || papers.length === 1) return '';
	const organizations = counted(new Set(named).size, 'organisation');
	if (named.length === papers.length) return ` from ${organizations}`;
	return `, ${countInWords(named.length)} of them from ${organizations}`;
}

function attentionOf(papers: readonly IndexedPaper[]): string {
	const comments = papers.reduce((sum, paper) => sum + (paper.comments ?? 0), 0);
	const upvotes = papers.reduce((sum, paper) => sum + (paper.upvotes ?? 0), 0);
	const parts = [
		...(comments === 0 ? [] : [counted(comments, 'comment')]),
		...(upvotes === 0 ? [] : [counted(upvotes, 'upvote')]),
	];
	return parts.length === 0 ? '' : `, with ${parts.join(' and ')}`;
}
