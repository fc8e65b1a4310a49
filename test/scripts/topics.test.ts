import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-topics-'));
const archive = join(temporary, 'archive');
const topics = join(temporary, 'topics');
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const papers = [
	{ key: 'a', title: 'Sourdough in cold kitchens', abstract: 'A sourdough starter sleeps below ten degrees.' },
	{ key: 'b', title: 'Choosing a bread knife', abstract: 'Teeth and handles are compared.' },
	{ key: 'c', title: 'Layered tarts', abstract: 'How thin pastry can be rolled, and why pastry tears.' },
	{ key: 'd', title: 'Copper kettles', abstract: 'Old jam kettles are measured.' },
	{ key: 'e', title: 'Tin kettles', abstract: 'Light jam kettles are measured.' },
	{ key: 'f', title: 'Iron kettles', abstract: 'Heavy jam kettles are measured.' },
	{ key: 'g', title: 'Sourdough of rye', abstract: 'Rye ferments fast.' },
	{ key: 'h', title: 'Sourdough of wheat', abstract: 'Wheat ferments slowly.' },
	{ key: 'i', title: 'Bread without salt', abstract: 'It is pale.' },
];

beforeAll(() => {
	const listings = join(temporary, 'listings');
	mkdirSync(listings);
	mkdirSync(topics);
	const entries = papers.map(
		({ key, title, abstract }) =>
			`@article{${key},\n  title = {${title}},\n  author = {Baker, Ada},\n  abstract = {${abstract}},\n  year = {2024}\n}\n`,
	);
	writeFileSync(join(listings, 'bakers.bib'), entries.join('\n'));
	writeFileSync(
		join(topics, 'bread.md'),
		'---\nname: Bread\nterms: [bread, sourdough]\nnot-terms: [bread knife]\n---\n\nOn bread.\n',
	);
	writeFileSync(
		join(topics, 'pastry.md'),
		'---\nname: Pastry\nterms: [{ term: tart, weight: 2 }, pastry]\n---\n\nOn pastry.\n',
	);
	expect(runCommand('archive.ts', ['--listings', listings, '--topics', topics, '--out', archive])).toMatchObject({
		status: 0,
	});
});

function labelsFile(name: string, ...lines: unknown[]): string {
	const file = join(temporary, name);
	writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
	return file;
}

/** The command, on the topics and the archive above. */
function ask(...args: string[]) {
	return runCommand('topics.ts', ['--archive', archive, '--topics', topics, ...args]);
}

/** Its value with --json, which is all that stands on standard output. */
function askJson(...args: string[]): unknown {
	const { status, stdout } = ask('--json', ...args);
	expect(status).toBe(0);
	expect(stdout.trim().split('\n')).toHaveLength(1);
	return JSON.parse(stdout);
}

describe('topics', () => {
	test('without an option: the papers of each topic, and how many have none', () => {
		expect(askJson()).toEqual({
			papers: 9,
			unsorted: 4,
			topics: [
				{ slug: 'bread', name: 'Bread', papers: 4 },
				{ slug: 'pastry', name: 'Pastry', papers: 1 },
			],
		});
		expect(ask().stdout).toBe('topic   papers\nbread   4\npastry  1\n\n4 of 9 papers have no topic.\n');
	});

	test.each(['choosing-a-bread-knife', 'https://example.org/some/papers/choosing-a-bread-knife/?from=x#top'])(
		'--explain %s',
		(name) => {
			expect(askJson('--explain', name)).toMatchObject({
				title: 'Choosing a bread knife',
				topics: [{ slug: 'bread', score: 0, given: false, terms: [{ term: 'bread', points: 0 }] }],
			});
			expect(ask('--explain', name).stdout).toContain('0, excluded by “bread knife”: choosing a [bread] knife');
		},
	);

	test('--explain by an id', () => {
		const value = askJson('--explain', 'layered-tarts');
		const id = typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
		expect(id).toMatch(/^t:/);
		expect(ask('--explain', id).stdout).toContain('pastry: 12, given: needs 3');
	});

	test('--unsorted', () => {
		expect(askJson('--unsorted')).toMatchObject({
			papers: 9,
			unsorted: 4,
			phrases: [
				{ phrase: 'jam kettles', papers: 3, sorted: 0, examples: [expect.any(String), expect.any(String)] },
				{ phrase: 'measured', papers: 3, sorted: 0 },
			],
		});
		expect(ask('--unsorted').stdout).toMatch(/^4 of 9 papers have no topic\.\n\nphrase .*\njam kettles {2}3 /);
	});

	test('--evaluate', () => {
		const file = labelsFile(
			'labels.jsonl',
			{ title: 'Sourdough in cold kitchens', topics: ['bread'] },
			{ file: 'bakers.bib', ordinal: 3, title: 'Layered tarts', topics: ['pastry', 'bread'] },
			{ title: 'Of spoons', topics: [] },
		);
		expect(askJson('--evaluate', file)).toMatchObject({
			papers: 2,
			all: { wanted: 3, given: 2, right: 2, precision: 1 },
			fiveFold: { evaluation: { papers: 2 } },
			problems: [{ code: 'labels/no-paper', line: 3 }],
		});
		const { stdout, stderr } = ask('--evaluate', file);
		expect(stderr).toContain(`problem labels/no-paper ${file}:3 No paper of this archive is “Of spoons”.`);
		expect(stdout).toMatch(/^bread +1\.000 +0\.500 +2$/m);
		expect(stdout).toMatch(/^micro +1\.000 +0\.667$/m);
		expect(stdout).toMatch(/^micro, five folds /m);
		expect(stdout).toContain('Layered tarts; missed: bread');
		expect(stdout).toContain('With thresholds chosen on the other folds, and without the ');
	});
});

