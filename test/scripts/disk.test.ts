import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { underPermissions, withoutWriting, withRoomFor } from '../narrow-place.ts';
import { projectFolder, runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const listings = join(projectFolder, 'test/fixtures/odd/one-paper/listings');

function archive(out: string, through: readonly string[] = []) {
	const { status, stderr } = runCommand('archive.ts', ['--listings', listings, '--out', out], { through });
	const from = stderr.indexOf('error ');
	return { status, said: stderr.slice(from).trimEnd().split('\n') };
}

/** A folder for an archive. */
function place(name: string): string {
	const parent = join(folder, name);
	mkdirSync(parent);
	return parent;
}

describe.skipIf(process.platform === 'win32')('an archive is refused in four lines, and leaves nothing', () => {
	test('where the disk is full', () => {
		const parent = place('full');
		const { status, said } = archive(join(parent, 'archive'), withRoomFor(4, parent));
		const at = `  ${join(parent, 'archive')}`;
		// The folder is empty again.
		expect(said).toEqual(['error output/disk-full', at, expect.any(String), expect.any(String)]);
		expect(status).toBe(1);
	});

	test('where nothing can be written', () => {
		const parent = place('read-only');
		const { through, code } = withoutWriting(parent);
		const { status, said } = archive(join(parent, 'new', 'archive'), [
			...through,
			...(code === 'output/read-only' ? [] : underPermissions()),
		]);
		expect(said[0]).toBe(`error ${code}`);
		expect(said).toHaveLength(4);
		expect(status).toBe(1);
	});

	test('where we may not write', () => {
		const parent = place('not-ours');
		const { status, said } = archive(join(parent, 'archive'), [...closed(parent), ...underPermissions()]);
		expect(said).toEqual([
			'error system/no-permission',
			expect.stringContaining(parent),
			expect.any(String),
			expect.any(String),
		]);
		expect(status).toBe(1);
		expect(existsSync(join(parent, 'archive'))).toBe(false);
	});

	test('where a path is too long, or goes through a file', () => {
		const long = join(folder, 'x'.repeat(300), 'archive');
		expect(archive(long).said).toEqual([
			'error output/path-too-long',
			expect.stringContaining(folder),
			expect.any(String),
			expect.any(String),
		]);
		const [file = ''] = readdirSync(listings);
		expect(archive(join(listings, file, 'archive')).said[0]).toBe('error output/not-a-folder');
	});
});

function closed(parent: string): readonly string[] {
	return ['sh', '-c', 'chmod 555 "$0" && exec "$@"', parent];
}
