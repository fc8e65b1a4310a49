import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { daysOf } from '../../scripts/fetch/due-days.ts';
import { isoDateSchema } from '../../src/records/dates.ts';
import { dailyItems, pageAsked, playback } from '../sources/daily-items.ts';
import { type Answering, localService } from '../sources/local-service.ts';
import { textIn, treeOf } from './fetch-runs.ts';
import { expectSuccess, projectFolder } from './run-command.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-fetch-stopped-'));
const service = await localService();
afterAll(async () => {
	await service.close();
	rmSync(temporary, { recursive: true, force: true });
});
beforeEach(() => {
	service.requests = [];
	service.answer = good;
});

const [since, until] = ['2026-01-01', '2026-01-20'];
const range = daysOf({ since: isoDateSchema.parse(since), until: isoDateSchema.parse(until) });
const days = Object.fromEntries(range.map((day, index) => [day, dailyItems(31, day, index * 100)]));
const good = playback(days);

/** The command as a process of its own; how it ended, and what it printed. */
function started(listings: string, now = '2026-03-01T12:00:00Z', ...more: string[]) {
	const script = join(projectFolder, 'test/scripts/quick-fetch.ts');
	const args = ['--listings', listings, '--from', service.origin, '--since', since, '--until', until, ...more];
	const child = spawn(process.execPath, [script, ...args], {
		env: { ...process.env, DAYBOOK_TEST_NOW: now },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let [stdout, stderr] = ['', ''];
	child.stdout.on('data', (data: Buffer) => {
		stdout += data.toString();
	});
	child.stderr.on('data', (data: Buffer) => {
		stderr += data.toString();
	});
	const ended = new Promise<{ status: number | null; signal: string | null; stdout: string; stderr: string }>(
		(resolve) => child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr })),
	);
	return { child, ended };
}

/** Every listing is whole, and a sidecar stands beside one. Gives the listings. */
function wholeListings(listings: string): string[] {
	const files = Object.keys(treeOf(listings)).filter((path) => !/\/\.[^/]*\.new$/.test(path));
	const captures = files.filter((path) => path.endsWith('.json.gz'));
	for (const path of captures) {
		const day = /\/(\d{4}-\d{2}-\d{2})\./.exec(path)?.[1] ?? '';
		expect(textIn(join(listings, path))).toBe(JSON.stringify(days[day]));
	}
	for (const path of files.filter((each) => !captures.includes(each))) {
		expect(captures).toContain(path.replace(/\.yaml$/, ''));
	}
	return captures;
}

describe('a run that is killed', () => {
	test('at any moment leaves whole files only, and the next run completes them', async () => {
		const listings = join(temporary, 'killed');
		let kills = 0;
		for (let attempt = 0; attempt < 14; attempt += 1) {
			const before = wholeListings(listings).length;
			if (before === range.length) break;
			const { child, ended } = started(listings);
			// Some time after it has asked for another day or two: in the midst of reading, packing or writing.
			const [more, delay] = [1 + (attempt % 2), attempt * 0.7];
			let asked = 0;
			service.answer = (request, response, count) => {
				asked += 1;
				if (asked === more) setTimeout(() => child.kill('SIGKILL'), delay);
				good(request, response, count);
			};
			if ((await ended).signal === 'SIGKILL') kills += 1;
			expect(wholeListings(listings).length).toBeGreaterThanOrEqual(before);
		}
		expect(kills).toBeGreaterThan(5);

		service.answer = good;
		const last = await started(listings, '2026-03-02T12:00:00Z').ended;
		expect(last).toMatchObject({ status: 0, signal: null });
		const captures = wholeListings(listings);
		expect(captures).toHaveLength(range.length);
		const tree = treeOf(listings);
		// No beginnings are left, and no capture is without its sidecar.
		expect(Object.keys(tree).sort()).toEqual(captures.flatMap((path) => [path, `${path}.yaml`]).sort());

		const again = await started(listings, '2026-03-03T12:00:00Z').ended;
		expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('0 days asked for') });
		expect(treeOf(listings)).toEqual(tree);
	});
});

describe('a run that is stopped', () => {
	test.each([
		['SIGINT', 130],
		['SIGTERM', 143],
	] as const)('by %s ends with %i and says how to go on', async (signal, status) => {
		const listings = join(temporary, signal);
		const { child, ended } = started(listings);
		const silent: Answering = () => child.kill(signal);
		service.answer = (request, response, count) =>
			(pageAsked(request).date === '2026-01-04' ? silent : good)(request, response, count);
		const end = await ended;
		expect(end).toMatchObject({ status, signal: null });
		expect(end.stderr).toContain('Stopped. Run the same again: it goes on where it stopped.');
		expect(wholeListings(listings)).toHaveLength(3);
		expect(Object.keys(treeOf(listings))).toHaveLength(6);

		service.requests = [];
		service.answer = good;
		expectSuccess(await started(listings, '2026-03-02T12:00:00Z').ended);
		expect(service.requests).toHaveLength(range.length - 3);
	});
});

test('a file in the place of the folder is an error that says what to do', async () => {
	const listings = join(temporary, 'in-the-way');
	writeFileSync(listings, 'a file');
	const end = await started(listings).ended;
	expect(end.status).toBe(1);
	expect(end.stderr).toMatch(/^error [a-z]+\/[a-z-]+\n {2}\S.*\n {2}\S.*\n {2}Try: \S/m);
});
