import { z } from 'zod';
import { itemsSchema } from '../../src/bundle/plan.ts';
import { sentErrorSchema } from '../../src/errors.ts';

/** What a thread is asked for. */
export const askedSchema = z.strictObject({ id: z.int(), items: itemsSchema });
export type Asked = z.infer<typeof askedSchema>;

const fileSchema = z.strictObject({
	path: z.string(),
	bytes: z.int(),
	crc: z.int(),
	sha256: z.string(),
	deflated: z.instanceof(Uint8Array<ArrayBuffer>),
	modules: z.array(z.string()),
});

/** What it answers: the files, or why they could not be made. */
export const answerSchema = z.union([
	z.strictObject({ id: z.int(), files: z.array(fileSchema) }),
	z.strictObject({ id: z.int(), failed: sentErrorSchema }),
]);
export type Answer = z.infer<typeof answerSchema>;
