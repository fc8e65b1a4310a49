import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCorrections } from '../../scripts/corrections-file.ts';
import { DaybookError, formatError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-corrections-'));

function read(yaml: string) {
	const file = join(folder, 'corrections.yaml');
	writeFileSync(file, yaml);
	return readCorrections(file);
}

function refusal(yaml: string): string {
	try {
		read(yaml);
	} catch (error) {
		if (error instanceof DaybookError)
			return formatError(error).replaceAll(folder, '').split('\n').slice(1, 3).join(' ');
		throw error;
	}
	return 'read';
}

const head = 'reason: printed wrong\n  date: 2026-02-01\n';

describe('a file of corrections', () => {
	test('of the project takes the first one below its last line', () => {
		const ours = readFileSync(join(import.meta.dirname, '../../content/corrections.yaml'), 'utf8');
		const some = read(ours);
		expect(read(`${ours}- paper: knots\n  withdraw: true\n  ${head}`)).toHaveLength(some.length + 1);
	});

	test('is a list, each with its line', () => {
		const yaml = `# what we know\n- paper: knots\n  field: published\n  value: "2026"\n  ${head}- title: Nets\n  withdraw: true\n  ${head}`;
		expect(read(yaml)).toMatchObject([
			{ line: 2, paper: 'knots', field: 'published', value: '2026' },
			{ line: 7, title: 'Nets', withdraw: true },
		]);
	});

	test('may be empty, or not there', () => {
		expect(read('# nothing yet\n[]\n')).toEqual([]);
		expect(read('# nothing yet\n')).toEqual([]);
		expect(read('')).toEqual([]);
		expect(readCorrections(join(folder, 'gone.yaml'))).toEqual([]);
	});

	test.each([
		['paper: knots', 'Corrections are a list'],
		['- knots', 'Correction 1: it has no keys.'],
		[`- paper: knots\n  ${head}`, 'it has none of field:, merge:, split: and withdraw:.'],
		[`- field: venue\n  value: X\n  ${head}`, 'names its paper by paper: or by title:'],
		[`- paper: knots\n  field: upvotes\n  value: 3\n  ${head}`, 'field: A field that can be corrected is one of title'],
		[`- paper: knots\n  feild: venue\n  value: X\n  ${head}`, 'field: A field that can be corrected'],
		[`- paper: knots\n  field: published\n  value: 2024\n  ${head}`, 'put a year alone into quotation marks'],
		[`- paper: knots\n  field: published\n  value: 2024-02-31\n  ${head}`, 'This day does not exist.'],
		[`- paper: knots\n  field: authors\n  value: Ann\n  ${head}`, 'Authors are a list of names.'],
		[
			`- paper: knots\n  field: arxivId\n  value: https://arxiv.org/abs/2601.00001v2\n  ${head}`,
			'without address and version',
		],
		[`- paper: knots\n  field: doi\n  value: 10.1000/ABC\n  ${head}`, 'in lower case'],
		[`- paper: knots\n  field: language\n  value: Klingon, please\n  ${head}`, 'code of BCP 47'],
		[`- paper: knots\n  withdraw: false\n  ${head}`, 'withdraw: is followed by true.'],
		[`- paper: knots\n  split: x\n  ${head}`, 'split: is a list of listings and positions.'],
		['- paper: knots\n  withdraw: true\n  date: 2026-02-01\n', 'reason: A correction has a reason, in words.'],
		[`- paper: knots\n  withdraw: true\n  why: no\n  ${head}`, 'there is no key why.'],
		[`- &a\n  paper: knots\n  withdraw: true\n  ${head}- *a\n`, 'corrections.yaml:6   Aliases'],
		['- paper: [', 'corrections.yaml:1'],
		[`# none\n[]\n- paper: knots\n  withdraw: true\n  ${head}`, 'corrections.yaml:3   This line does not go on'],
	])('%j is refused in words', (yaml, words) => {
		expect(refusal(yaml)).toContain(words);
	});
});
