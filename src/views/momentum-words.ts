import type { Gain } from '../analysis/momentum.ts';
import { counted, countInWords } from '../charts/words.ts';
import { capturedDay } from '../records/dates.ts';
import { capturedInWords, daysInWords } from './words.ts';

/** `+12 between captures, 17 to 20 May 2025`. */
export function gainBetween({ gained, from, to }: Gain): string {
	const [first, last] = [capturedDay(from), capturedDay(to)];
	const span =
		first === last
			? `${capturedInWords(from).replace(/ UTC$/, '')} to ${capturedInWords(to).split(', ').at(-1)}`
			: daysInWords(first, last);
	return `${signed(gained)} between captures, ${span}`;
}

/** `+34 upvotes in 3 days`, given what was gained and in how many hours. */
export function gainWithin(gained: number, noun: string, hours: number): string {
	return `${gained > 0 ? '+' : ''}${counted(gained, noun)} in ${hoursInWords(hours)}`;
}

function signed(gained: number): string {
	if (gained === 0) return 'unchanged';
	return `${gained > 0 ? '+' : '−'}${countInWords(Math.abs(gained))}`;
}

/** As exact as a rate needs: hours up to two days, then days. */
function hoursInWords(hours: number): string {
	if (hours === 0) return 'less than an hour';
	if (hours < 48 && hours !== 24) return counted(hours, 'hour');
	return counted(Math.round(hours / 24), 'day');
}
