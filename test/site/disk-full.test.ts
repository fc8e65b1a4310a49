import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withRoomFor } from '../narrow-place.ts';
import { projectFolder, runCommand } from '../scripts/run-command.ts';
import { folderOf, siteBases } from './built-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-disk-full-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said from the error on. */
const errorIn = (stderr: string) => stderr.slice(stderr.indexOf('error ')).trimEnd().split('\n');
const fourLines = (code: string) => [
	`error ${code}`,
	expect.stringMatching(/^ {2}\//),
	expect.any(String),
	expect.any(String),
];

describe.skipIf(process.platform === 'win32')('on a full disk', () => {
	// Enough for nothing; for the archive; for the code that renders the pages, and not for these.
	test.each([8, 100, 1500])('of %d KB a build says so in four lines, and leaves the last good site', (room) => {
		const site = join(folder, `site-${room}`);
		mkdirSync(site);
		writeFileSync(join(site, '404.html'), 'the last one');
		const topics = join(folder, 'topics');
		mkdirSync(topics, { recursive: true });
		const work = join(projectFolder, '.daybook/work');
		mkdirSync(work, { recursive: true });
		const listings = join(projectFolder, 'test/fixtures/odd/one-paper/listings');
		const options = ['--listings', listings, '--topics', topics, '--out', site, '--cards', '0'];
		const { status, stderr } = runCommand('build.ts', options, { through: withRoomFor(room, work) });
		expect(status).toBe(1);
		expect(errorIn(stderr)).toEqual(fourLines('output/disk-full'));
		expect(readFileSync(join(site, '404.html'), 'utf8')).toBe('the last one');
		expect(readdirSync(folder).sort()).toContain(`site-${room}`);
		expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
	});

	test('an offline copy says so in four lines, and leaves no half of it', () => {
		const parent = join(folder, 'copies');
		mkdirSync(parent);
		const options = ['--from', folderOf(siteBases[0]), '--out', join(parent, 'copy.zip')];
		const { status, stderr } = runCommand('bundle.ts', options, { through: withRoomFor(100, parent) });
		expect(status).toBe(1);
		expect(errorIn(stderr)).toEqual(fourLines('output/disk-full'));
	});
});
