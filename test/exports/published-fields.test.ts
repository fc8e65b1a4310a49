import { expect, test } from 'vitest';
import { publishedFields } from '../../src/exports/published-fields.ts';
import { publishedPaperSchema } from '../../src/records/published-paper.ts';

test('every key of a published paper is explained, in its order', () => {
	expect(Object.keys(publishedFields)).toEqual(Object.keys(publishedPaperSchema.shape));
	for (const text of Object.values(publishedFields)) expect(text).toMatch(/^.+\.$/);
});
