import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readEnrichments } from '../../scripts/enrichment-file.ts';
import { arxivFeed } from '../sources/arxiv-feed.ts';
import { localService, status } from '../sources/local-service.ts';
import { treeOf } from './fetch-runs.ts';
import { expectSuccess, projectFolder } from './run-command.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-enrich-stopped-'));
const service = await localService();
afterAll(async () => {
	await service.close();
	rmSync(temporary, { recursive: true, force: true });
});

const good = status(200, { 'content-type': 'application/atom+xml' }, arxivFeed([]));

let listings = '';
let file = '';
let folders = 0;
beforeEach(() => {
	folders += 1;
	listings = join(temporary, String(folders), 'listings');
	file = join(listings, '../enrichment/arxiv.jsonl');
	mkdirSync(listings, { recursive: true });
	writeFileSync(join(listings, 'a.csv'), ['name,other', ...many.map((title) => `${title},x`), ''].join('\n'));
	writeFileSync(join(listings, 'a.csv.yaml'), 'captured: 2026-01-10\ncolumns: { title: name }\n');
});

const many = Array.from(
	{ length: 40 },
	(_, at) => `Lanterns of ${'abcdefgh'[at % 8]}${'qrstu'[at >> 3]}lm harbours at night`,
);

function started() {
	const script = join(projectFolder, 'test/scripts/quick-enrich.ts');
	const child = spawn(process.execPath, [script, '--listings', listings, '--from', service.origin], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let stderr = '';
	child.stderr.on('data', (data: Buffer) => {
		stderr += data.toString();
	});
	const ended = new Promise<{ status: number | null; signal: string | null; stderr: string }>((resolve) =>
		child.on('close', (code, signal) => resolve({ status: code, signal, stderr })),
	);
	return { child, ended };
}

test('a run that is killed at any moment leaves a whole file, and the next goes on', async () => {
	let kills = 0;
	for (let attempt = 0; attempt < 5; attempt += 1) {
		const before = readEnrichments(file).length;
		const { child, ended } = started();
		let asked = 0;
		service.answer = (request, response, count) => {
			asked += 1;
			// Two searches a paper, and five papers are written together: in the midst of that, or soon after.
			if (asked === 10) setTimeout(() => child.kill('SIGKILL'), attempt * 2);
			good(request, response, count);
		};
		if ((await ended).signal === 'SIGKILL') kills += 1;
		const kept = readEnrichments(file).length;
		expect(kept).toBeGreaterThanOrEqual(before);
	}
	expect(kills).toBeGreaterThan(2);
	service.answer = good;
	expectSuccess(await started().ended);
	expect(readEnrichments(file)).toHaveLength(many.length);
	expect(Object.keys(treeOf(dirname(file)))).toEqual(['arxiv.jsonl']);
}, 60_000);

test('a run that is stopped keeps what it was told, and says how to go on', async () => {
	const { child, ended } = started();
	let asked = 0;
	service.answer = (request, response, count) => {
		asked += 1;
		if (asked === 15) child.kill('SIGINT');
		else good(request, response, count);
	};
	expect(await ended).toMatchObject({
		status: 130,
		stderr: expect.stringContaining('Stopped. Run the same again: it goes on where it stopped.'),
	});
	expect(readEnrichments(file)).toHaveLength(7);
});
