import { HtmlValidate } from 'html-validate';
import { pageFiles, readPage } from './built-site.ts';

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

/** What is wrong with the HTML of a built site's pages: `file:line:column rule message`. */
export async function htmlErrors(folder: string): Promise<string[]> {
	const errors: string[] = [];
	for (const file of pageFiles(folder)) {
		const { results } = await validator.validateString(readPage(folder, file), file);
		for (const { messages } of results) {
			errors.push(
				...messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId} ${message}`),
			);
		}
	}
	return errors;
}
