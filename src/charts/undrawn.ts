import type { Unit } from './over-time.ts';
import { countInWords, periodInWords } from './words.ts';

/** What a chart over time leaves out. */
interface Undrawn {
	unit: Unit;
	/** The first period drawn. */
	from: string | undefined;
	/** Older papers. */
	earlier: number;
	/** Papers whose date is missing, or not as exact as the unit. */
	undated: number;
}

/** How many of the papers that a sentence before this one named are not drawn, and why. */
export function undrawnInWords({ unit, from, earlier, undated }: Undrawn): string {
	const older =
		earlier === 0 || from === undefined
			? []
			: [`${countInWords(earlier)} of them ${isOrAre(earlier)} older than ${periodInWords(from)} and not drawn`];
	const missing =
		undated === 0
			? []
			: [`${countInWords(undated)} ${older.length > 0 ? '' : 'of them '}${hasOrHave(undated)} no ${dateOf(unit)}`];
	const left = [...older, ...missing];
	return left.length === 0 ? `All of them have a ${dateOf(unit)}.` : `${left.join('; ')}.`;
}

function dateOf(unit: Unit): string {
	return unit === 'year' ? 'date' : `date that names a ${unit === 'month' ? 'month' : 'month or quarter'}`;
}

const isOrAre = (count: number) => (count === 1 ? 'is' : 'are');
const hasOrHave = (count: number) => (count === 1 ? 'has' : 'have');
