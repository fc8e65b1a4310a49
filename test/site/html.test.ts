import { expect, test } from 'vitest';
import { folderOf, siteBases } from './built-site.ts';
import { htmlErrors } from './html-errors.ts';

test('every page is valid HTML', { timeout: 300_000 }, async () => {
	expect(await htmlErrors(folderOf(siteBases[0]))).toEqual([]);
});
