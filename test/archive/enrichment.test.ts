import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf } from '../../src/archive/answers.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { enrichPapers } from '../../src/archive/enrich-papers.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { mergeListings } from '../../src/listings/merge.ts';
import type { MergedPaper } from '../../src/listings/merged-paper.ts';
import { partialDateSchema } from '../../src/records/dates.ts';
import type { Enrichment } from '../../src/records/enrichment.ts';
import { titleId } from '../../src/records/ids.ts';
import { answer, correction, type Found, idOf, knots, lanterns, listing, type Row } from './asked-papers.ts';

function built(rows: Row[], answers: Enrichment[], corrections: object[] = []) {
	const archive = buildArchive(readListings([listing(...rows)], 'x'), [], corrections.map(correction), answers);
	return { archive, enrichment: archive.report.enrichment, paper: archive.papers[0] };
}

describe('what was found by a title', () => {
	test('is left out where it was less sure than is asked for now', () => {
		const { paper, enrichment } = built([lanterns], [answer(lanterns, { confidence: 0.79 })]);
		expect(paper).toMatchObject({ arxivId: null, authors: [], corrected: [] });
		expect(enrichment).toMatchObject({ applied: [], problems: [] });
	});

	test('fills in what no listing says, and leaves the id and the address', () => {
		const { paper, enrichment } = built([lanterns], [answer(lanterns, {})]);
		expect(paper).toMatchObject({
			id: idOf(lanterns),
			slug: 'lanterns-in-the-harbour',
			arxivId: '2501.00001',
			version: null,
			authors: [{ name: 'Ann Bell', url: null }],
			authorCount: 1,
			published: '2025-01-01',
			publishedYear: 'explicit',
			corrected: ['arxivId', 'authors', 'authorCount', 'published'],
		});
		expect(enrichment).toEqual({
			applied: [
				{
					paper: idOf(lanterns),
					fields: ['arxivId', 'authors', 'authorCount', 'published'],
					source: 'arXiv',
					arxivId: '2501.00001',
					confidence: 0.9,
					asked: '2026-02-01',
				},
			],
			notNeeded: 0,
			problems: [],
		});
	});

	test.each<[what: string, row: Row, found: Found | null, fields: string[]]>([
		['a date', { ...lanterns, date: '2024-12-01' }, {}, ['arxivId', 'authors', 'authorCount']],
		['the same arXiv id elsewhere', { ...lanterns, arxiv: '2501.00001' }, {}, ['authors', 'authorCount', 'published']],
		['no date, and arXiv has no authors', lanterns, { authors: [] }, ['arxivId', 'published']],
		['another arXiv id elsewhere', { ...lanterns, arxiv: '2501.00009' }, {}, []],
		['nothing, and nothing was found', lanterns, null, []],
	])('where a listing says %s', (_, row, found, fields) => {
		const { paper, enrichment } = built([lanterns, row], [answer(lanterns, found)]);
		expect(enrichment.applied.flatMap((each) => each.fields)).toEqual(fields);
		expect(enrichment.notNeeded).toBe(fields.length === 0 && found !== null ? 1 : 0);
		expect(enrichment.problems).toEqual([]);
		if (row.date) expect(paper?.published).toBe(row.date);
		if (row.arxiv) expect(paper?.arxivId).toBe(row.arxiv);
	});

	test('is not needed where its paper is gone', () => {
		expect(built([lanterns], [answer(knots, {})]).enrichment).toEqual({ applied: [], notNeeded: 1, problems: [] });
	});

	test.each<[what: string, rows: Row[], answers: Enrichment[], papers: number]>([
		['two papers that would get one arXiv id', [lanterns, knots], [answer(lanterns, {}), answer(knots, {}, 2)], 2],
		['an arXiv id that a listed paper has', [lanterns, { ...knots, arxiv: '2501.00001' }], [answer(lanterns, {})], 1],
	])('is not applied to %s', (_, rows, answers, problems) => {
		const { archive, enrichment } = built(rows, answers);
		expect(enrichment.applied).toEqual([]);
		expect(enrichment.problems).toHaveLength(problems);
		expect(enrichment.problems[0]).toMatchObject({
			code: 'enrichment/same-paper',
			at: [1, 1],
			message: expect.stringContaining('2501.00001'),
			hint: expect.stringContaining('merge:'),
		});
		expect(archive.papers.find(({ id }) => id === idOf(lanterns))?.arxivId).toBe(null);
	});

	test('is filled in once a correction says that two papers are one', () => {
		const answers = [answer(lanterns, {}), answer(knots, {}, 2)];
		const { archive, enrichment } = built([lanterns, knots], answers, [{ paper: idOf(lanterns), merge: idOf(knots) }]);
		expect(archive.papers).toHaveLength(1);
		expect(enrichment).toMatchObject({ applied: [{ arxivId: '2501.00001' }], problems: [] });
	});
});

