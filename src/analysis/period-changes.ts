import type { Slug } from '../records/paper.ts';
import type { ChangedTopic, TermChanges } from '../records/terms.ts';
import type { Calendar } from './calendars.ts';
import {
	bySurprise,
	type Compared,
	Comparisons,
	leastCompared,
	ofTerms,
	ofTopics,
	rounded,
	type Thresholds,
} from './changed-terms.ts';
import { type FollowedTerms, leastBefore, leastPapers, toldChanges } from './followed-terms.ts';

/** Papers by the numbers of their periods, and how many periods back a period is compared with. */
interface Numbered {
	/** By paper; null where it stands in no period. */
	numbers: readonly (number | null)[];
	first: number;
	last: number;
	back: number;
}

/** A period, how many papers it has, and how many are in the periods before it. */
interface ComparedPeriod {
	number: number;
	of: number;
	before: number;
}

/**
 * The terms and topics that rose and faded in each period of a kind, against so many periods before it
 * (`back`). Of each topic `topics` have the places of its papers, ascending.
 */
export function periodChanges(
	followed: FollowedTerms,
	topics: ReadonlyMap<Slug, readonly number[]>,
	{ numberOf, nameOf }: Calendar,
	back: number,
): TermChanges[] {
	const { papers, terms } = followed;
	const numbers = papers.map(({ date }) => (date === null ? null : numberOf(date)));
	const known = numbers.filter((number) => number !== null);
	if (known.length === 0) return [];
	const first = known.reduce((least, number) => Math.min(least, number));
	const last = known.reduce((most, number) => Math.max(most, number));
	const numbered = { numbers, first, last, back };
	const between = counter(numbered);
	between.count(papers.keys());
	const periods = [...new Set(known)]
		.sort((a, b) => a - b)
		.map((number) => ({
			number,
			of: between.papers(number, number + 1),
			before: between.papers(number - back, number),
		}))
		.filter(({ of, before }) => of >= leastPapers && before >= leastBefore);
	const havingTerm = (term: number) => terms.papers.subarray(terms.starts[term], terms.starts[term + 1]);
	const slugs = [...topics.keys()];
	const ofTopic = [...topics.values()];
	const changedTerms = comparisons(numbered, periods, terms.keys.length, havingTerm, ofTerms);
	const changedTopics = comparisons(numbered, periods, slugs.length, (topic) => ofTopic[topic] ?? [], ofTopics);

	return periods.map(({ number, of, before }) => {
		const name = nameOf(number);
		const isThese = (paper: number) => numbers[paper] === number;
		const sides = {
			of: { period: name },
			these: { from: name, to: name, papers: of },
			before: { from: nameOf(Math.max(first, number - back)), to: nameOf(number - 1), papers: before },
			isThese,
			isNow: isThese,
			isBefore: (paper: number) => {
				const its = numbers[paper] ?? null;
				return its !== null && its < number && its >= number - back;
			},
		};
		const told = (changedTopics.get(number) ?? []).toSorted(bySurprise).flatMap((each): ChangedTopic[] => {
			const topic = slugs[each.term];
			if (topic === undefined) return [];
			const firstPaper = ofTopic[each.term]?.find((paper) => papers[paper]?.date !== null) ?? -1;
			return [
				{
					topic,
					papers: each.these.papers,
					before: each.before.papers,
					surprise: rounded(each.surprise),
					first: isThese(firstPaper),
				},
			];
		});
		return { ...toldChanges(followed, sides, changedTerms.get(number) ?? []), topics: told };
	});
}

/** By the number of a period: what has another share of its papers than of those before. */
function comparisons(
	numbered: Numbered,
	periods: readonly ComparedPeriod[],
	subjects: number,
	having: (subject: number) => ArrayLike<number> & Iterable<number>,
	least: Thresholds,
): Map<number, Compared[]> {
	const compared = periods.map((period) => ({ ...period, comparisons: new Comparisons(least) }));
	const between = counter(numbered);
	for (let subject = 0; subject < subjects; subject++) {
		const papers = having(subject);
		if (papers.length < leastCompared) continue;
		between.count(papers);
		for (const { number, of, before, comparisons: each } of compared) {
			const now = between.papers(number, number + 1);
			const then = between.papers(number - numbered.back, number);
			// Most have nearly nothing in most periods.
			if (Math.max(now, then) >= leastCompared)
				each.compare(subject, { papers: now, of }, { papers: then, of: before });
		}
	}
	return new Map(compared.map(({ number, comparisons: each }) => [number, each.beyondChance()]));
}

/** Counts some papers; then says how many of them stand in the periods from one to before another. */
function counter({ numbers, first, last }: Numbered) {
	/** Of the papers in all periods before each. */
	const sums = new Float64Array(last - first + 2);
	return {
		count(papers: Iterable<number>): void {
			sums.fill(0);
			for (const paper of papers) {
				const number = numbers[paper] ?? null;
				if (number !== null) sums[number - first + 1] = (sums[number - first + 1] ?? 0) + 1;
			}
			for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
		},
		papers: (from: number, to: number) => (sums[to - first] ?? 0) - (sums[Math.max(0, from - first)] ?? 0),
	};
}
