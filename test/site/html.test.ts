import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { folderOf, pageFiles, readPage, siteBases } from './built-site.ts';

const validator = new HtmlValidate({
	root: true,
	extends: ['html-validate:recommended'],
	rules: {
		// How the source is written, which is the compressor's choice.
		'attr-quotes': 'off',
		'doctype-style': 'off',
		'no-inline-style': 'error',
		'no-trailing-whitespace': 'off',
		'void-style': 'off',
		// Titles of papers are as long as their authors made them.
		'long-title': 'off',
	},
});

test('every page is valid HTML', async () => {
	const folder = folderOf(siteBases[0]);
	const errors: string[] = [];
	for (const file of pageFiles(folder)) {
		const { results } = await validator.validateString(readPage(folder, file), file);
		for (const { messages } of results) {
			errors.push(
				...messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId} ${message}`),
			);
		}
	}
	expect(errors).toEqual([]);
});
