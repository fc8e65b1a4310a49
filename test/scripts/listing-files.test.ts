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

test.each([
	['[]', 'A sidecar is a list of keys, each with its value.'],
	['yesterday', 'A sidecar is a list of keys, each with its value.'],
	['capture: 2025-11-24', 'capture: Unrecognized key: "capture"'],
])('a sidecar that says %s is refused with what is wrong', (text, message) => {
	const folder = mkdtempSync(join(tmpdir(), 'daybook-listings-'));
	try {
		writeFileSync(join(folder, 'a.txt'), 'text');
		writeFileSync(join(folder, 'a.txt.yaml'), text);
		expect(() => [...capturedFiles(folder)]).toThrow(expect.objectContaining({ code: 'sidecar/invalid', message }));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
