import { periodPath, type SitePath } from './addresses.ts';
import type { Period } from './catalogue.ts';
import type { NamedLink } from './paper-row.ts';
import { periodKind } from './period-kind.ts';
import { dateInWords } from './words.ts';

/** What the pages of a year, a month, a week and a day have in common. */
export interface PeriodFrame {
	path: SitePath;
	title: string;
	description: string;
	/** The pages above it: the periods it is part of, widest first, with the months that a week's days are of. */
	within: NamedLink[];
	/** The nearest ones of its kind that hold papers. */
	previous: NamedLink | null;
	next: NamedLink | null;
}

/** The frame of a period (`2025`, `2025-11`, `2025-W48`, `2025-11-24`) among those of its kind. */
export function periodFrame(period: string, periods: ReadonlyMap<string, Period>): PeriodFrame {
	const { previous = null, next = null } = periods.get(period) ?? {};
	const name = dateInWords(period);
	const wider = periodKind(period) === 'week' ? [4] : [4, 7];
	return {
		path: periodPath(period),
		title: name,
		description: `Papers of ${name}.`,
		within: wider.filter((length) => length < period.length).map((length) => periodLink(period.slice(0, length))),
		previous: previous === null ? null : periodLink(previous),
		next: next === null ? null : periodLink(next),
	};
}

/** The page of a period by its name. */
export function periodLink(period: string): NamedLink {
	return { name: dateInWords(period), path: periodPath(period) };
}
