import { z } from 'zod';
import { isoDateSchema, partialDateSchema } from './dates.ts';
import { parseArxivId } from './ids.ts';

const text = z.string('This is written as text: put numbers and dates into quotation marks.').min(1, 'This is empty.');
const count = z.int('This is a whole number.').min(1, 'This is a whole number from 1 on.');
const day = z.string('A date is written YYYY-MM-DD.').pipe(isoDateSchema);
const written = z.string('A date is written as text: put a year alone into quotation marks.').pipe(partialDateSchema);
const organization = z.strictObject(
	{ slug: text, name: text },
	'An organisation has a slug, as its source writes it, and a name.',
);

/** The fields that can be corrected, and what each may hold; null says that nobody knows. */
export const correctableFields = {
	title: text,
	abstract: text.nullable(),
	authors: z.array(text, 'Authors are a list of names.').min(1, 'Authors are a list of names.').nullable(),
	authorCount: count.nullable(),
	organization: organization.nullable(),
	published: written.nullable(),
	listedOn: day.nullable(),
	arxivId: text
		.refine((id) => parseArxivId(id)?.arxivId === id, 'An arXiv id is written without address and version: 2401.00001.')
		.nullable(),
	doi: text
		.regex(/^10\.\d{4,9}\/[^\sA-Z]+$/, 'A DOI is written in lower case, without address: 10.1000/182.')
		.nullable(),
	venue: text.nullable(),
	language: text
		.regex(/^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/, 'A language is written as a code of BCP 47, such as en or pt-BR.')
		.nullable(),
} as const;

const fieldName = z.enum(
	[
		...(['title', 'abstract', 'authors', 'authorCount', 'organization', 'published'] as const),
		...(['listedOn', 'arxivId', 'doi', 'venue', 'language'] as const),
	],
	`A field that can be corrected is one of ${Object.keys(correctableFields).join(', ')}.`,
);

const common = {
	/** An id or an address of the paper … */
	paper: text.optional(),
	/** … or its title, where it has no id that is easily written. */
	title: text.optional(),
	reason: z.string('A correction has a reason, in words.').min(1, 'A correction has a reason, in words.'),
	/** When the correction was made. */
	date: z.string('A correction has the date on which it was made, YYYY-MM-DD.').pipe(isoDateSchema),
};

const known = ({ paper, title }: { paper?: string | undefined; title?: string | undefined }) =>
	(paper === undefined) !== (title === undefined);
const named = 'A correction names its paper by paper: or by title:, one of them.';

const fieldSchema = z
	.strictObject({
		...common,
		field: fieldName,
		/** What it is without the correction; where it is something else, the correction is not made. */
		was: z.json().optional(),
		value: z.json('A correction of a field has its value; null says that nobody knows.'),
	})
	.refine(known, named)
	.superRefine(({ field, value }, context) => {
		const issue = correctableFields[field].safeParse(value).error?.issues[0];
		if (issue) context.addIssue({ code: 'custom', path: ['value', ...issue.path], message: issue.message });
	});

const appearance = z.strictObject({ listing: text, position: count }, 'An appearance is a listing and a position.');

const forms = {
	field: fieldSchema,
	/** Two papers that are one. */
	merge: z.strictObject({ ...common, merge: text }).refine(known, named),
	/** Appearances that are another paper, together. */
	split: z
		.strictObject({ ...common, split: z.array(appearance, 'split: is a list of listings and positions.').min(1) })
		.refine(known, named),
	/** The paper is to be shown no more. */
	withdraw: z
		.strictObject({ ...common, withdraw: z.literal(true, 'withdraw: is followed by true.') })
		.refine(known, named),
} as const;

/** One entry of `content/corrections.yaml`. */
export const correctionSchema = z.union([forms.field, forms.merge, forms.split, forms.withdraw]);

/** The form that an entry is meant to have, by what it does; null where it does nothing. */
export function correctionForm(entry: unknown) {
	if (typeof entry !== 'object' || entry === null) return null;
	if ('merge' in entry) return forms.merge;
	if ('split' in entry) return forms.split;
	if ('withdraw' in entry) return forms.withdraw;
	return 'field' in entry || 'value' in entry ? forms.field : null;
}

/** A correction with the line of its file on which it begins. */
export type Correction = z.infer<typeof correctionSchema> & { line: number };
export type FieldCorrection = z.infer<typeof fieldSchema> & { line: number };
