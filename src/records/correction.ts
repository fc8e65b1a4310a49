import { z } from 'zod';
import { isoDateSchema, partialDateSchema } from './dates.ts';
import { organizationSchema } from './listing.ts';

const text = z.string('This is written as text.').min(1, 'This is empty.');
const count = z.int('This is a whole number.').min(0);

/** The fields that can be corrected, and what each may hold; null says that nobody knows. */
export const correctableFields = {
	title: text,
	abstract: text.nullable(),
	authors: z.array(text, 'Authors are a list of names.').min(1).nullable(),
	authorCount: count.min(1).nullable(),
	organization: organizationSchema.nullable(),
	published: partialDateSchema.nullable(),
	listedOn: isoDateSchema.nullable(),
	arxivId: text.nullable(),
	doi: text.nullable(),
	venue: text.nullable(),
	language: text.nullable(),
} as const;
export type CorrectableField = keyof typeof correctableFields;

const common = {
	/** An id or an address of the paper … */
	paper: text.optional(),
	/** … or its title, where it has no id that is easily written. */
	title: text.optional(),
	reason: text,
	/** When the correction was made. */
	date: isoDateSchema,
};

const known = ({ paper, title }: { paper?: string | undefined; title?: string | undefined }) =>
	(paper === undefined) !== (title === undefined);
const named = 'A correction names its paper by paper: or by title:, one of them.';

const fieldSchema = z
	.strictObject({
		...common,
		field: z.enum(
			Object.keys(correctableFields) as [CorrectableField, ...CorrectableField[]],
			'This field cannot be corrected.',
		),
		/** What it is without the correction; where it is something else, the correction is not made. */
		was: z.json().optional(),
		value: z.json(),
	})
	.refine(known, named)
	.superRefine(({ field, value }, context) => {
		const issue = correctableFields[field].safeParse(value).error?.issues[0];
		if (issue) context.addIssue({ code: 'custom', path: ['value'], message: issue.message });
	});

/** One entry of `content/corrections.yaml`. */
export const correctionSchema = z.union([
	fieldSchema,
	/** Two papers that are one. */
	z.strictObject({ ...common, merge: text }).refine(known, named),
	/** Appearances that are another paper, together. */
	z
		.strictObject({
			...common,
			split: z.array(z.strictObject({ listing: text, position: z.int().min(1) })).min(1),
		})
		.refine(known, named),
	/** The paper is to be shown no more. */
	z.strictObject({ ...common, withdraw: z.literal(true) }).refine(known, named),
]);

/** A correction with the line of its file on which it begins. */
export type Correction = z.infer<typeof correctionSchema> & { line: number };
export type FieldCorrection = z.infer<typeof fieldSchema> & { line: number };