describe('a correction', () => {
	test.each<[what: string, correction: object, paper: object, fields: string[]]>([
		[
			'of the authors wins over those that were found',
			{ field: 'authors', value: ['Zoe Quist'] },
			{ arxivId: '2501.00001', authors: [{ name: 'Zoe Quist', url: null }], authorCount: 1 },
			['arxivId', 'published'],
		],
		[
			'may say that nobody knows the authors',
			{ field: 'authors', was: ['Ann Bell'], value: null },
			{ arxivId: '2501.00001', authors: [], authorCount: null },
			['arxivId', 'published'],
		],
		[
			'may refuse what was found, and nothing of it is left',
			{ field: 'arxivId', value: null },
			{ arxivId: null, authors: [], published: null },
			[],
		],
		[
			'may name what was found as what it was',
			{ field: 'arxivId', was: '2501.00001', value: '2501.00002' },
			{ arxivId: '2501.00002', authors: [], published: null },
			[],
		],
		[
			'may name what the listing says as what it was',
			{ field: 'arxivId', was: null, value: '2501.00002' },
			{ arxivId: '2501.00002', authors: [], published: null },
			[],
		],
		[
			'that agrees with what was found is made, and the rest filled in',
			{ field: 'arxivId', value: '2501.00001' },
			{ arxivId: '2501.00001', authors: [{ name: 'Ann Bell', url: null }] },
			['authors', 'authorCount', 'published'],
		],
		['of the title leaves what was found', { field: 'title', value: 'Lamps' }, { arxivId: '2501.00001' }, ['arxivId']],
		['of the number of authors speaks against others', { field: 'authorCount', value: 7 }, { arxivId: null }, []],
	])('%s', (_, parts, shown, fields) => {
		const { archive, paper, enrichment } = built(
			[lanterns],
			[answer(lanterns, {})],
			[{ ...parts, paper: idOf(lanterns) }],
		);
		expect(archive.report.corrections).toEqual({ applied: 1, problems: [] });
		expect(paper).toMatchObject(shown);
		expect(enrichment.applied.flatMap((each) => each.fields)).toEqual(expect.arrayContaining(fields));
		expect(enrichment.applied.length).toBe(fields.length === 0 ? 0 : 1);
	});

	test('that withdraws a paper takes what was found with it', () => {
		const { paper, enrichment } = built(
			[lanterns],
			[answer(lanterns, {})],
			[{ paper: idOf(lanterns), withdraw: true }],
		);
		expect(paper).toMatchObject({ arxivId: null, authors: [] });
		expect(enrichment).toMatchObject({ applied: [], notNeeded: 1 });
	});
});

test('filling in changes nothing that is known, and nothing the second time', () => {
	const base = mergeListings(readListings([listing(lanterns)], 'x').listings).papers[0];
	const name = fc.constantFrom('Ann Bell', 'Carl Berg', 'Zoe Quist');
	const arxivId = fc.constantFrom('2501.00001', '2501.00002', '2501.00003');
	const date = fc.constantFrom('2024', '2024-05', '2024-05-03').map((text) => partialDateSchema.parse(text));
	const known = fc.record({
		arxivId: fc.option(arxivId, { freq: 1 }),
		authors: fc.array(
			name.map((each) => ({ name: each, url: null })),
			{ maxLength: 2 },
		),
		authorCount: fc.option(fc.integer({ min: 1, max: 3 })),
		published: fc.option(date),
	});
	const finds = fc.option(
		fc.record({ arxivId, authors: fc.array(name, { maxLength: 3 }), published: fc.option(date) }),
	);
	const correctedFields = fc.subarray(['arxivId', 'authors', 'authorCount', 'published']);
	fc.assert(
		fc.property(fc.array(fc.tuple(known, finds, correctedFields), { maxLength: 4 }), (cases) => {
			const papers = cases.flatMap(([parts], at): MergedPaper[] =>
				base === undefined ? [] : [{ ...base, ...parts, id: titleId(`Paper ${at}`, []) }],
			);
			const answers = answersOf(
				papers,
				cases.flatMap(([, found], at) =>
					found === null ? [] : [answer(lanterns, found, at + 1, titleId(`Paper ${at}`, []))],
				),
			);
			const corrected = new Map(papers.map(({ id }, at) => [id, new Set<string>(cases[at]?.[2])]));
			const fieldsOf = (id: MergedPaper['id']) => corrected.get(id) ?? new Set<string>();
			const once = enrichPapers(papers, answers, fieldsOf);
			for (const [at, before] of papers.entries()) {
				const after = once.papers[at];
				const fields = once.applied.find(({ paper }) => paper === before.id)?.fields ?? [];
				for (const field of ['arxivId', 'authorCount', 'published', 'authors'] as const) {
					const isKnown = field === 'authors' ? before.authors.length > 0 : before[field] !== null;
					if (isKnown || fieldsOf(before.id).has(field)) expect(after?.[field]).toEqual(before[field]);
					else expect(after?.[field] !== before[field]).toBe(fields.includes(field));
				}
				expect({ ...after, ...before }).toEqual(before);
			}
			const ids = once.papers.map((paper) => paper.arxivId);
			for (const { arxivId: taken } of once.applied) expect(ids.filter((id) => id === taken)).toHaveLength(1);
			expect(enrichPapers(once.papers, answers, fieldsOf).papers).toEqual(once.papers);
		}),
	);
});
