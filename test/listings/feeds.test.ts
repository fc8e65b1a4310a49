import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Dialect, Reading } from '../../src/listings/dialect.ts';
import { arxivAtom } from '../../src/listings/dialects/arxiv-atom.ts';
import { arxivMail } from '../../src/listings/dialects/arxiv-mail.ts';
import { arxivOai } from '../../src/listings/dialects/arxiv-oai.ts';
import { arxivRss } from '../../src/listings/dialects/arxiv-rss.ts';
import { arxivTracker } from '../../src/listings/dialects/arxiv-tracker.ts';
import { huggingfaceRss } from '../../src/listings/dialects/huggingface-rss.ts';
import { excerptsOf } from '../../src/listings/excerpts.ts';
import { requireShared } from '../shared-material.ts';

const dialects: readonly Dialect[] = [huggingfaceRss, arxivAtom, arxivRss, arxivOai, arxivMail, arxivTracker];
const unknown = { captured: null, columns: null };

function fixture(name: string): string {
	return readFileSync(join(import.meta.dirname, '../fixtures/dialects', name), 'utf8');
}

function recognised(content: string): string[] {
	return dialects.filter((dialect) => dialect.recognises(content)).map(({ name }) => name);
}

function read(content: string): Reading {
	const dialect = dialects.find((each) => each.recognises(content));
	if (dialect === undefined) throw new Error('not recognised');
	return dialect.read(content, unknown);
}

const namesOf = ({ entries }: Reading) => entries.map(({ authors }) => authors.map(({ name }) => name));
const problemsOf = ({ problems }: Reading) => problems.map(({ code, at }) => [code, at]);

test.each([
	['huggingface-rss/week.xml', '2026-01-05T10:20:25Z', false, null, 2],
	['huggingface-rss/other-generator.xml', null, false, null, 2],
	['arxiv-atom/search.xml', '2026-01-05T02:30:47Z', false, null, 3],
	['arxiv-rss/day.xml', '2026-01-05T05:00:14Z', true, '2026-01-05', 4],
	['arxiv-rss/before-2024.xml', '2023-01-04T20:30:00-05:00', true, '2023-01-04', 2],
	['arxiv-rss/atom.xml', '2026-01-05T05:00:14.123456+00:00', true, '2026-01-05', 1],
	['arxiv-oai/arxiv.xml', '2026-01-05T00:35:38Z', false, null, 3],
	['arxiv-oai/raw.xml', '2026-01-05T00:35:38Z', false, null, 1],
	['arxiv-oai/dublin-core.xml', '2026-01-05T00:35:38Z', false, null, 1],
	['arxiv-mail/day.txt', '2026-01-05T19:00:00Z', true, '2026-01-05', 4],
	['arxiv-tracker/day.json', '2026-01-05T20:31:09.312798Z', true, '2026-01-05', 2],
] as const)('%s is of its dialect alone, captured %s', (name, captured, daily, day, count) => {
	const content = fixture(name);
	expect(recognised(content)).toEqual([name.split('/')[0]]);
	const { entries, ...reading } = read(content);
	expect(reading).toMatchObject({ captured, daily, day });
	expect(entries.length).toBe(count);
	expect(entries.map(({ position }) => position)).toEqual(entries.map((_, at) => at + 1));
});

describe('a feed of Daily Papers', () => {
	test('is read by its labels, and its texts are no HTML', () => {
		const reading = read(fixture('huggingface-rss/week.xml'));
		expect(reading.entries[0]).toMatchObject({
			title: 'Lanterns at the Harbour: A Survey',
			abstract:
				'We study how lanterns light a harbour at night, with <think and </think> tags, <10 boats, R&D, and a <a href="https://example.org">page</a> of HTML <p>.',
			authorCount: 4,
			upvotes: 11,
			comments: null,
			published: '2026-01-05',
			publishedYear: 'explicit',
			arxivId: '2601.01001',
			version: null,
		});
		expect(namesOf(reading)[0]).toContain('Watch and Ward Team');
		expect(reading.entries[1]).toMatchObject({ version: 2, abstract: null, upvotes: null, published: null });
		expect(problemsOf(reading)).toEqual([
			['entry/bad-field', '/rss/channel/item[2]/description'],
			['entry/no-abstract', '/rss/channel/item[2]'],
			['entry/bad-field', '/rss/channel/item[2]/pubDate'],
		]);
	});

	test('of another generator keeps a text without label as a summary', () => {
		const reading = read(fixture('huggingface-rss/other-generator.xml'));
		expect(reading.entries).toMatchObject([
			{
				title: 'Lanterns & Boats',
				abstract: 'We study how lanterns light a harbour, if a <br> is seen.',
				upvotes: 4,
				authors: [{ name: 'Ana Bell' }, { name: 'Jorn Dahl' }],
				published: '2026-01-04',
			},
			{ abstract: null, summary: 'A knot that is tied dry slips when it is wet.', authorCount: 2, upvotes: null },
		]);
		expect(reading.problems).toEqual([]);
	});
});