describe('topics fails', () => {
	test.each<[string, () => string[], string]>([
		['on a paper that is not', () => ['--explain', 'spoons'], 'topics/no-paper'],
		['on a file that is not', () => ['--evaluate', join(temporary, 'none.jsonl')], 'topics/unreadable-labels'],
		[
			'on labels that are none',
			() => ['--evaluate', labelsFile('bad.jsonl', '', '{"title": "x"')],
			'topics/invalid-labels',
		],
		[
			'on labels without a paper',
			() => ['--evaluate', labelsFile('no.jsonl', { topics: [] })],
			'topics/invalid-labels',
		],
		[
			'on a topic that is not',
			() => ['--evaluate', labelsFile('soup.jsonl', { title: 'Layered tarts', topics: ['soup'] })],
			'topics/unknown-topic',
		],
		[
			'on labels of other papers',
			() => ['--evaluate', labelsFile('other.jsonl', { title: 'Of spoons', topics: ['bread'] })],
			'topics/no-labels',
		],
		['without an archive', () => ['--archive', join(temporary, 'none')], 'archive/missing'],
		['without topics', () => ['--topics', join(temporary, 'none')], 'topics/unreadable-folder'],
	])('%s', (_, args, code) => {
		const { status, stdout, stderr } = ask('--json', ...args());
		expect(status).toBe(1);
		expect(stderr).toContain(`error ${code}`);
		expect(JSON.parse(stdout)).toMatchObject({ error: { code } });
	});

	test.skipIf(!existsSync('/dev/full'))('when what it says cannot be written', () => {
		const into = (file: string) => {
			const through = ['sh', '-c', `"$0" "$@" > ${file}`];
			return runCommand('topics.ts', ['--json', '--archive', archive, '--topics', topics], { through });
		};
		const { status, stderr } = into('/dev/full');
		expect(stderr.trimEnd().split('\n')).toEqual([
			'error output/disk-full',
			'  standard output',
			'  The disk is full.',
			expect.stringContaining('  Try: make room'),
		]);
		expect(status).toBe(1);
		expect(into('/dev/null')).toEqual({ status: 0, stdout: '', stderr: '' });
	});

	test.skipIf(process.platform === 'win32')('at nothing when who reads it has enough', () => {
		const through = ['bash', '-c', '"$0" "$@" | true; exit "$PIPESTATUS"'];
		const { status, stderr } = runCommand('topics.ts', ['--archive', archive, '--topics', topics], { through });
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	});

	test('with the line of the label', () => {
		const file = labelsFile('lines.jsonl', { title: 'Layered tarts', topics: [] }, '', { title: 'Layered tarts' });
		expect(ask('--evaluate', file).stderr).toContain(`${file}:3`);
	});

	test.each([[['--explain']], [['--nope']], [['--unsorted', '--explain', 'x']], [['--evaluate', 'x', '--unsorted']]])(
		'on wrong usage: %j',
		(args) => {
			const { status, stdout } = ask(...args);
			expect(status).toBe(2);
			expect(stdout).toBe('');
		},
	);

	test('and helps', () => {
		const { status, stdout } = ask('--help');
		expect(status).toBe(0);
		for (const option of ['--explain', '--unsorted', '--evaluate', '--archive', '--topics', '--json']) {
			expect(stdout).toContain(option);
		}
	});
});
