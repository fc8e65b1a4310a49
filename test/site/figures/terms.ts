import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { termKey } from '../../../src/records/term-key.ts';
import { courseOf, wilsonEnds } from './course.ts';
import { csvRows, field, figureTable } from './read-site.ts';
import type { FiguredSite, ShardPaper } from './shards.ts';
import { percent, written } from './words.ts';

const leastPapers = 3;

const registeredSchema = z.object({
	daybookTermPeriods: z.object({
		unit: z.string(),
		periods: z.array(z.object({ period: z.string(), of: z.number() })),
		least: z.number(),
		files: z.number(),
		until: z.string().nullable(),
	}),
	daybookTerms: z.record(z.string(), z.record(z.string(), z.array(z.number()))),
});

/** What the scripts of counts register when they run one after another, as on a page. */
function registered(folder: string): z.infer<typeof registeredSchema> {
	const context = createContext({});
	const files = globSync('trends/**/*.js', { cwd: folder });
	for (const file of files) runInContext(readFileSync(join(folder, file), 'utf8'), context);
	return registeredSchema.parse(JSON.parse(JSON.stringify(context)));
}

/** The counts of terms over time, against a slow reading of titles and abstracts. */
export function testTermFigures(site: () => FiguredSite): void {
	test('every count of every term', () => {
		const { folder, papers, termsOf } = site();
		const course = courseOf(papers);
		const { daybookTermPeriods, daybookTerms } = registered(folder);
		expect(daybookTermPeriods).toEqual({
			unit: course.unit,
			periods: course.periods.map(({ period, papers: those }) => ({ period, of: those.length })),
			least: leastPapers,
			files: Object.keys(daybookTerms).length,
			until: course.until,
		});
		const papersOf = new Map<string, ShardPaper[]>();
		for (const paper of papers) {
			for (const term of termsOf(paper.id)) papersOf.set(term, [...(papersOf.get(term) ?? []), paper]);
		}
		const expected = [...papersOf]
			.filter(([, having]) => having.length >= leastPapers)
			.map(([term, having]) => {
				const counts = course.periods.map(
					({ papers: those }) => those.filter((paper) => having.includes(paper)).length,
				);
				return [term, counts.flatMap((count, number) => (count === 0 ? [] : [number, count]))] as const;
			});
		const found = Object.values(daybookTerms).flatMap((counts) => Object.entries(counts));
		expect(expected.length).toBeGreaterThan(50);
		expect(found).toHaveLength(expected.length);
		expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
	});

	test('the terms that are drawn first', () => {
		const { folder, papers, termsOf } = site();
		const course = courseOf(papers);
		const rows = csvRows(folder, 'trends/terms.csv');
		const terms = [...new Set(rows.map((row) => row['term'] ?? ''))];
		expect(terms.length).toBeGreaterThan(1);
		const expected = terms.map((term) => ({
			term,
			counts: course.periods.map(({ period, papers: those }) => {
				const having = those.filter(({ id }) => termsOf(id).has(termKey(term))).length;
				return { period, having, of: those.length };
			}),
		}));
		expect(
			rows.map((row) => [
				row['term'],
				row['period'],
				...['papers', 'of', 'share', 'low', 'high'].map((name) => field(row, name)),
			]),
		).toEqual(
			expected.flatMap(({ term, counts }) =>
				counts.map(({ period, having, of }) =>
					of === 0
						? [term, period, null, 0, null, null, null]
						: [
								term,
								period,
								having,
								of,
								...[having / of, ...wilsonEnds(having, of)].map((value) => Number(value.toPrecision(4))),
							],
				),
			),
		);
		const { head, rows: shown } = figureTable(folder, 'trends/index.html', 'trends/terms.csv');
		expect(head.slice(1)).toEqual(terms);
		expect(shown.map(([, ...values]) => values)).toEqual(
			course.periods.map((_, number) =>
				expected.map(({ counts }) => {
					const { having = 0, of = 0 } = counts[number] ?? {};
					return of === 0 ? 'not known' : `${percent(having / of)} (${written(having)} of ${written(of)})`;
				}),
			),
		);
	});
}
