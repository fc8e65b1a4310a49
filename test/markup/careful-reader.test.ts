import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { renderAbstract, renderTitle } from '../../src/markup/render.ts';
import { requireShared } from '../shared-material.ts';
import { editedText } from './shown-text.ts';

const place = { file: z.string(), ordinal: z.number(), field: z.enum(['title', 'abstract']) };
const caseSchema = z.object({
	...place,
	raw: z.string(),
	wanted: z.string(),
	automatic: z.enum(['yes', 'pattern', 'no']),
});
const keptSchema = z.object({ ...place, text: z.string() });
const entrySchema = z.object({
	file: z.string(),
	ordinal: z.number(),
	title: z.string(),
	abstract: z.string().nullable(),
});

function lines<T>(file: string, schema: z.ZodType<T>): T[] {
	return readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map((line) => schema.parse(JSON.parse(line)));
}

/** The whole text that something stood in, else the thing itself, as it is shown. */
function shownOf(truth: string): (at: z.infer<typeof keptSchema>) => string {
	const entries = lines(`${truth}/entries.jsonl`, entrySchema);
	const texts = new Map(entries.map((entry) => [`${entry.file}#${entry.ordinal}`, entry]));
	return ({ file, ordinal, field, text }) => {
		const source = texts.get(`${file}#${ordinal}`)?.[field] ?? text;
		return editedText((field === 'title' ? renderTitle : renderAbstract)(source).html);
	};
}

/** What is compared: nothing of spaces, dollars, braces, font commands, and variants of dashes and quotation marks. */
function compared(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.replace(/\\(?:mathbb|mathrm|mathsf|mathbf|mathcal|operatorname|text)(?![A-Za-z])|\\(?=%)/g, '')
		.replace(/[\s${}*]/g, '')
		.replace(/[–—]|---?/g, '-')
		.replace(/[“”‘’"'`]+/g, "'");
}

test('of what a careful reader would mend, at least 95 % is mended as wanted', (context) => {
	const truth = requireShared(context, 'truth');
	const shown = shownOf(truth);
	const cases = lines(`${truth}/markup-cases.jsonl`, caseSchema).filter(({ automatic }) => automatic !== 'no');
	const missed = cases.filter(({ raw, wanted, ...at }) => {
		const meant = wanted === 'leave' ? raw : wanted;
		return !compared(shown({ ...at, text: raw })).includes(compared(meant));
	});
	expect(cases.length).toBeGreaterThan(150);
	expect(missed.length / cases.length, missed.map(({ raw }) => raw).join('\n')).toBeLessThanOrEqual(0.05);
});

test('nothing that only looks damaged is touched', (context) => {
	const truth = requireShared(context, 'truth');
	const shown = shownOf(truth);
	const kept = lines(`${truth}/must-not-change.jsonl`, keptSchema);
	expect(kept.length).toBeGreaterThan(40);
	expect(kept.filter((each) => !shown(each).includes(each.text)).map(({ text }) => text)).toEqual([]);
});
