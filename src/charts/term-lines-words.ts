import { greatest } from 'd3-array';
import type { IsoDate } from '../records/dates.ts';
import type { Unit } from './over-time.ts';
import { type Share, shareOf } from './shares.ts';
import { describe, endLength, movedInWords, titleOf } from './topic-trend-words.ts';
import { notOverInWords, periodInWords, shareInWords } from './words.ts';

interface Told {
	term: string;
	periods: ({ period: string } & Share)[];
}

/** Of one term how it moved; of several which is highest in the last period that is over. */
export function titleOfTerms(terms: Told[], unit: Unit, until: IsoDate | null): string {
	const [first, second] = terms;
	if (first === undefined) return `Share of papers by ${unit}`;
	if (second === undefined) {
		return titleOf({ name: quoted(first.term), unit, measure: 'share', periods: first.periods, until });
	}
	const over = terms.flatMap(({ term, periods }) => {
		const last = periods.slice(0, until === null ? periods.length : -1).findLast(({ of }) => of > 0);
		return last === undefined ? [] : [{ term, period: last.period, share: shareOf(last) ?? 0 }];
	});
	const highest = greatest(over, ({ share }) => share);
	if (highest === undefined || highest.share === 0) return `${enumerated(terms)}: share of papers by ${unit}`;
	const equal = over.filter(({ share }) => share === highest.share);
	const when = `In ${periodInWords(highest.period)}${until === null ? '' : `, the last whole ${unit} with papers`}`;
	const share = `${shareInWords(highest.share)} of papers`;
	return equal.length > 1
		? `${when}, ${enumerated(equal)} are highest, in ${share} each`
		: `${when}, ${quoted(highest.term)} is highest, in ${share}`;
}

export function describeTerms(terms: Told[], unit: Unit, until: IsoDate | null): string {
	const [first, second] = terms;
	if (!terms.some(({ periods }) => periods.some(({ papers }) => papers > 0))) {
		return second === undefined
			? 'No paper whose date is known has this term.'
			: 'No paper whose date is known has one of these terms.';
	}
	const courseOf = ({ periods }: Told) => ({ unit, measure: 'share' as const, periods, until });
	if (first !== undefined && second === undefined) return describe(courseOf(first));
	const told = terms.map((each) => `${quoted(each.term)} ${movedInWords(courseOf(each)) ?? 'at 0%'}`);
	const over = (first?.periods ?? []).slice(0, until === null ? undefined : -1).filter(({ of }) => of > 0).length;
	const ends =
		endLength(over) === 1 ? 'the first compared with the last' : `the first ${endLength(over)} compared with the last`;
	return `Share of papers by ${unit}, ${ends}: ${told.join('; ')}.${notOverInWords(first?.periods.at(-1)?.period, until)}`;
}

const quoted = (term: string) => `“${term}”`;

function enumerated(terms: { term: string }[]): string {
	return new Intl.ListFormat('en-GB').format(terms.map(({ term }) => quoted(term)));
}
