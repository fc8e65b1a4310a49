import type { Entry, Place, Problem } from '../records/listing.ts';
import type { ReadDate } from './reference-fields.ts';

/** Problems of what reference managers export and of tables, whose places may be lines. */

export function refusedReference(at: Place, message: string): Problem {
	return { code: 'item/refused', at, message, hint: 'mend it or export it again; the others were read' };
}

export function cutReferences(at: Place): Problem {
	return {
		code: 'listing/cut-off',
		at,
		message: 'The file ends in the middle of its list.',
		hint: 'export it again; what stands before was read',
	};
}

export function badReferenceField(at: Place, name: string, why: string): Problem {
	return {
		code: 'entry/bad-field',
		at,
		message: `The field ${name} is not as expected: ${why}.`,
		hint: 'it was left out; mend it at its source and export it again',
	};
}

/** What an entry takes from a date that was written as `text`. Of one that does not exist, which is noted. */
export function publishedOn(
	{ date, exists }: ReadDate,
	at: Place,
	text: string,
	problems: Problem[],
): Pick<Entry, 'published' | 'publishedYear'> {
	if (!exists) {
		problems.push({
			code: 'entry/no-such-date',
			at,
			message: `The date “${text.slice(0, 40)}” does not exist.`,
			hint: date === null ? 'it was left out' : `what exists of it was kept: ${date}`,
		});
	}
	return { published: date, publishedYear: date === null ? null : 'explicit' };
}
