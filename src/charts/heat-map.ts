import { greatest, max, sum } from 'd3-array';
import type { IsoDate } from '../records/dates.ts';
import { type Chart, csvOf } from './chart.ts';
import { drawHeatMap } from './heat-map-drawing.ts';
import { fewPapers, wideColumns } from './heat-map-plan.ts';
import type { Unit } from './over-time.ts';
import { type Counts, shareFields, shareOf, shareOfAllInWords } from './shares.ts';
import { counted, countInWords, notOverInWords, periodInWords, periodNames, shareInWords } from './words.ts';

/** Shares of many topics over time. */
export interface HeatMap {
	/** Unique among the charts of a page, without spaces. */
	id: string;
	unit: Unit;
	/** In order of time, without a hole. */
	periods: string[];
	/** From the top, each with a cell for every period: papers of the topic, and papers of that period. */
	rows: { slug: string; name: string; cells: Counts[] }[];
	/** The day until which the last period is known, where that is not its last day. */
	until: IsoDate | null;
}

/** More rows than this are not taken in at a glance. */
const mostRows = 40;
const nothing: Counts = { papers: 0, of: 0 };

/**
 * Topics below each other, periods beside each other, and in each cell a square whose area is the share (a Hinton
 * diagram). The first 40 rows are drawn, and of the periods the latest that there is room for; the table has what the
 * wide drawing has, the CSV file has all.
 */
export function heatMap({ id, unit, periods, rows, until }: HeatMap): Chart {
	const from = Math.max(0, periods.length - wideColumns);
	const recent = periods.slice(from);
	const drawn = rows.slice(0, mostRows).map(({ name, cells }) => ({
		name,
		cells: recent.map((_, index) => cells[from + index] ?? nothing),
	}));
	const known = drawn.some(({ cells }) => cells.some(({ of }) => of > 0));
	const title = titleOf(drawn, recent, unit, until);
	const description = describe(drawn, recent, unit, until);
	const shown = { unit, periods: recent, rows: drawn, unfinished: until !== null };
	const frame = { id, title, description };
	return {
		svg: known ? { wide: drawHeatMap(frame, shown, 'wide'), narrow: drawHeatMap(frame, shown, 'narrow') } : null,
		title,
		description,
		caption: captionOf(drawn, recent, { rows: rows.length, periods: periods.length }, unit),
		table: {
			head: ['Topic', ...periodNames(recent, until)],
			rows: drawn.map(({ name, cells }) => [name, ...cells.map(shareOfAllInWords)]),
		},
		csv: csvOf(
			['topic', 'period', 'papers', 'of', 'share'],
			rows.flatMap(({ slug, cells }) =>
				periods.map((period, index) => [slug, period, ...shareFields(cells[index] ?? nothing)]),
			),
		),
	};
}

type Row = { name: string; cells: Counts[] };

/** Which topic has the most papers in the last period that is over. */
function titleOf(rows: Row[], periods: string[], unit: Unit, until: IsoDate | null): string {
	const over = until === null ? periods : periods.slice(0, -1);
	const last = over.findLastIndex((_, index) => rows.some(({ cells }) => (cells[index]?.of ?? 0) >= fewPapers));
	const shares = rows.map(({ name, cells }) => ({ name, share: shareOf(cells[last] ?? nothing) ?? 0 }));
	const [first, next] = shares.toSorted((a, b) => b.share - a.share);
	if (first === undefined || first.share === 0 || first.share === next?.share) return `Topics by ${unit}`;
	return `${first.name} is the largest topic of ${periodInWords(over[last] ?? '')}: ${shareInWords(first.share)} of papers`;
}

function describe(rows: Row[], periods: string[], unit: Unit, until: IsoDate | null): string {
	const cells = rows.flatMap(({ name, cells: those }) =>
		those.map((cell, index) => ({ name, period: periods[index] ?? '', of: cell.of, share: shareOf(cell) })),
	);
	const telling = cells.filter(({ of }) => of >= fewPapers);
	const highest = greatest(telling.length > 0 ? telling : cells, ({ share }) => share ?? -1);
	if (highest === undefined || highest.share === null) return 'No paper has a date that could be drawn.';
	if (highest.share === 0) return `No paper of these topics is of a ${unit} that is drawn.`;
	return `The larger a square, the larger a topic’s share of the papers of a ${unit}; without a square it has none. The largest: ${highest.name} in ${periodInWords(highest.period)}, ${shareInWords(highest.share)}.${notOverInWords(periods.at(-1), until)}`;
}

function captionOf(rows: Row[], periods: string[], all: { rows: number; periods: number }, unit: Unit): string {
	const papers = sum(periods, (_, index) => max(rows, ({ cells }) => cells[index]?.of ?? 0) ?? 0);
	const left = [
		...(rows.length < all.rows ? [`the first ${countInWords(rows.length)} of ${counted(all.rows, 'topic')}`] : []),
		...(periods.length < all.periods
			? [`the last ${countInWords(periods.length)} of ${counted(all.periods, unit)}`]
			: []),
	];
	const told = `${counted(papers, 'paper')} in ${counted(periods.length, unit)}; a paper can have several topics.`;
	return left.length === 0 ? told : `${told} Drawn are ${left.join(' and ')}; the CSV file has all.`;
}
