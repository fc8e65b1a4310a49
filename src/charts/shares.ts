import type { Interval } from './band.ts';
import { countInWords, shareInWords } from './words.ts';

/** Some papers, and how many they are a part of. Nothing is known where `of` is 0. */
export interface Counts {
	papers: number;
	of: number;
}

/** A share, with its 95% interval: null where nothing is known. */
export interface Share extends Counts {
	interval: Interval | null;
}

/** The share itself; null where nothing is known. */
export function shareOf({ papers, of }: Counts): number | null {
	return of > 0 ? papers / of : null;
}

/** "12% (3 of 25)". */
export function shareOfAllInWords({ papers, of }: Counts): string {
	return of > 0 ? `${shareInWords(papers / of)} (${countInWords(papers)} of ${countInWords(of)})` : 'not known';
}

/** "4.2% to 30%". */
export function intervalInWords(interval: Share['interval']): string {
	return interval === null ? 'not known' : `${shareInWords(interval.low)} to ${shareInWords(interval.high)}`;
}

/** A share as fields of a CSV file: papers, of, share. */
export function shareFields({ papers, of }: Counts): (number | null)[] {
	return [of > 0 ? papers : null, of, of > 0 ? fraction(papers / of) : null];
}

/** The ends of its interval as fields: low, high. */
export function intervalFields(interval: Share['interval']): (number | null)[] {
	return interval === null ? [null, null] : [fraction(interval.low), fraction(interval.high)];
}

function fraction(value: number): number {
	return Number(value.toPrecision(4));
}