describe('the API of arXiv', () => {
	test('gives versions, first dates and what the authors wrote', () => {
		const reading = read(fixture('arxiv-atom/search.xml'));
		expect(reading.entries[0]).toMatchObject({
			at: '/feed/entry[1]',
			title: 'Lanterns at the Harbour: A Survey',
			abstract:
				'We study how lanterns light a harbour at night, where R&D is dear (<1 lumen per boat), and write <dim> where none does.',
			published: '2026-01-03',
			arxivId: '2601.01001',
			version: 3,
			doi: '10.1234/harbour.2026.7',
			venue: 'J. Harb. 12 (2026) 3-14',
			withdrawn: null,
		});
		expect(namesOf(reading)[0]).toEqual(['Ana Bellán', 'Jörn Dahl']);
		expect(reading.entries[1]).toMatchObject({ title: 'Knots & <Loops>', arxivId: 'cs/0503050', version: 1 });
		const reason = 'This paper has been withdrawn by the authors, since v. 1 counted terns.';
		expect(reading.entries[2]?.withdrawn).toEqual({ date: null, reason });
		expect(problemsOf(reading)).toEqual([['item/refused', '/feed/entry[4]']]);
	});
});

describe('announcements of arXiv', () => {
	test('as RSS 2.0 date what is new, and only that', () => {
		const reading = read(fixture('arxiv-rss/day.xml'));
		expect(reading.entries).toMatchObject([
			{
				abstract: 'We study how lanterns light a harbour at night, with <dim> ones.',
				arxivId: '2601.01001',
				version: 1,
				published: '2026-01-05',
			},
			{ version: 2, published: null, doi: '10.1234/knots.2', venue: 'Ropes 3 (2025)' },
			{ abstract: 'Gulls follow what turns up food.', arxivId: '2601.01003', version: 1, published: null },
			{ title: 'arXiv:2601.01004v1', abstract: 'Nets are mended by hand and by machine.', authorCount: null },
		]);
		expect(namesOf(reading)[0]).toEqual(["Ana Bell\\'an", 'J\\"orn Dahl', 'Carl Dunn, Jr.']);
		expect(problemsOf(reading)).toEqual([
			['entry/no-title', '/rss/channel/item[4]'],
			['item/refused', '/rss/channel/item[5]'],
		]);
		expect(reading.accounting).toEqual({ items: { total: 5, read: 4, refused: 1 } });
	});

	test('as RSS 1.0 have the id behind the title, and HTML', () => {
		const reading = read(fixture('arxiv-rss/before-2024.xml'));
		expect(reading.entries).toMatchObject([
			{
				at: '/rdf:RDF/item[1]',
				title: 'Do Lanterns Light a Harbour?',
				abstract: 'We study how lanterns light a harbour at night, and how many do.',
				arxivId: '2301.01001',
				version: 1,
			},
			{ title: 'Knots', arxivId: 'cs/0503050', version: 4, published: null },
		]);
		expect(namesOf(reading)).toEqual([['Ana Bell', 'Jorn Dahl'], ['Ines Moreau']]);
		expect(reading.problems).toEqual([]);
	});

	test('as Atom say the same as RSS', () => {
		expect(read(fixture('arxiv-rss/atom.xml')).entries).toMatchObject([
			{ title: 'Lanterns at the Harbour: A Survey', version: 1, authorCount: 2, published: '2026-01-05' },
		]);
	});
});

