import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { areas, importsOfAreas, rules, type Sample } from './lint-samples.ts';
import { statementFiles } from './lint-statements.ts';
import { reproducible } from './lint-statements-reproducible.ts';
import { safe } from './lint-statements-safe.ts';

const root = resolve(import.meta.dirname, '..');

const reportSchema = z.object({
	diagnostics: z.array(
		z.object({
			severity: z.string(),
			category: z.string(),
			message: z.string(),
			location: z.object({ path: z.string() }),
		}),
	),
});

const statements = Object.entries({ ...reproducible, ...safe }).map(([rule, refused]) => ({
	rule,
	files: statementFiles(rule, refused),
}));

/** Rules that a sample may break beside the one it is about. */
const unrelated = ['lint/correctness/noUnusedVariables', 'lint/correctness/noUndeclaredDependencies'];

let folder = '';
let complaints = new Map<string, string[]>();

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-lint-'));
	for (const name of ['biome.json', 'lint', 'package.json']) {
		await cp(join(root, name), join(folder, name), { recursive: true });
	}
	const samples = [...importsOfAreas, ...Object.values(rules).flat(), ...statements.flatMap(({ files }) => files)];
	for (const { path, code } of samples) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), code, { flag: 'wx' });
	}
	complaints = await lint(folder);
});

afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
});

async function lint(directory: string): Promise<Map<string, string[]>> {
	const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
	const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=error'];
	const stdout = await promisify(execFile)(process.execPath, args, { cwd: directory, maxBuffer: 2 ** 26 }).then(
		(done) => done.stdout,
		(failed: { stdout: string }) => failed.stdout,
	);
	const { diagnostics } = reportSchema.parse(JSON.parse(stdout));
	const relevant = diagnostics.filter(({ category }) => !unrelated.includes(category));
	return new Map(
		[...Map.groupBy(relevant, ({ location }) => location.path.replaceAll('\\', '/'))].map(([path, found]) => [
			path,
			found.map(({ message }) => message),
		]),
	);
}

/** The samples that the linter judged otherwise than they ask for. */
function misjudged(samples: readonly Sample[]): string[] {
	return samples
		.filter((sample) => (complaints.get(sample.path)?.length ?? 0) > 0 !== sample.refused)
		.map(({ path, code }) => [path, code, ...(complaints.get(path) ?? ['accepted'])].join('\n'));
}

describe('import rules', () => {
	test.each(areas)('src/%s imports what it may, and nothing else', (area) => {
		expect(misjudged(importsOfAreas.filter(({ path }) => path.startsWith(`src/${area}/`)))).toEqual([]);
	});

	test.each(Object.entries(rules))('%s', (_, samples) => {
		expect(misjudged(samples)).toEqual([]);
	});

	test.each(statements)('$rule refuses what it is about, however it is written', ({ files }) => {
		const misjudged = files.filter(
			({ path, says, refused }) => refused !== (complaints.get(path) ?? []).some((message) => message.startsWith(says)),
		);
		expect(misjudged.map(({ path, code, refused }) => `${refused ? 'accepted' : 'refused'} ${path}: ${code}`)).toEqual(
			[],
		);
	});

	test('a complaint says the rule', () => {
		expect(complaints.get('src/listings/views-flat.ts')).toEqual([
			'This part of src imports src/records and src/errors.ts only.',
		]);
		expect(complaints.get('src/archive/files.ts')).toEqual([
			'Only src/store, the search index, src/bundle, src/content.config.ts, scripts and tests touch files.',
		]);
	});

	test('every part of src is in the table', async () => {
		const parts = (await readdir(join(root, 'src'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
		expect(
			parts.map(({ name }) => name).filter((name) => name !== 'styles' && !areas.some((area) => area === name)),
		).toEqual([]);
	});
});
