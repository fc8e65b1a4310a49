import { wordsOf } from '../../records/title-key.ts';
import { type ColumnTypes, numbersOf, undatedYear } from './columns.ts';
import { type ParsedText, type YearRange, yearRange } from './parse.ts';
import { noFilters, type Query } from './query.ts';
import type { SearchSegment } from './seam.ts';
import type { OpenSegment } from './segment.ts';

/** What of a query narrows what its words find. */
export type Filters = Pick<Query, 'topic' | 'year' | 'organization' | 'code'> &
	Pick<ParsedText, 'topics' | 'organizations' | 'years'>;

/** All papers pass. */
export const unfiltered: Filters = { ...noFilters, topics: [], organizations: [], years: [] };

/** What a record has under a name that a reader may have typed: `constructor` is none of every object's own here. */
function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
	return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Whether a paper passes, by its number. */
type Passes = (number: number) => boolean;

/** Whether a segment can have papers of the years that a query asks for. */
export function canHold({ from, to }: SearchSegment, filters: Filters): boolean {
	return rangesOf(filters).every((range) => {
		// A segment of papers with dates may begin with some that have none.
		if (range === 'undated') return true;
		if (from === null || to === null) return false;
		return (range.from ?? '0000') <= to.slice(0, 4) && from.slice(0, 4) <= (range.to ?? '9999');
	});
}

function rangesOf({ year, years }: Filters): YearRange[] {
	const chosen = year === null ? null : yearRange(year);
	return chosen === null ? years : [chosen, ...years];
}

/** What the papers of a segment must pass; null when there is nothing. Loads the columns it needs. */
export async function passing(open: OpenSegment, filters: Filters): Promise<Passes | null> {
	const { topic, topics, organization, organizations, code } = filters;
	const all: Passes[] = [];
	for (const range of rangesOf(filters)) all.push(inYears(range, await open.column('years'), open.segment.papers));
	if (topic !== null || topics.length > 0) {
		const column = await open.column('topics');
		if (topic !== null) all.push(among(numbersOf(ownValue(column, topic) ?? [])));
		for (const named of topics) all.push(among(topicsNamed(named, column)));
	}
	if (organization !== null || organizations.length > 0) {
		const column = await open.column('organizations');
		if (organization !== null) all.push(among(numbersOf(ownValue(column, organization)?.papers ?? [])));
		for (const named of organizations) all.push(among(organizationsNamed(named, column)));
	}
	if (code) all.push(among(numbersOf(await open.column('code'))));
	return all.length === 0 ? null : (number) => all.every((passes) => passes(number));
}

function among(numbers: readonly number[]): Passes {
	const set = new Set(numbers);
	return (number) => set.has(number);
}

function inYears(range: YearRange, years: ColumnTypes['years'], papers: number): Passes {
	const inside = years.flatMap(([year, first], at): [number, number][] => {
		const wanted =
			range === 'undated' || year === undatedYear
				? range === year
				: (range.from ?? year) <= year && year <= (range.to ?? year);
		return wanted ? [[first, years[at + 1]?.[1] ?? papers]] : [];
	});
	return (number) => inside.some(([first, end]) => first <= number && number < end);
}

/** The topic that is so called, or else those that begin so. */
function topicsNamed(typed: string, topics: ColumnTypes['topics']): number[] {
	const slug = wordsOf(typed).join('-');
	const exact = ownValue(topics, slug);
	if (exact) return numbersOf(exact);
	return Object.entries(topics).flatMap(([each, papers]) => (each.startsWith(slug) ? numbersOf(papers) : []));
}

/** The organisations whose slug or name is what was typed, or else those whose name has it at the start of a word. */
function organizationsNamed(typed: string, organizations: ColumnTypes['organizations']): number[] {
	const wanted = wordsOf(typed).join(' ');
	const named = Object.entries(organizations).map(([slug, { name, papers }]) => ({
		names: [wordsOf(slug).join(' '), wordsOf(name).join(' ')],
		papers,
	}));
	const exact = named.filter(({ names }) => names.includes(wanted));
	const found =
		exact.length > 0 ? exact : named.filter(({ names }) => names.some((name) => ` ${name}`.includes(` ${wanted}`)));
	return found.flatMap(({ papers }) => numbersOf(papers));
}
