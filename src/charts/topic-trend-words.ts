import { greatest, sum } from 'd3-array';
import type { Counts } from './shares.ts';
import type { TopicTrend } from './topic-trend.ts';
import { counted, countInWords, notOverInWords, periodInWords, shareInWords, spanInWords } from './words.ts';

/** What is told of a course: without its topic. */
type Course = Pick<TopicTrend, 'unit' | 'measure' | 'periods' | 'until'>;
type Period = TopicTrend['periods'][number];

/**
 * What is to be said of a course in a few words: from what to what a share moved between its ends, or when most
 * papers were; null where there is nothing to tell.
 */
export function movedInWords(course: Course): string | null {
	if (course.measure === 'count') {
		const most = mostIn(knownPeriods(course));
		return most === null ? null : `most in ${periodInWords(most.period)}`;
	}
	const ends = endsOf(finishedPeriods(course));
	return ends === null ? null : `from ${shareInWords(ends.first.share)} to ${shareInWords(ends.last.share)}`;
}

/** The period of most papers, where there is one: a single paper is not most of anything. */
function mostIn(periods: readonly Period[]): Period | null {
	const [most, next] = periods.toSorted((one, other) => other.papers - one.papers);
	return most === undefined || next === undefined || most.papers < 2 || most.papers === next.papers ? null : most;
}

/** What is to be learned, where the numbers can bear it. */
export function titleOf(trend: Course & Pick<TopicTrend, 'name'>): string {
	const { name, measure, unit } = trend;
	const known = knownPeriods(trend);
	if (measure === 'count') {
		const all = sum(known, (each) => each.papers);
		const most = mostIn(known);
		return most === null
			? `${name}: papers by ${unit}`
			: `${name}: most papers in ${periodInWords(most.period)}, ${countInWords(most.papers)} of ${countInWords(all)}`;
	}
	const over = finishedPeriods(trend);
	const ends = endsOf(over);
	if (ends === null) return `${name}: share of papers by ${unit}`;
	const { first, last } = ends;
	if (differs(first, last)) {
		const went = last.share > first.share ? 'rose' : 'fell';
		return `${name} ${went} from ${shareInWords(first.share)} of papers (${first.when}) to ${shareInWords(last.share)} (${last.when})`;
	}
	const share = sum(over, ({ papers }) => papers) / sum(over, ({ of }) => of);
	return `${name}: ${shareInWords(share)} of papers, ${spanInWords(over.at(0)?.period ?? '', over.at(-1)?.period ?? '')}`;
}

/** What is to be seen. */
export function describe({ measure, periods, until }: Course): string {
	const known = knownPeriods({ periods });
	const course = measure === 'count' ? describeCounts(known) : describeShares(known);
	if (course === null) return 'No paper of this topic has a date that could be drawn.';
	return `${course}.${notOverInWords(periods.at(-1)?.period, until)}`;
}

function describeCounts(known: Period[]): string | null {
	const held = known.filter(({ papers }) => papers > 0);
	const [first, last] = [held.at(0), held.at(-1)];
	if (first === undefined || last === undefined) return null;
	const papers = counted(
		sum(held, (each) => each.papers),
		'paper',
	);
	if (first === last) return `${papers}, of ${periodInWords(first.period)}`;
	const most = mostIn(held);
	return `${papers}, ${spanInWords(first.period, last.period)}${most === null ? '' : `; most in ${periodInWords(most.period)}, ${countInWords(most.papers)}`}`;
}

function describeShares(known: Period[]): string | null {
	const [first, last] = [known.at(0), known.at(-1)];
	const highest = greatest(known, shareOf);
	if (first === undefined || last === undefined || highest === undefined || highest.papers === 0) return null;
	const told = (period: Period) => `${shareInWords(shareOf(period))} in ${periodInWords(period.period)}`;
	if (first === last) return told(first);
	const course = `From ${told(first)} to ${told(last)}`;
	return highest === first || highest === last
		? course
		: `${course}; highest in ${periodInWords(highest.period)}, at ${shareInWords(shareOf(highest))}`;
}

const shareOf = ({ papers, of }: Counts) => papers / of;

function knownPeriods({ periods }: Pick<Course, 'periods'>): Period[] {
	return periods.filter(({ of }) => of > 0);
}

function finishedPeriods({ periods, until }: Pick<Course, 'periods' | 'until'>): Period[] {
	return knownPeriods({ periods: until === null ? periods : periods.slice(0, -1) });
}

/** Whether two shares differ by more than chance explains, at one in twenty: a test of two proportions. */
function differs(one: Counts, other: Counts): boolean {
	const together = (one.papers + other.papers) / (one.of + other.of);
	const deviation = Math.sqrt(together * (1 - together) * (1 / one.of + 1 / other.of));
	return Math.abs(one.papers / one.of - other.papers / other.of) > 1.96 * deviation;
}

/** Some periods at the beginning or the end of a course, taken together. */
interface End extends Counts {
	share: number;
	when: string;
}

/** One period alone says little of a share: an end is a quarter of the periods. */
const endPart = 1 / 4;

/** How many of so many periods each end of a course takes. */
export function endLength(periods: number): number {
	return Math.max(1, Math.floor(periods * endPart));
}

/** The two ends of periods of which something is known; null where they are the same, or no papers are there. */
function endsOf(over: Period[]): { first: End; last: End } | null {
	const length = endLength(over.length);
	if (over.length < 2 || over.every(({ papers }) => papers === 0)) return null;
	return { first: together(over.slice(0, length)), last: together(over.slice(-length)) };
}

function together(periods: Period[]): End {
	const papers = sum(periods, (each) => each.papers);
	const of = sum(periods, (each) => each.of);
	return {
		papers,
		of,
		share: papers / of,
		when: spanInWords(periods.at(0)?.period ?? '', periods.at(-1)?.period ?? ''),
	};
}
