import type { z } from 'zod';
import type { Problem } from '../records/listing.ts';
import { badField } from './entry-problems.ts';

/** An item of a structured listing. A field is taken through its schema; one that does not fit costs only itself. */
export interface Fields {
	/** The field's value; null when it is absent, null, or not as the schema says, which is noted as a problem. */
	take<T>(name: string, schema: z.ZodType<T>): T | null;
}

/** `pointer` is the item's place in its file. Problems are added to `problems`. */
export function fieldsOf(item: Readonly<Record<string, unknown>>, pointer: string, problems: Problem[]): Fields {
	return {
		take(name, schema) {
			const value = Object.hasOwn(item, name) ? item[name] : undefined;
			if (value === undefined || value === null) return null;
			const parsed = schema.safeParse(value);
			if (parsed.success) return parsed.data;
			problems.push(badField(pointer, name, parsed.error.issues[0]?.message ?? 'another type'));
			return null;
		},
	};
}
