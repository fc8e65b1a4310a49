import { wordsOf } from '../../records/title-key.ts';
import { canHold, unfiltered } from './filters.ts';
import type { Misread } from './misread-words.ts';
import { filtersTyped, yearRange } from './parse.ts';
import type { OpenSegment } from './segment.ts';
import { farNeighbours, neighbours } from './spelling.ts';

/** How many values are named in the place of one that there is not. */
const mostInstead = 3;

/** The filters of a text that no paper of the archive can pass. Loads the columns of those that it has. */
export async function misreadIn(text: string, segments: readonly OpenSegment[]): Promise<Misread[]> {
	const read = await Promise.all(
		filtersTyped(text).map(async ({ kind, operator, value }): Promise<Misread | null> => {
			if (kind === 'unknown') return { kind, operator, value, instead: [] };
			if (kind === 'year') return misreadYear(operator, value, segments);
			const instead =
				kind === 'topic'
					? nearest(value, await topicsOf(segments), (form, wanted) => form.startsWith(wanted))
					: nearest(value, await organizationsOf(segments), (form, wanted) => ` ${form}`.includes(` ${wanted}`));
			return instead && { kind, operator, value, instead };
		}),
	);
	return read.filter((each) => each !== null);
}

function misreadYear(operator: string, value: string, segments: readonly OpenSegment[]): Misread | null {
	const range = yearRange(value);
	const filters = { ...unfiltered, years: range === null ? [] : [range] };
	if (range !== null && segments.some(({ segment }) => canHold(segment, filters))) return null;
	const years = segments.flatMap(({ segment: { from, to } }) => [from, to]).flatMap((date) => date?.slice(0, 4) ?? []);
	const span = years.sort().filter((_, at, { length }) => at === 0 || at === length - 1);
	return { kind: range === null ? 'year' : 'years', operator, value, instead: [...new Set(span)] };
}

/** A name as it is shown, and the folded forms that it is known by, with the number of its papers. */
interface Named {
	name: string;
	forms: string[];
	papers: number;
}

async function topicsOf(segments: readonly OpenSegment[]): Promise<Named[]> {
	const columns = await Promise.all(segments.map((open) => open.column('topics')));
	return columns.flatMap((column) =>
		Object.entries(column).map(([slug, { length }]) => ({
			name: slug,
			forms: [wordsOf(slug).join(' ')],
			papers: length,
		})),
	);
}

async function organizationsOf(segments: readonly OpenSegment[]): Promise<Named[]> {
	const columns = await Promise.all(segments.map((open) => open.column('organizations')));
	return columns.flatMap((column) =>
		Object.entries(column).map(([slug, { name, papers }]) => ({
			name,
			forms: [wordsOf(slug).join(' '), wordsOf(name).join(' ')],
			papers: papers.length,
		})),
	);
}

/**
 * Names in the place of a value that names none: those that share a word with it, or that it may be misspelt for, or else
 * those of most papers. Null when it names one; `names` says whether a folded form is named by it.
 */
function nearest(
	value: string,
	all: readonly Named[],
	names: (form: string, wanted: string) => boolean,
): string[] | null {
	const words = wordsOf(value);
	const wanted = words.join(' ');
	const forms = new Map<string, Named[]>();
	const papers = new Map<string, number>();
	for (const named of all) {
		for (const form of named.forms) {
			forms.set(form, [...(forms.get(form) ?? []), named]);
			papers.set(form, (papers.get(form) ?? 0) + named.papers);
		}
	}
	if (wanted !== '' && [...forms.keys()].some((form) => names(form, wanted))) return null;
	const known = [...forms.keys()].sort((a, b) => (papers.get(b) ?? 0) - (papers.get(a) ?? 0) || (a < b ? -1 : 1));
	const sharing = known.filter((form) => form.split(' ').some((word) => words.includes(word)));
	const near = [sharing, neighbours(wanted, papers), farNeighbours(wanted, papers), known].find(
		({ length }) => length > 0,
	);
	const instead = near?.flatMap((form) => forms.get(form)?.map(({ name }) => name) ?? []) ?? [];
	return [...new Set(instead)].slice(0, mostInstead);
}
