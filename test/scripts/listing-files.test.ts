import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';

test.skipIf(sep === '\\')('a backslash in the name of a listing parts no folders', () => {
	const folder = mkdtempSync(join(tmpdir(), 'daybook-listings-'));
	try {
		writeFileSync(join(folder, 'a\\b.txt'), 'text');
		writeFileSync(join(folder, 'a\\b.txt.yaml'), 'captured: 2025-11-24\n');
		const files = [...capturedFiles(folder)];
		expect(files.map(({ file }) => file)).toEqual(['a\\b.txt']);
		expect(files[0]?.bytes).not.toBeNull();
		expect(files[0]?.sidecar?.captured).toBe('2025-11-24');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
