import { type Captured, capturedDay, capturedInUtc } from '../records/dates.ts';
import { compare } from '../records/order.ts';
import type { Appearance } from '../records/paper.ts';

/** By how much a count grew between two captures. */
export interface Gain {
	/** Negative where it fell. */
	gained: number;
	from: Captured;
	to: Captured;
}

/** What a paper gained between the first and the last capture that know a count; each count has its own two. */
export interface Momentum {
	upvotes: Gain | null;
	comments: Gain | null;
}

type Count = keyof Momentum;

/** What momentum reads of an appearance. */
export type CountedAppearance = Pick<Appearance, 'captured'> & { values: Pick<Appearance['values'], Count> };

/** What a paper gained; null when no count is known at two known times. The order of its appearances does not matter. */
export function momentumOf(appearances: readonly CountedAppearance[]): Momentum | null {
	const upvotes = gainOf(appearances, 'upvotes');
	const comments = gainOf(appearances, 'comments');
	return upvotes === null && comments === null ? null : { upvotes, comments };
}

/** Hours from one capture to the other, rounded; whole days of 24 hours where the hour of either is not known. */
export function hoursOf({ from, to }: Pick<Gain, 'from' | 'to'>): number {
	const inDays = isDay(from) || isDay(to);
	const [start, end] = [from, to].map((captured) =>
		Date.parse(inDays ? capturedDay(captured) : capturedInUtc(captured)),
	);
	return Math.round(((end ?? 0) - (start ?? 0)) / 3_600_000);
}

interface Known {
	captured: Captured;
	utc: string;
	count: number;
}

function gainOf(appearances: readonly CountedAppearance[], name: Count): Gain | null {
	const known = appearances.flatMap(({ captured, values: { [name]: count } }): Known[] =>
		captured === null || count === null ? [] : [{ captured, utc: capturedInUtc(captured), count }],
	);
	const days = new Set(known.map(({ utc }) => utc.slice(0, 'YYYY-MM-DD'.length)));
	// Which of a bare day and an hour of that day came first, nobody knows.
	const ordered = days.size > 1 ? known : known.filter(({ captured }) => !isDay(captured));
	ordered.sort(byTime);
	const first = ordered[0];
	const last = ordered.find(({ utc }) => utc === ordered.at(-1)?.utc);
	if (!first || !last || first.utc === last.utc) return null;
	return { gained: last.count - first.count, from: first.captured, to: last.captured };
}

/** Where captures of one moment disagree the highest count goes first: a page from a cache is behind, never ahead. */
function byTime(a: Known, b: Known): number {
	return compare(a.utc, b.utc) || b.count - a.count || compare(a.captured, b.captured);
}

function isDay(captured: Captured): boolean {
	return captured.length === 'YYYY-MM-DD'.length;
}
