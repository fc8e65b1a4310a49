import { monthNumber } from '../records/dates.ts';
import type { Slug } from '../records/paper.ts';
import type { TermChanges } from '../records/terms.ts';
import { months } from './calendars.ts';
import { Comparisons, leastCompared, ofTerms } from './changed-terms.ts';
import { type FollowedTerms, leastBefore, leastPapers, toldChanges } from './followed-terms.ts';

/** The newest papers of a topic are those of so many months, up to the last that the archive has papers of. */
const newestMonths = 12;

/** The terms that rose and faded in the newest papers of each topic against its older ones. */
export function topicChanges(followed: FollowedTerms, topics: readonly Slug[]): TermChanges[] {
	const { papers, terms } = followed;
	const last = papers.at(-1)?.date ?? null;
	if (last === null) return [];
	const lastMonth = months.numberOf(last) ?? monthNumber(last) + newestMonths - 1;
	const [from, to] = [months.nameOf(lastMonth - newestMonths + 1), months.nameOf(lastMonth)];
	/** Of a paper: whether it is of these months, or older; null where that is not known. */
	const isNew = papers.map(({ date }) => {
		if (date === null) return null;
		if (date.slice(0, from.length) >= from && date.length >= from.length) return true;
		return date.slice(0, from.length) < from.slice(0, date.length) ? false : null;
	});
	const counts = new Map(topics.map((slug) => [slug, { these: 0, before: 0 }]));
	const add = (paper: number): void => {
		const side = isNew[paper] ? 'these' : 'before';
		if (isNew[paper] === null) return;
		for (const slug of papers[paper]?.topics ?? []) {
			const count = counts.get(slug);
			if (count) count[side]++;
		}
	};
	for (const paper of papers.keys()) add(paper);
	const enough = [...counts]
		.filter(([, { these, before }]) => these >= leastPapers && before >= leastBefore)
		.map(([slug, all]) => ({ slug, all: { ...all }, comparisons: new Comparisons(ofTerms) }));
	for (const term of terms.keys.keys()) {
		const having = terms.papers.subarray(terms.starts[term], terms.starts[term + 1]);
		if (having.length < leastCompared) continue;
		for (const count of counts.values()) {
			count.these = 0;
			count.before = 0;
		}
		for (const paper of having) add(paper);
		for (const { slug, all, comparisons } of enough) {
			const { these = 0, before = 0 } = counts.get(slug) ?? {};
			comparisons.compare(term, { papers: these, of: all.these }, { papers: before, of: all.before });
		}
	}
	return enough.map(({ slug, all, comparisons }) => {
		const older = papers.findIndex((paper, at) => isNew[at] === false && paper.topics.includes(slug));
		const ofTopic = (paper: number, side: boolean) =>
			isNew[paper] === side && (papers[paper]?.topics.includes(slug) ?? false);
		const sides = {
			of: { topic: slug },
			these: { from, to, papers: all.these },
			before: {
				from: papers[older]?.date?.slice(0, from.length) ?? from,
				to: months.nameOf(lastMonth - newestMonths),
				papers: all.before,
			},
			isThese: (paper: number) => ofTopic(paper, true),
			isBefore: (paper: number) => ofTopic(paper, false),
			isNow: (paper: number) => isNew[paper] === true,
		};
		return { ...toldChanges(followed, sides, comparisons.beyondChance()), topics: [] };
	});
}
