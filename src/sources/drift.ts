import type { z } from 'zod';
import { DaybookError } from '../errors.ts';

/**
 * Where items are not of the form that Daybook reads: the first place with what was expected there, and how many
 * there are. Null where all are.
 */
export function driftOf(items: readonly unknown[], schema: z.ZodType, url: string): DaybookError | null {
	const issues = items.flatMap((item, index) => {
		const parsed = schema.safeParse(item);
		return parsed.success ? [] : parsed.error.issues.map((issue) => ({ issue, path: [index, ...issue.path] }));
	});
	const [first] = issues;
	if (first === undefined) return null;
	const { issue, path } = first;
	const expected = issue.code === 'invalid_type' ? (named[issue.expected] ?? issue.expected) : issue.message;
	const found = kindOf(valueAt(items, path));
	const more = issues.length === 1 ? '' : `, and ${issues.length - 1} more like it`;
	return changed(`${written(path)}: expected ${expected}, found ${found}${more}`, url);
}

export function changed(how: string, url: string): DaybookError {
	return new DaybookError({
		code: 'source/changed',
		message: `The service does not answer in the form that Daybook reads. ${how}.`,
		hint: 'see whether a newer Daybook reads it, or report it with this message',
		location: { file: url },
	});
}

const named: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
};

/** What a value is, in the same words. */
export function kindOf(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (value === null) return 'null';
	if (value === '') return 'an empty text';
	if (Array.isArray(value)) return named['array'] ?? '';
	return named[typeof value] ?? typeof value;
}

/** `[3].paper.title` */
function written(path: readonly PropertyKey[]): string {
	return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
		value,
	);
}
