import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { syntheticPapers } from '../../scripts/bench/synthetic.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const work = join(folder, 'work');
const bench = (...args: string[]) => runCommand('bench.ts', [...args, '--work', work]);

function written(name: string, content: string | Uint8Array): string {
	const file = join(folder, name);
	writeFileSync(file, content);
	return file;
}

const line = '{"title":"T","authors":[],"abstract":null,"year":2020}\n';

describe('what the bench refuses', () => {
	test.each(['0', '-1', '1.5', 'many', ''])('--papers %s is wrong usage', (papers) => {
		const { status, stderr } = bench('--papers', papers);
		expect(stderr).toContain('It is a whole number from 1 on.');
		expect(status).toBe(2);
	});

	test.each([['--papers', '3'], ['--twice'], ['--keep']])('--lighthouse with %s is wrong usage', (...options) => {
		const { status, stderr } = bench('--lighthouse', ...options);
		expect(stderr).toContain('cannot be used with');
		expect(status).toBe(2);
	});

	test.each([['--lighthouse'], ['--read'], ['--twice']])('--search with %s is wrong usage', (option) => {
		const { status, stderr } = bench('--search', 'made', option);
		expect(stderr).toContain('cannot be used with');
		expect(status).toBe(2);
	});

	test('queries that are none', () => {
		const file = written(
			'queries.jsonl',
			'{"kind":"k","query":"q","wanted":["T"]}\n{"kind":"k","query":"q","wanted":[]}\n',
		);
		const { status, stderr } = bench('--search', file, '--from', written('one.jsonl', line));
		expect(stderr.replace(file, 'queries.jsonl')).toMatchInlineSnapshot(`
			"error bench/unreadable-queries
			  queries.jsonl:2
			  This is no file of queries.
			  Try: give JSON Lines of {"kind", "query", "wanted": [titles]}, or the word made, to --search
			"
		`);
		expect(status).toBe(1);
	});

	test('a site without a search', () => {
		mkdirSync(join(folder, 'site/data/papers'), { recursive: true });
		const { status, stderr } = bench('--search', 'made', '--from', join(folder, 'site'));
		expect(stderr).toContain('error bench/no-search');
		expect(status).toBe(1);
	});

	test('a site that is not there', () => {
		const { status, stderr } = bench('--lighthouse', '--from', folder);
		expect(stderr.replace(folder, 'somewhere')).toMatchInlineSnapshot(`
			"error bench/no-site
			  somewhere
			  There is no built site here.
			  Try: run npm run build, or name its folder with --from
			"
		`);
		expect(status).toBe(1);
	});

	test('a file that is not there', () => {
		const { status, stderr } = bench('--from', 'nowhere.jsonl');
		expect(stderr).toMatchInlineSnapshot(`
			"error bench/unreadable
			  nowhere.jsonl
			  This file of papers cannot be read.
			  Try: name a file of JSON Lines with --from, as it is or compressed with gzip
			"
		`);
		expect(status).toBe(1);
	});

	test('a file whose end is missing', () => {
		const { status, stderr } = bench('--from', written('cut.gz', gzipSync(line.repeat(99)).subarray(0, -9)));
		expect(stderr).toContain('error bench/unreadable');
		expect(status).toBe(1);
	});

	test('more papers than the file has', () => {
		const file = written('three.jsonl.gz', gzipSync(line.repeat(3)));
		const { status, stderr } = bench('--from', file, '--papers', '2', '--twice');
		expect(stderr.replace(file, 'three.jsonl.gz')).toMatchInlineSnapshot(`
			"error bench/too-few-papers
			  three.jsonl.gz
			  This file has 3 papers, and more are asked for.
			  Try: give a smaller number to --papers; --twice needs two times as many
			"
		`);
		expect(status).toBe(1);
	});

	test('a year of daily runs needs as many papers', () => {
		const file = written('two.jsonl.gz', gzipSync(line.repeat(2)));
		const { status, stderr } = bench('--from', file, '--endurance', '365');
		expect(stderr).toContain('error bench/too-few-papers');
		expect(status).toBe(1);
		expect(bench('--endurance', '2', '--read').status).toBe(2);
	});
});

test('a step that fails ends the bench, which leaves nothing behind', () => {
	const { status, stdout, stderr } = bench('--from', written('bad.jsonl', 'not a paper\n'));
	expect(stderr).toContain('bench: 1 lines hold no paper, the first is ');
	expect(stderr).toContain('error listing/none');
	expect(status).toBe(1);
	expect(stdout).toBe('');
	expect(readdirSync(work)).toEqual([]);
});

test('the search of the papers of a file is measured, and nothing is left behind', () => {
	const papers = [...syntheticPapers(30)].map((paper) => JSON.stringify(paper));
	const { status, stdout } = bench('--search', 'made', '--from', written('many.jsonl', papers.join('\n')), '--json');
	const report: unknown = JSON.parse(stdout);
	expect(report).toMatchObject({ papers: 30 });
	expect(report).toHaveProperty('quality.0', {
		search: 'Daybook',
		kind: 'dropped-words',
		quality: { queries: 30, recall1: 1, recall3: 1, recall10: 1, reciprocalRank: 1 },
	});
	expect(readdirSync(work)).toEqual([]);
	expect(status).toBe(0);
});
