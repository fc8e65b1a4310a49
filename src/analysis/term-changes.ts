import type { Slug } from '../records/paper.ts';
import type { TermChanges } from '../records/terms.ts';
import { months, weeks, years } from './calendars.ts';
import { type DatedText, followedTerms } from './followed-terms.ts';
import { periodChanges } from './period-changes.ts';
import type { TermPapers } from './term-papers.ts';
import { topicChanges } from './topic-changes.ts';

/** With how many periods before it a period is compared: with a year, or three of them. */
const weeksBefore = 52;
const monthsBefore = 12;
const yearsBefore = 3;

/**
 * The terms that rose and faded in each week, month and year, and in the newest papers of each topic. Left out is what
 * has too few papers to say anything of.
 *
 * `papers` are in the order of their dates, undated ones first, and `terms` are theirs.
 */
export function termChanges(papers: readonly DatedText[], topics: readonly Slug[], terms: TermPapers): TermChanges[] {
	const followed = followedTerms(papers, terms);
	const ofTopics = new Map(topics.map((slug) => [slug, [] as number[]]));
	for (const [place, paper] of papers.entries()) for (const slug of paper.topics) ofTopics.get(slug)?.push(place);
	return [
		...periodChanges(followed, ofTopics, years, yearsBefore),
		...periodChanges(followed, ofTopics, months, monthsBefore),
		...periodChanges(followed, ofTopics, weeks, weeksBefore),
		...topicChanges(followed, topics),
	];
}
