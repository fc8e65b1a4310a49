import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

test.skipIf(sep === '\\')('a link that leads in a circle costs none beside it', () => {
	const folder = mkdtempSync(join(tmpdir(), 'daybook-listings-'));
	try {
		mkdirSync(join(folder, 'a/deep'), { recursive: true });
		writeFileSync(join(folder, 'a/deep/page.txt'), 'text');
		symlinkSync('.', join(folder, 'loop'));
		symlinkSync('self', join(folder, 'self'));
		symlinkSync('..', join(folder, 'a/deep/up'));
		symlinkSync('a/deep', join(folder, 'z'));
		symlinkSync('/dev/zero', join(folder, 'zero'));
		const files = [...capturedFiles(folder)];
		expect(Object.fromEntries(files.map(({ file, bytes }) => [file, bytes !== null]))).toEqual({
			'a/deep/page.txt': true,
			'a/deep/up': false,
			loop: false,
			self: false,
			'z/page.txt': true,
			'z/up/deep': false,
			zero: false,
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
