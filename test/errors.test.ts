import { describe, expect, test } from 'vitest';
import { DaybookError, formatError, refusedBySystem, refusedInWords } from '../src/errors.ts';

function systemError(code: string, parts: object = {}): Error {
	return Object.assign(new Error(`${code}: what Node says, open '/a/b'`), { code, syscall: 'open', ...parts });
}

test('a printed error has four lines, whatever is in its parts', () => {
	const hostile = 'a\n::error::b\r\x1b[2Jc\u2028d\u202ee';
	const error = new DaybookError({ code: 'a/b', message: hostile, hint: hostile, location: { file: hostile } });
	const lines = formatError(error).split('\n');
	expect(lines).toHaveLength(4);
	for (const line of lines.slice(1)) expect(line).toMatch(/^ {2}(Try: )?a ::error::b \[2Jc d e$/);
});

describe('what the system refuses', () => {
	test.each([
		['ENOSPC', 'output/disk-full', /room/],
		['EDQUOT', 'output/disk-full', /room/],
		['EFBIG', 'output/disk-full', /room/],
		['EROFS', 'output/read-only', /another place/],
		['EACCES', 'system/no-permission', /belongs/],
		['EPERM', 'system/no-permission', /belongs/],
		['EMFILE', 'system/too-many-files', /ulimit/],
		['ENFILE', 'system/too-many-files', /ulimit/],
		['ENAMETOOLONG', 'output/path-too-long', /shorter/],
		['ENOTDIR', 'output/not-a-folder', /file/],
	])('%s is %s, in four lines, with the place and what to do', (code, known, hint) => {
		const error = refusedBySystem(systemError(code, { path: '/a/b' }));
		expect(error).toMatchObject({ code: known, hint: expect.stringMatching(hint), location: { file: '/a/b' } });
		const lines = error && formatError(error).split('\n');
		expect(lines).toHaveLength(4);
		expect(lines?.join()).not.toContain(code);
	});

	test('is told of the place that is known when it names none', () => {
		expect(refusedBySystem(systemError('ENOSPC'), '/out')?.location).toEqual({ file: '/out' });
		expect(refusedBySystem(systemError('ENOSPC'))?.location).toBe(null);
	});

	test.each([
		['of another kind', systemError('ECONNRESET')],
		['of ours', new DaybookError({ code: 'a/b', message: 'x', hint: 'y' })],
		['that is no error', { code: 'ENOSPC' }],
	])('is nothing %s', (_, error) => expect(refusedBySystem(error)).toBe(null));

	test.each([
		["Error: ENOSPC: no space left on device, write '/x'", 'output/disk-full'],
		['Failed to write file in /x\n\nCaused by:\n    No space left on device (os error 28)\n', 'output/disk-full'],
		['  Read-only file system (os error 30)', 'output/read-only'],
		['EACCES: permission denied, mkdir', 'system/no-permission'],
		['Too many open files (os error 24)', 'system/too-many-files'],
		['File name too long (os error 36)', 'output/path-too-long'],
	])('is known from what another program prints: %j', (printed, code) => {
		expect(refusedInWords(printed, '/out')).toMatchObject({ code, location: { file: '/out' } });
	});

	test('is not seen in other words', () => {
		expect(refusedInWords('CouldNotTransform: an unexpected token in page.astro', '/out')).toBe(null);
	});
});