describe('records of arXiv', () => {
	test('in its own format', () => {
		const reading = read(fixture('arxiv-oai/arxiv.xml'));
		expect(reading.entries).toMatchObject([
			{
				title: 'Lanterns at the Harbour: A Survey of $k$ Kinds',
				abstract: 'We study how lanterns light a harbour at night, for $k<4$.',
				published: '2007-03-30',
				doi: '10.1234/harbour.7',
				venue: 'J. Harb. 12 (2007) 3',
			},
			{
				arxivId: 'cs/0503050',
				withdrawn: { reason: 'This submission has been withdrawn by arXiv administrators.' },
			},
			{ arxivId: '2401.01004', published: null, doi: null },
		]);
		expect(namesOf(reading)[0]).toEqual(["Ana Bell{\\'a}n", 'Carl W. Dunn Jr.', 'NIGHTWATCH']);
		expect(problemsOf(reading)).toEqual([
			['item/refused', '/OAI-PMH/ListRecords/record[3]'],
			['entry/bad-field', '/OAI-PMH/ListRecords/record[4]/metadata/arXiv/created'],
			['entry/bad-field', '/OAI-PMH/ListRecords/record[4]/metadata/arXiv/doi'],
		]);
		const excerpts = excerptsOf(fixture('arxiv-oai/arxiv.xml'), reading.problems, arxivOai.finder);
		expect(excerpts[1]?.lines).toEqual(['<created>2026-01-03</created>']);
	});

	test('in the format of all versions', () => {
		const reading = read(fixture('arxiv-oai/raw.xml'));
		expect(reading.entries).toMatchObject([
			{ at: '/OAI-PMH/GetRecord/record[1]', version: 2, published: '2007-03-30', authorCount: 3 },
		]);
		expect(namesOf(reading)).toEqual([['Ana Bell', 'Jorn Dahl', 'Carl Dunn']]);
	});

	test('in Dublin Core, under any prefix', () => {
		const reading = read(fixture('arxiv-oai/dublin-core.xml'));
		expect(reading.entries).toMatchObject([
			{ arxivId: '0704.1001', published: '2007-03-30', doi: '10.1234/harbour.7', venue: 'J. Harb. 12 (2007) 3' },
		]);
		expect(namesOf(reading)).toEqual([['Ana Bell', 'Carl W. Dunn Jr.', 'NIGHTWATCH']]);
	});

	test('that were not given are no papers', () => {
		const answer = (code: string) =>
			read(`<OAI-PMH><request>http://export.arxiv.org/oai2</request><error code="${code}">x</error></OAI-PMH>`);
		expect(answer('noRecordsMatch')).toMatchObject({ entries: [], problems: [] });
		expect(problemsOf(answer('badResumptionToken'))).toEqual([['item/refused', '/OAI-PMH/error']]);
	});
});

test('a tracker counts authors where it lists all of them', () => {
	const reading = read(fixture('arxiv-tracker/day.json'));
	expect(reading.entries).toMatchObject([
		{ title: 'Lanterns at the Harbour: A Survey', authorCount: 2, version: 2, published: '2026-01-04', summary: null },
		{ arxivId: '2601.01002', authorCount: null, published: null },
	]);
	expect(problemsOf(reading)).toEqual([
		['entry/bad-field', '/papers/1/published'],
		['item/refused', '/papers/2'],
	]);
});

describe('real captures', () => {
	test('are read with as many papers as they hold, by one dialect each', (context) => {
		const folder = requireShared(context, 'captures');
		const rows = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1);
		const counts = rows.map((row) => row.split('\t')).map(([file = '', , , , , papers]) => ({ file, papers }));
		const ours = counts.filter(({ file }) => /^(huggingface-rss|arxiv)\//.test(file));
		expect(ours.length).toBe(302);
		for (const { file, papers } of ours) {
			const content = readFileSync(join(folder, file), 'utf8');
			expect([file, recognised(content).length]).toEqual([file, 1]);
			const { entries, problems } = read(content);
			expect([file, entries.length]).toEqual([file, Number(papers)]);
			const wanted = file === 'arxiv/buivannn_arxiv_cs_cl.xml' ? ['entry/no-title'] : [];
			expect(problems.map(({ code }) => code)).toEqual(wanted);
		}
		for (const { file } of counts.filter(({ file }) => !ours.some((each) => each.file === file))) {
			expect([file, recognised(readFileSync(join(folder, file), 'utf8'))]).toEqual([file, []]);
		}
	});

	test('say what a careful reader found in one', (context) => {
		const truth = requireShared(context, 'truth/captures/hf_rss_daily_20250517T000237.jsonl');
		const content = readFileSync(requireShared(context, 'captures/huggingface-rss/daily/20250517T000237.xml'), 'utf8');
		const lines = readFileSync(truth, 'utf8').trim().split('\n');
		expect(read(content).entries.map(asTruth)).toEqual(lines.map((line) => record.parse(JSON.parse(line))));
	});
});

const record = z.record(z.string(), z.unknown());

function asTruth({ title, abstract, authorCount, published, comments, upvotes, arxivId }: Reading['entries'][number]) {
	const [abstract_first_60, abstract_len] = [abstract?.slice(0, 60), abstract?.length];
	return {
		title,
		abstract_first_60,
		abstract_len,
		authorCount,
		organization: null,
		published,
		comments,
		upvotes,
		arxivId,
	};
}
