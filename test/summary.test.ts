import { describe, expect, test } from 'vitest';
import { countReasons, refusedReasons, summaryLines } from './summary.ts';

describe('the closing lines of a run', () => {
	test('say that nothing was skipped', () => {
		expect(summaryLines({ passed: 3, failed: 0, skipped: new Map() })).toEqual([
			'3 passed, 0 failed, 0 skipped',
			'skipped: 0',
		]);
	});

	test('count each reason', () => {
		const skipped = countReasons(['no Chromium', '../shared is absent', 'no Chromium']);
		expect(summaryLines({ passed: 1, failed: 2, skipped })).toEqual([
			'1 passed, 2 failed, 3 skipped',
			'skipped: 1 (../shared is absent)',
			'skipped: 2 (no Chromium)',
		]);
	});
});

test('a full run accepts the absence of ../shared and no other reason', () => {
	const skipped = countReasons(['../shared is absent', 'no Chromium', 'no reason given']);
	expect(refusedReasons({ passed: 0, failed: 0, skipped })).toEqual(['no Chromium', 'no reason given']);
});
