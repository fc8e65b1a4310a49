import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedPaper, countPapers } from '../../src/analysis/counts.ts';
import { summarySchema } from '../../src/records/archive.ts';
import { isoDateSchema, partialDateSchema } from '../../src/records/dates.ts';
import { slugSchema } from '../../src/records/paper.ts';

const taxonomy = ['vision', 'constructor', 'audio'].map((slug) => ({
	slug: slugSchema.parse(slug),
	name: slug.toUpperCase(),
	parent: slug === 'audio' ? slugSchema.parse('vision') : null,
}));

function paper(published: string | null, topics: string[], listedOn: string | null = null): CountedPaper {
	return {
		published: partialDateSchema.nullable().parse(published),
		listedOn: isoDateSchema.nullable().parse(listedOn),
		topics: topics.map((slug) => slugSchema.parse(slug)),
		organization: null,
	};
}

function paperOfOrganization(slug: string, name: string): CountedPaper {
	return { ...paper(null, []), organization: { slug, name } };
}

test('counts by topic, month and year, as exactly as dates are known', () => {
	const papers = [
		paper('2025-11-03', ['vision']),
		paper('2025-11', ['vision', 'constructor']),
		paper('2024', ['vision']),
		paper(null, ['constructor']),
		paper('2024-12-30', [], '2025-01-02'),
	];
	expect(countPapers(papers, taxonomy)).toEqual<unknown>({
		undated: 1,
		topics: [
			{ slug: 'vision', name: 'VISION', parent: null, papers: 3 },
			{ slug: 'constructor', name: 'CONSTRUCTOR', parent: null, papers: 2 },
			{ slug: 'audio', name: 'AUDIO', parent: 'vision', papers: 0 },
		],
		organizations: [],
		months: [
			{ month: '2025-01', papers: 1, topics: {} },
			{ month: '2025-11', papers: 2, topics: { vision: 2, constructor: 1 } },
		],
		years: [
			{ year: '2024', papers: 1, topics: { vision: 1 } },
			{ year: '2025', papers: 3, topics: { vision: 2, constructor: 1 } },
		],
	});
});

test('counts organisations by address, under the name that most papers give', () => {
	const papers = [
		paperOfOrganization('zju', 'Zhejiang University'),
		paperOfOrganization('Google', 'google'),
		paperOfOrganization('google', 'Google'),
		paperOfOrganization('GOOGLE', 'Google'),
		paperOfOrganization('meta', 'b'),
		paperOfOrganization('meta', 'a'),
		paperOfOrganization('', ''),
		paper(null, []),
	];
	expect(countPapers(papers, []).organizations).toEqual([
		{ slug: 'google', name: 'Google', papers: 3 },
		{ slug: 'meta', name: 'a', papers: 2 },
		{ slug: 'zju', name: 'Zhejiang University', papers: 1 },
	]);
});

test('no papers: every topic with none, no periods', () => {
	expect(countPapers([], taxonomy)).toMatchObject({ undated: 0, months: [], years: [] });
	expect(countPapers([], taxonomy).topics.map(({ papers }) => papers)).toEqual([0, 0, 0]);
});

const anyPaper = fc
	.tuple(
		fc.constantFrom(null, '2023', '2023-05', '2023-05-06', '2024-01', '2024-02-29'),
		fc.subarray(['vision', 'constructor', 'audio']),
		fc.constantFrom(null, '2024-03-01', '2023-05-31'),
		fc.constantFrom(null, { slug: 'Meta', name: 'Meta' }, { slug: 'meta', name: 'meta' }, { slug: 'a', name: 'A' }),
	)
	.map(([published, topics, listedOn, organization]) => ({ ...paper(published, topics, listedOn), organization }));

test('every paper counts once in its year or among the undated, in any order of the papers', () => {
	const { undated, topics, organizations, months, years } = summarySchema.shape;
	fc.assert(
		fc.property(fc.array(anyPaper), (papers) => {
			const counts = countPapers(papers, taxonomy);
			expect(counts.undated + sum(counts.years)).toBe(papers.length);
			expect(sum(counts.months)).toBeLessThanOrEqual(sum(counts.years));
			expect(counts.years.map(({ year }) => year)).toEqual(counts.years.map(({ year }) => year).sort());
			// As text: the order of keys is part of the bytes that an archive is.
			expect(JSON.stringify(countPapers(papers.toReversed(), taxonomy))).toBe(JSON.stringify(counts));
			for (const [key, schema] of Object.entries({ undated, topics, organizations, months, years })) {
				expect(schema.safeParse(Object.entries(counts).find(([name]) => name === key)?.[1]).success).toBe(true);
			}
		}),
	);
});

function sum(periods: { papers: number }[]): number {
	return periods.reduce((total, { papers }) => total + papers, 0);
}
