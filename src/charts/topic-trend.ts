import { greatest, sum } from 'd3-array';
import { type Chart, csvOf } from './chart.ts';
import { type Plot, type Point, plot } from './plot.ts';
import { counted, countInWords, periodInShort, periodInWords, shareInWords } from './words.ts';

export interface TopicTrend {
	/** Unique among the charts of a page, such as the topic's slug. */
	id: string;
	/** The topic's name. */
	name: string;
	unit: 'month' | 'quarter' | 'year';
	/** Shares are drawn as a line, counts as bars. */
	measure: 'share' | 'count';
	/** In order of time: the topic's papers, of how many in the archive. Nothing is known where `of` is 0. */
	periods: { period: string; papers: number; of: number }[];
	/** Papers of the topic, and of the archive, that stand in none of the periods. */
	undated: { papers: number; of: number };
}

/** A period as it is drawn and told. */
interface Told {
	period: string;
	papers: number;
	of: number;
	value: number | null;
}

/** How a topic's part in the archive, or where that is too small its papers, went over time. */
export function topicTrend(trend: TopicTrend): Chart {
	const { name, unit, measure } = trend;
	const told = trend.periods.map((each): Told => ({ ...each, value: drawnValue(each, measure) }));
	const write = measure === 'share' ? shareInWords : countInWords;
	const title = measure === 'share' ? `${name}: share of papers by ${unit}` : `${name}: papers by ${unit}`;
	const description = describe(told, write);
	return {
		svg: told.some(({ papers, of }) => papers > 0 && of > 0)
			? drawings(trend, told, { title, description, write })
			: null,
		title,
		description,
		caption: captionOf(trend),
		table: {
			head: [capitalized(unit), 'Papers', 'Papers in the archive', 'Share'],
			rows: told.map(({ period, papers, of }) => [
				periodInWords(period),
				of > 0 ? countInWords(papers) : 'not known',
				of > 0 ? countInWords(of) : 'none',
				of > 0 ? shareInWords(papers / of) : 'not known',
			]),
		},
		csv: csvOf(
			[unit, 'papers', 'of', 'share'],
			told.map(({ period, papers, of }) => [
				period,
				of > 0 ? papers : null,
				of,
				of > 0 ? Number((papers / of).toPrecision(4)) : null,
			]),
		),
	};
}

function drawnValue({ papers, of }: { papers: number; of: number }, measure: TopicTrend['measure']): number | null {
	if (!(of > 0)) return null;
	return measure === 'share' ? papers / of : papers;
}

function drawings(
	{ id, measure, unit }: TopicTrend,
	told: Told[],
	said: Pick<Plot, 'title' | 'description' | 'write'>,
): Chart['svg'] {
	const labels = axisLabels(told, unit);
	const shared: Omit<Plot, 'id' | 'variant' | 'width' | 'height'> = {
		...said,
		points: told.map(({ value }, index): Point => ({ value, label: labels[index] ?? null })),
		mark: measure === 'share' ? 'line' : 'bars',
		whole: measure === 'count',
	};
	return {
		wide: plot({ ...shared, id: `${id}-wide`, variant: 'chart-wide', width: 640, height: 240 }),
		narrow: plot({ ...shared, id: `${id}-narrow`, variant: 'chart-narrow', width: 304, height: 190 }),
	};
}

/** Periods of a year stand under its number where there are years enough, else each under its own name. */
function axisLabels(told: Told[], unit: TopicTrend['unit']): (string | null)[] {
	const periods = told.map(({ period }) => period);
	const startsYear = (period: string) => period.endsWith(unit === 'quarter' ? '-Q1' : '-01');
	if (unit === 'year' || periods.filter(startsYear).length < 3) return periods.map(periodInShort);
	return periods.map((period) => (startsYear(period) ? period.slice(0, 4) : null));
}

function describe(told: Told[], write: (value: number) => string): string {
	const known = told.flatMap(({ period, value }) => (value === null ? [] : [{ when: periodInWords(period), value }]));
	const [first, last] = [known.at(0), known.at(-1)];
	const highest = greatest(known, ({ value }) => value);
	if (first === undefined || last === undefined || highest === undefined || highest.value === 0) {
		return 'No paper of this topic has a date that could be drawn.';
	}
	const course =
		first === last
			? `${write(first.value)} in ${first.when}`
			: `From ${write(first.value)} in ${first.when} to ${write(last.value)} in ${last.when}`;
	return first === last || highest === first || highest === last
		? `${course}.`
		: `${course}; highest in ${highest.when}, at ${write(highest.value)}.`;
}

function captionOf({ unit, periods, undated }: TopicTrend): string {
	const papers = undated.papers + sum(periods, (each) => each.papers);
	const of = undated.of + sum(periods, (each) => each.of);
	const known = unit === 'year' ? 'date' : `date that names a ${unit === 'month' ? 'month' : 'month or quarter'}`;
	const drawn =
		undated.papers === 0
			? `All of them have a ${known}`
			: `${countInWords(undated.papers)} of them ${undated.papers === 1 ? 'has' : 'have'} no ${known} and cannot be drawn`;
	const elsewhere =
		undated.of === 0 ? '' : `; in the archive ${countInWords(undated.of)} of ${countInWords(of)} have none`;
	return `${counted(papers, 'paper')} of ${countInWords(of)} in the archive. ${drawn}${elsewhere}.`;
}

function capitalized(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}
