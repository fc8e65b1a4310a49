import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { sha256 } from '../../src/records/hash.ts';
import { type PaperId, paperIdSchema, type Related, relatedSchema } from '../../src/records/paper.ts';
import { projectFolder } from '../project-folder.ts';
import type { BenchPaper } from './bench-paper.ts';
import { randomNumbers } from './random.ts';
import type { Source } from './source.ts';
import { fixed, grouped, megabytes, table } from './table.ts';

/** Related papers, measured. */
interface RelatedReport {
	papers: number;
	/** To relate them, read already. */
	seconds: number;
	/** The most memory of the process that did so, its papers included. */
	peakBytes: number;
	/** Of a sample, the share of its five closest among all papers that are found, by the same vectors. */
	recallAtFive: number;
	/** How many papers were added then, and the shares of lists that they change: without and with scores and terms. */
	added: number;
	changedLists: number;
	changedRelations: number;
}

export const addedPapers = 30;
const usageSchema = z.object({ seconds: z.number(), peakBytes: z.number(), recallAtFive: z.number().nullable() });
const lineSchema = z.object({ id: paperIdSchema, related: z.array(relatedSchema) });
const run = promisify(execFile);

/** Relates papers in a process of its own, then the same and thirty more, which are drawn evenly from all. */
export async function relatedBench(
	source: Source,
	count: number,
	work: string,
): Promise<{ report: RelatedReport; text: string }> {
	const folder = await mkdtemp(join(work, 'daybook-bench-related-'));
	try {
		const all = [...source.papers(count + addedPapers)];
		const later = drawn(all.length);
		const lines = all.map(lineOf);
		const before = await relate(
			lines.filter((_, nth) => !later.has(nth)),
			join(folder, 'before'),
			'sample',
		);
		const after = await relate(lines, join(folder, 'after'), 'none');
		const report = {
			papers: before.lists.size,
			seconds: before.seconds,
			peakBytes: before.peakBytes,
			recallAtFive: before.recallAtFive ?? 0,
			added: addedPapers,
			changedLists: changed(before.lists, after.lists, (related) => related.map(({ id }) => id).join()),
			changedRelations: changed(before.lists, after.lists, (related) => JSON.stringify(related)),
		};
		return { report, text: inWords(report) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function drawn(size: number): Set<number> {
	const random = randomNumbers(1);
	const numbers = new Set<number>();
	while (numbers.size < Math.min(addedPapers, size)) numbers.add(Math.floor(random() * size));
	return numbers;
}

function lineOf({ title, abstract }: BenchPaper, nth: number): string {
	return JSON.stringify({ id: `t:${sha256(String(nth)).slice(0, 16)}`, title, abstract });
}

async function relate(lines: readonly string[], name: string, recall: 'sample' | 'none') {
	const [from, to] = [`${name}-papers.jsonl`, `${name}-related.jsonl`];
	await writeFile(from, `${lines.join('\n')}\n`);
	const { stdout } = await run(process.execPath, [join(projectFolder, 'scripts/bench/relate.ts'), from, to, recall]);
	const written = (await readFile(to, 'utf8')).trimEnd().split('\n');
	const lists = new Map(
		written.map((line) => lineSchema.parse(JSON.parse(line))).map(({ id, related }) => [id, related]),
	);
	return { ...usageSchema.parse(JSON.parse(stdout)), lists };
}

/** The share of the earlier lists that are written otherwise later. */
function changed(
	before: ReadonlyMap<PaperId, Related[]>,
	after: ReadonlyMap<PaperId, Related[]>,
	write: (related: Related[]) => string,
): number {
	const others = [...before].filter(([id, related]) => write(related) !== write(after.get(id) ?? []));
	return others.length / Math.max(1, before.size);
}

function inWords(report: RelatedReport): string {
	return table(
		[`${grouped(report.papers)} papers`, ''],
		[
			['s to relate them', fixed(report.seconds, 1)],
			['MB of memory meanwhile', megabytes(report.peakBytes, 0)],
			['recall of the five closest', fixed(report.recallAtFive, 3)],
			[`% of lists that ${report.added} papers more change`, fixed(report.changedLists * 100, 2)],
			['% with scores and terms', fixed(report.changedRelations * 100, 2)],
		],
	);
}
