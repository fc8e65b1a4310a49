import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { termFile, termKey } from '../../src/records/term-key.ts';
import { termScript } from '../../src/views/term-script.ts';
import { archiveOf } from './archive-of.ts';
import { many, numbered } from './changing-papers.ts';

const titles = ['Sourdough', 'constructor', '"quoted" </script> loaves', 'Loaves\u2028rise', '__proto__', '面包'];
const source = archiveOf(
	numbered(
		many(25, { published: '2025-03-05' }),
		...titles.map((title) => many(3, { published: '2025-04-05', title })),
		many(25, { published: '2025-05-05' }),
	),
	{ listings: [{ captured: '2025-05-09' }] },
);

/** What scripts register, run one after another in a page. */
function registered(...files: Parameters<typeof termScript>[1][]): unknown {
	const context = createContext({});
	for (const file of files) runInContext(termScript(source, file), context);
	return JSON.parse(JSON.stringify(context));
}

test('the periods say what is counted, and until when', () => {
	expect(registered('periods')).toEqual({
		daybookTermPeriods: { ...source.termPeriods, until: '2025-05-09' },
	});
	expect(source.termPeriods.periods).toHaveLength(3);
});

test('each file registers its own counts beside those of others, in any order', () => {
	const all = [...Array(source.termPeriods.files).keys()];
	const counts = Object.fromEntries(all.map((file) => [file, source.termCounts(file)]));
	expect(registered(...all)).toEqual({ daybookTerms: counts });
	expect(registered(...all.toReversed())).toEqual({ daybookTerms: counts });
	expect(registered(0, 0)).toEqual({ daybookTerms: { 0: source.termCounts(0) } });
});

test('every term is in the file of its key, however odd it is', () => {
	for (const [title, papers] of [
		['Sourdough', 3],
		['constructor', 3],
		['loaves', 6],
		['proto', 3],
		['面包', 3],
	] as const) {
		const key = termKey(title);
		expect(source.termCounts(termFile(key, source.termPeriods.files))[key], title).toEqual([1, papers]);
	}
});

test('a script is one statement of plain data', () => {
	for (const file of ['periods', 0] as const) {
		expect(termScript(source, file)).toMatch(
			/^(\(globalThis\.daybookTerms\?\?=\{\}\)\[0\]|globalThis\.daybookTermPeriods)=\{.*\};\n$/,
		);
	}
});
