import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Course, courseOf, quantile, wilsonEnds } from './course.ts';
import { csvRows, field, figureTable } from './read-site.ts';
import type { FiguredSite } from './shards.ts';
import { named, oneDecimal, percent, written } from './words.ts';

/** Four significant digits, as files have them. */
const digits = (value: number) => Number(value.toPrecision(4));

/** The names of the rows or columns of a table; the last says until when it is known. */
function expectPeriods(names: readonly string[], { periods, until }: Course): void {
	expect(names.map((name) => name.replace(/ until .*/, ''))).toEqual(periods.map(({ period }) => named(period)));
	expect(names.at(-1)?.includes(' until ')).toBe(until !== null);
}

/** The numbers of all charts of topics, of papers and of attention, against those counted from the shards. */
export function testChartFigures(site: () => FiguredSite): void {
	test('papers by period, on the page of trends and at home', () => {
		const { folder, papers } = site();
		const course = courseOf(papers);
		const rows = csvRows(folder, 'papers/by-period.csv');
		expect(rows.map((row) => [row[course.unit], field(row, 'papers')])).toEqual(
			course.periods.map(({ period, papers: those }) => [period, those.length]),
		);
		expect(rows.map((row) => row['known_until']).join('')).toBe(course.until ?? '');
		expect(rows.at(-1)?.['known_until']).toBe(course.until ?? '');
		for (const page of ['index.html', 'trends/index.html']) {
			const table = figureTable(folder, page, 'papers/by-period.csv');
			expectPeriods(
				table.rows.map(([name = '']) => name),
				course,
			);
			expect(table.rows.map(([, count]) => count)).toEqual(
				course.periods.map(({ papers: those }) => (those.length === 0 ? 'none' : written(those.length))),
			);
		}
	});

	test('the trend of each topic', () => {
		const { folder, papers, topicNames } = site();
		const course = courseOf(papers);
		const files = globSync('topics/*/trend.csv', { cwd: folder });
		expect(files).toHaveLength(topicNames.size);
		for (const slug of topicNames.keys()) {
			const expected = course.periods.map(({ period, papers: those }) => {
				return { period, papers: those.filter(({ topics }) => topics.includes(slug)).length, of: those.length };
			});
			const csv = `topics/${slug}/trend.csv`;
			const found = csvRows(folder, csv).map((row) => [
				row[course.unit],
				...['papers', 'of', 'share', 'low', 'high'].map((name) => field(row, name)),
			]);
			expect(found, csv).toEqual(
				expected.map(({ period, papers: having, of }) =>
					of === 0
						? [period, null, 0, null, null, null]
						: [period, having, of, digits(having / of), ...wilsonEnds(having, of).map(digits)],
				),
			);
			// Two periods with papers, and a paper of the topic in them: else there is no figure.
			if (!expected.some(({ papers: having }) => having > 0)) continue;
			const table = figureTable(folder, `topics/${slug}/index.html`, csv);
			expectPeriods(
				table.rows.map(([name = '']) => name),
				course,
			);
			expect(
				table.rows.map(([, ...values]) => values),
				slug,
			).toEqual(
				expected.map(({ papers: having, of }) =>
					of === 0
						? ['not known', 'none', 'not known', 'not known']
						: [written(having), written(of), percent(having / of), wilsonEnds(having, of).map(percent).join(' to ')],
				),
			);
		}
	});

	test('the shares of all topics, as a file and in the table of the map', () => {
		const { folder, papers, topicNames } = site();
		const course = courseOf(papers);
		const having = (slug: string, those = papers) => those.filter(({ topics }) => topics.includes(slug)).length;
		const found = csvRows(folder, 'topics/shares.csv').map((row) => [
			row['topic'],
			row['period'],
			...['papers', 'of', 'share'].map((name) => field(row, name)),
		]);
		const expected = [...topicNames.keys()].flatMap((slug) =>
			course.periods.map(({ period, papers: those }) =>
				those.length === 0
					? [slug, period, null, 0, null]
					: [slug, period, having(slug, those), those.length, digits(having(slug, those) / those.length)],
			),
		);
		expect(found).toHaveLength(expected.length);
		expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)));

		const { head, rows } = figureTable(folder, 'trends/index.html', 'topics/shares.csv');
		const shown = course.periods.slice(-(head.length - 1));
		expectPeriods(head.slice(1), { ...course, periods: shown });
		const topics = [...topicNames]
			.filter(([slug]) => having(slug) > 0)
			.sort(([a], [b]) => having(b) - having(a) || (a < b ? -1 : 1))
			.slice(0, 40);
		expect(rows).toEqual(
			topics.map(([slug, name]) => [
				name,
				...shown.map(({ papers: those }) =>
					those.length === 0
						? 'not known'
						: `${percent(having(slug, those) / those.length)} (${written(having(slug, those))} of ${written(those.length)})`,
				),
			]),
		);
	});

	test.each(['upvotes', 'comments'] as const)('quartiles of %s', (what) => {
		const { folder, papers } = site();
		const course = courseOf(papers);
		const expected = course.periods.map(({ period, papers: those }) => {
			const known = those.flatMap((paper) => paper[what] ?? []);
			const quartiles = known.length === 0 ? null : [0.5, 0.25, 0.75].map((part) => quantile(known, part));
			return { period, quartiles, known: known.length, of: those.length };
		});
		expect(expected.some(({ quartiles }) => quartiles !== null)).toBe(true);
		const names = [`median_${what}`, 'lower_quartile', 'upper_quartile', 'known', 'of'];
		const found = csvRows(folder, `trends/${what}.csv`).map((row) => [
			row[course.unit],
			...names.map((name) => field(row, name)),
		]);
		expect(found).toEqual(
			expected.map(({ period, quartiles, known, of }) => [period, ...(quartiles ?? [null, null, null]), known, of]),
		);
		const drawn = expected.filter(({ known }) => known >= 5);
		if (drawn.length < 2) return;
		const table = figureTable(folder, 'trends/index.html', `trends/${what}.csv`);
		expectPeriods(
			table.rows.map(([name = '']) => name),
			course,
		);
		expect(table.rows.map(([, ...values]) => values)).toEqual(
			expected.map(({ quartiles, known, of }) => {
				const [median, lower, upper] = quartiles?.map(oneDecimal) ?? [];
				const told = quartiles === null ? ['not known', 'not known'] : [median, `${lower} to ${upper}`];
				return [...told, written(known), written(of)];
			}),
		);
	});
}
