import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { DaybookError } from '../../src/errors.ts';
import { runProgram, toolFile } from '../processes.ts';

/** What Lighthouse gives marks for, in its words. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Marks of 100; null where Lighthouse could not tell. */
export type Scores = Record<(typeof categories)[number], number | null>;

export interface LighthouseResult {
	scores: Scores;
	/** The audits that cost marks, as `name: what it found`. */
	missed: string[];
}

const categorySchema = z.object({
	score: z.number().nullable(),
	auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
const reportSchema = z.object({
	runtimeError: z.object({ message: z.string() }).optional(),
	categories: z.record(z.enum(categories), categorySchema),
	audits: z.record(
		z.string(),
		z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
	),
});

/** Runs Lighthouse as on a phone with slow data. Throws `bench/lighthouse`. */
export async function lighthouse(url: string, chromium: string): Promise<LighthouseResult> {
	const folder = await mkdtemp(join(tmpdir(), 'daybook-lighthouse-'));
	const file = join(folder, 'report.json');
	try {
		const options = ['--output=json', `--output-path=${file}`, `--only-categories=${categories.join(',')}`];
		const quiet = ['--quiet', '--no-enable-error-reporting', '--chrome-flags=--headless=new --no-sandbox'];
		const code = await runProgram(process.execPath, [toolFile('lighthouse', 'lighthouse'), url, ...options, ...quiet], {
			output: 'stderr',
			env: { CHROME_PATH: chromium },
		});
		if (code !== 0) throw failed(url, `It ended with code ${code}.`);
		return resultOf(url, await readFile(file, 'utf8'));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** What Lighthouse's JSON says of a page. Throws `bench/lighthouse`. */
export function resultOf(url: string, json: string): LighthouseResult {
	const { runtimeError, categories: found, audits } = reportSchema.parse(JSON.parse(json));
	if (runtimeError) throw failed(url, runtimeError.message);
	const marks = categories.map((name) => [name, percent(found[name].score)] as const);
	const missed = categories.flatMap((name) =>
		found[name].auditRefs.flatMap(({ id, weight }) => {
			const audit = audits[id];
			if (weight === 0 || !audit || audit.score === null || audit.score === 1) return [];
			return `${id}: ${audit.displayValue ?? audit.title}`;
		}),
	);
	const scores: Scores = { performance: null, accessibility: null, 'best-practices': null, seo: null };
	return { scores: Object.assign(scores, Object.fromEntries(marks)), missed };
}

function percent(score: number | null): number | null {
	return score === null ? null : Math.round(score * 100);
}

function failed(url: string, message: string): DaybookError {
	return new DaybookError({
		code: 'bench/lighthouse',
		message: `Lighthouse could not measure ${url}. ${message}`,
		hint: 'name a Chromium that starts with DAYBOOK_CHROMIUM, and run it again',
	});
}
