import type { Summary, Topic } from '../records/archive.ts';
import { compare } from '../records/order.ts';
import { addressed } from '../records/organization.ts';
import { dateOf, type Paper, type Slug } from '../records/paper.ts';

/** What counting reads of a paper. */
export type CountedPaper = Pick<Paper, 'listedOn' | 'published' | 'topics' | 'organization'>;

/**
 * How many papers are undated, and how many each topic, month and year has. Topics are all of the taxonomy, in its
 * order, papers or none. Months and years are those that hold papers, ascending, with those topics that have papers
 * there; a paper of which only the year is known counts in its year alone.
 */
export function countPapers(
	papers: readonly CountedPaper[],
	taxonomy: readonly Pick<Topic, 'slug' | 'name' | 'parent'>[],
): Pick<Summary, 'undated' | 'topics' | 'organizations' | 'months' | 'years'> {
	const slugs = taxonomy.map(({ slug }) => slug);
	const all = topicCounts(papers);
	return {
		undated: papers.filter((paper) => dateOf(paper) === null).length,
		topics: taxonomy.map(({ slug, name, parent }) => ({ slug, name, parent, papers: all.get(slug) ?? 0 })),
		organizations: organizationCounts(papers),
		months: byPeriod(papers, slugs, 'YYYY-MM'.length).map(({ period, ...counts }) => ({ month: period, ...counts })),
		years: byPeriod(papers, slugs, 'YYYY'.length).map(({ period, ...counts }) => ({ year: period, ...counts })),
	};
}

/** Counts by the first `length` characters of the date, of the papers whose date is as exact as that. */
function byPeriod(papers: readonly CountedPaper[], slugs: readonly Slug[], length: number) {
	const periods = Map.groupBy(papers, (paper) => {
		const date = dateOf(paper);
		return date === null || date.length < length ? null : date.slice(0, length);
	});
	return [...periods]
		.flatMap(([period, members]) => (period === null ? [] : [{ period, members }]))
		.sort((a, b) => (a.period < b.period ? -1 : 1))
		.map(({ period, members }) => {
			const counts = topicCounts(members);
			const topics: Record<Slug, number> = Object.fromEntries(
				slugs.flatMap((slug) => {
					const count = counts.get(slug);
					return count === undefined ? [] : [[slug, count]];
				}),
			);
			return { period, papers: members.length, topics };
		});
}

function topicCounts(papers: readonly CountedPaper[]): Map<Slug, number> {
	const counts = new Map<Slug, number>();
	for (const { topics } of papers) for (const slug of topics) counts.set(slug, (counts.get(slug) ?? 0) + 1);
	return counts;
}

/** The organisations of papers by their addresses, ascending: one address is one organisation, under its commonest name. */
function organizationCounts(papers: readonly CountedPaper[]): Summary['organizations'] {
	const stated = papers.flatMap(({ organization }) => (organization && addressed(organization)) ?? []);
	return [...Map.groupBy(stated, ({ slug }) => slug)]
		.map(([slug, members]) => ({ slug, name: commonest(members.map(({ name }) => name)), papers: members.length }))
		.sort((a, b) => compare(a.slug, b.slug));
}

/** Of equally common texts, the first in order. */
function commonest(texts: readonly string[]): string {
	const counts = [...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => ({ text, length }));
	const [first] = counts.sort((a, b) => b.length - a.length || compare(a.text, b.text));
	return first?.text ?? '';
}
