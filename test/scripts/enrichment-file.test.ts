import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readEnrichments, writeEnrichments } from '../../scripts/enrichment-file.ts';
import { DaybookError, formatError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-enrichment-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signs = { title: 1, abstract: null, authorNames: null, authorCount: true, published: null };
const found = {
	arxivId: '2501.00001',
	version: 2,
	title: 'Lanterns in the Harbour',
	authors: ['Ann Bell'],
	published: '2025-01-01',
	confidence: 0.95,
	signs,
};
const line = { paper: 't:0123456789abcdef', title: 'Lanterns in the Harbour', asked: '2026-02-01', found };
const nothing = { paper: 't:00000000000000aa', title: 'Knots', asked: '2026-02-01', found: null };

function read(...lines: unknown[]) {
	const file = join(folder, 'arxiv.jsonl');
	writeFileSync(file, lines.map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join(''));
	return readEnrichments(file);
}

function refusal(...lines: unknown[]): string {
	try {
		read(...lines);
	} catch (error) {
		if (error instanceof DaybookError) return formatError(error).replaceAll(folder, '');
		throw error;
	}
	return 'read';
}

test('answers are read with their lines, and empty lines are none', () => {
	expect(read(line, '', nothing)).toEqual([
		{ ...line, line: 1 },
		{ ...nothing, line: 3 },
	]);
	expect(readEnrichments(join(folder, 'nowhere.jsonl'))).toEqual([]);
});

describe('a line that is not as it should be is named', () => {
	test.each<[what: string, line: unknown, said: string]>([
		['half a line', JSON.stringify(line).slice(0, 40), 'This line is no JSON.'],
		['no object', '[]', 'expected object'],
		['a key too many', { ...line, colour: 'red' }, 'colour'],
		['a key too few', { paper: line.paper, title: line.title, found: null }, 'asked: '],
		['a date that is none', { ...line, asked: '2026-02-30' }, 'asked: This day does not exist.'],
		['a version in the id', { ...line, found: { ...found, arxivId: '2501.00001v2' } }, 'found.arxivId: '],
		['a confidence above 1', { ...line, found: { ...found, confidence: 1.2 } }, 'found.confidence: '],
		['a sign that is not there', { ...line, found: { ...found, signs: { title: 1 } } }, 'found.signs.'],
		['an id of no kind', { ...line, paper: 'lanterns' }, 'paper: '],
		['a paper twice', nothing, 'Line 1 is of this paper too: t:00000000000000aa.'],
	])('%s', (_, broken, said) => {
		const lines = refusal(nothing, '', broken).split('\n');
		expect(lines).toHaveLength(4);
		expect(lines.slice(0, 2)).toEqual(['error enrichment/invalid', '  /arxiv.jsonl:3']);
		expect(lines[2]).toContain(said);
		expect(lines[3]).toMatch(/^ {2}Try: delete the line/);
	});
});

test('what is written is sorted by id, is read as the same, and leaves nothing beside it', async () => {
	const inside = join(folder, 'new');
	const file = join(inside, 'arxiv.jsonl');
	const answers = read(line, nothing);
	await writeEnrichments(file, answers);
	const text = readFileSync(file, 'utf8');
	expect(text).toBe(`${JSON.stringify(nothing)}\n${JSON.stringify(line)}\n`);
	await writeEnrichments(file, readEnrichments(file).toReversed());
	expect(readFileSync(file, 'utf8')).toBe(text);
	expect(readdirSync(inside)).toEqual(['arxiv.jsonl']);
});
