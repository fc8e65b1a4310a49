import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const vitest = resolve(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const folder = resolve(import.meta.dirname, 'fixtures/skips');

function runTests(file: string, full: boolean) {
	const env = { ...process.env, DAYBOOK_FULL: full ? '1' : '', DAYBOOK_SUMMARY: '' };
	const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', file], { cwd: folder, env, encoding: 'utf8' });
	return { status, lines: stdout.trimEnd().split('\n') };
}

test('a run may skip, and says so', () => {
	expect(runTests('refused', false)).toEqual({
		status: 0,
		lines: ['0 passed, 0 failed, 2 skipped', 'skipped: 1 (no Chromium)', 'skipped: 1 (no reason given)'],
	});
});

test('a full run fails for what it skips', () => {
	expect(runTests('refused', true)).toEqual({
		status: 1,
		lines: [
			'0 passed, 0 failed, 2 skipped',
			'skipped: 1 (no Chromium)',
			'skipped: 1 (no reason given)',
			'a full run must not skip: no Chromium',
			'a full run must not skip: no reason given',
		],
	});
});

test('a full run accepts a clone that stands alone', () => {
	expect(runTests('accepted', true)).toEqual({
		status: 0,
		lines: ['1 passed, 0 failed, 1 skipped', 'skipped: 1 (../shared is absent)'],
	});
});

test('a file that cannot be loaded counts as failed', () => {
	expect(runTests('broken', false)).toEqual({ status: 1, lines: ['0 passed, 1 failed, 0 skipped', 'skipped: 0'] });
});
