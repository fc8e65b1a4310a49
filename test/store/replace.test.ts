import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Writer } from '../../src/store/beside.ts';
import { replaceFile } from '../../src/store/replace-file.ts';
import { replaceFolder } from '../../src/store/replace-folder.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-replace-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Writers whose number ends in 0 are over. */
const writer = (name: string): Writer => ({ name, isOver: (other) => other.endsWith('0') });
const me = writer('7');

const write = (text: string) => async (folder: string) => writeFileSync(join(folder, 'page'), text);
const contentOf = (folder: string) => readFileSync(join(folder, 'page'), 'utf8');

/** A new folder, with what runs before left in it: names of folders with what stands in their page. */
function parentWith(name: string, left: Readonly<Record<string, string>> = {}): string {
	const parent = join(temporary, name);
	mkdirSync(parent);
	for (const [folder, text] of Object.entries(left)) {
		mkdirSync(join(parent, folder));
		writeFileSync(join(parent, folder, 'page'), text);
	}
	return parent;
}

describe('a folder that is replaced', () => {
	test('has what was made, and nothing is left beside it', async () => {
		const target = join(temporary, 'replaced/site');
		await replaceFolder(target, 'page', me, write('first'));
		await replaceFolder(target, 'page', me, write('second'));
		expect(contentOf(target)).toBe('second');
		expect(readdirSync(join(temporary, 'replaced'))).toEqual(['site']);
	});

	test('stays as it was when the making fails', async () => {
		const target = join(parentWith('failed', { site: 'good' }), 'site');
		const failing = replaceFolder(target, 'page', me, async (folder) => {
			writeFileSync(join(folder, 'page'), 'half');
			throw new Error('no more');
		});
		await expect(failing).rejects.toThrow('no more');
		expect(contentOf(target)).toBe('good');
		expect(readdirSync(join(temporary, 'failed'))).toEqual(['site']);
	});

	test('tells what the system refuses, and where', async () => {
		const target = join(parentWith('full', { site: 'good' }), 'site');
		const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
		const failing = replaceFolder(target, 'page', me, () => Promise.reject(full));
		await expect(failing).rejects.toMatchObject({ code: 'output/disk-full', location: { file: target }, cause: full });
		expect(contentOf(target)).toBe('good');
	});

	test('is not put back while the one who moved it away may go on', async () => {
		const parent = parentWith('moved', { '.site.8.old': 'theirs' });
		const failing = replaceFolder(join(parent, 'site'), 'page', me, () => Promise.reject(new Error('no more')));
		await expect(failing).rejects.toThrow('no more');
		expect(readdirSync(parent)).toEqual(['.site.8.old']);
	});

	test('is refused when it holds anything else', async () => {
		const parent = join(temporary, 'other');
		mkdirSync(join(parent, 'letters'), { recursive: true });
		writeFileSync(join(parent, 'letters/from-home'), 'dear');
		const refused = expect.objectContaining({ code: 'output/not-ours' });
		await expect(replaceFolder(join(parent, 'letters'), 'page', me, write('x'))).rejects.toThrow(refused);
		await expect(replaceFolder(join(parent, 'letters/from-home'), 'page', me, write('x'))).rejects.toThrow(refused);
		expect(readFileSync(join(parent, 'letters/from-home'), 'utf8')).toBe('dear');
		expect(readdirSync(parent)).toEqual(['letters']);
	});

	test('comes back after a run that was killed between its two renames', async () => {
		const parent = parentWith('between', { '.site.20.old': 'good', '.site.20.new': 'half' });
		const target = join(parent, 'site');
		await expect(replaceFolder(target, 'page', me, () => Promise.reject(new Error('again')))).rejects.toThrow('again');
		expect(contentOf(target)).toBe('good');
		expect(readdirSync(parent)).toEqual(['site']);
	});

	test.each([
		['what killed runs left goes', { '.site.20.new': 'half', '.site.30.old': 'old', '.site.x0.new': 'half' }, false],
		['what one before it of the same number left goes', { '.site.7.new': 'half', '.site.7.old': 'old' }, false],
		['what runs that go on need stays', { '.site.21.new': 'half', '.site.21.old': 'old' }, true],
		['what is not of this place stays', { '.site2.20.new': 'half', '.site.20.txt': 'x', 'site.20.new': 'x' }, true],
	])('beside it %s', async (name, left, kept) => {
		const parent = parentWith(name, { site: 'good', ...left });
		await replaceFolder(join(parent, 'site'), 'page', me, write('new'));
		expect(contentOf(join(parent, 'site'))).toBe('new');
		expect(readdirSync(parent)).toEqual([...(kept ? Object.keys(left) : []), 'site'].sort());
	});

	test('by two at the same time is whole, the last one’s', async () => {
		const target = join(parentWith('twice', { site: 'good' }), 'site');
		const slow = Promise.withResolvers<void>();
		const first = replaceFolder(target, 'page', writer('1'), async (folder) => {
			writeFileSync(join(folder, 'page'), 'first');
			writeFileSync(join(folder, 'of first'), '');
			await slow.promise;
		});
		await replaceFolder(target, 'page', writer('2'), write('second'));
		expect(contentOf(target)).toBe('second');
		slow.resolve();
		await first;
		expect(readdirSync(target)).toEqual(['of first', 'page']);
		expect(contentOf(target)).toBe('first');
		expect(readdirSync(join(temporary, 'twice'))).toEqual(['site']);
	});
});

describe('a file that is replaced', () => {
	test('has what was made, and nothing is left beside it', async () => {
		const parent = parentWith('file');
		const target = join(parent, 'copy.zip');
		writeFileSync(join(parent, '.copy.zip.20.new'), 'half');
		const made = await replaceFile(target, me, async (fresh) => {
			writeFileSync(fresh, 'whole', { flag: 'wx' });
			return 5;
		});
		expect([made, readFileSync(target, 'utf8')]).toEqual([5, 'whole']);
		expect(readdirSync(parent)).toEqual(['copy.zip']);
	});

	test('stays as it was when the making fails, or its place is a folder', async () => {
		const parent = parentWith('file-failed', { 'copy.d': 'good' });
		const target = join(parent, 'copy.zip');
		writeFileSync(target, 'good');
		const half = async (fresh: string) => {
			writeFileSync(fresh, 'half');
			throw Object.assign(new Error('no'), { code: 'EDQUOT', path: '/far/away' });
		};
		const refused = { code: 'output/disk-full', location: { file: '/far/away' } };
		await expect(replaceFile(target, me, half)).rejects.toMatchObject(refused);
		await expect(replaceFile(join(parent, 'copy.d'), me, async (fresh) => writeFileSync(fresh, 'x'))).rejects.toThrow();
		expect(readFileSync(target, 'utf8')).toBe('good');
		expect(readdirSync(parent)).toEqual(['copy.d', 'copy.zip']);
	});
});
