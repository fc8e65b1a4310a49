import type { Place } from '../records/listing.ts';
import type { ListingContents } from '../records/listing-contents.ts';
import type { SitePath } from './addresses.ts';
import { entryPath, type ListingGroup } from './listing-groups.ts';
import { placeInWords, shownLine } from './listing-words.ts';

/** Something in a listing that could not be read as expected, with what stands there. */
export interface ListingProblem {
	/** Of the element on the page. */
	anchor: string;
	code: string;
	/** Where in the file, in words. */
	place: string | null;
	message: string;
	hint: string;
	/** The entry that it is about, where it is one. */
	entry: { position: number; path: SitePath } | null;
	/** The lines of the source; empty where there are none to show. */
	lines: { number: number; text: string }[];
	/** Whether there is more than these lines show. */
	cut: boolean;
}

/** The problems from `from` up to `to`, counted from 0, in the order in which they were found. */
export function listingProblems(
	{ key, problems }: Pick<ListingGroup, 'key' | 'problems'>,
	contents: ListingContents,
	from: number,
	to: number,
): ListingProblem[] {
	const keyOf = (at: Place) => JSON.stringify(at);
	const excerpts = new Map(contents.excerpts.map((excerpt) => [keyOf(excerpt.at), excerpt]));
	const entries = new Map(contents.entries.map(({ at, position }) => [keyOf(at), position]));
	return problems.slice(from, to).map(({ code, at, message, hint }, nth) => {
		const excerpt = at === null ? undefined : excerpts.get(keyOf(at));
		const position = at === null ? undefined : (entries.get(keyOf(at)) ?? entries.get(keyOf(itemOf(at))));
		return {
			anchor: `problem-${from + nth + 1}`,
			code,
			place: at === null ? null : placeInWords(at),
			message,
			hint,
			entry: position === undefined ? null : { position, path: entryPath(key, position) },
			lines: (excerpt?.lines ?? []).map((line, row) => ({ number: (excerpt?.from ?? 1) + row, text: shownLine(line) })),
			cut: excerpt?.cut ?? false,
		};
	});
}

/** The item that a field of it stands in; other places as they are. */
function itemOf(at: Place): Place {
	return typeof at === 'string' ? at.replace(/^((?:\/[a-z]+)?\/\d+)\/.*$/, '$1') : at;
}
