import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inAstroTurn } from '../../scripts/astro-turn.ts';
import { projectFolder } from './run-command.ts';

const turn = join(projectFolder, 'scripts/astro-turn.ts');

/** A process that has the turn until it is killed. */
async function holder() {
	const code = `import { inAstroTurn } from ${JSON.stringify(turn)};
		await inAstroTurn(() => { console.log('has it'); return new Promise((done) => setTimeout(done, 1e6)); }, () => {});`;
	const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
	await once(child.stdout, 'data');
	return child;
}

test('a turn comes after that of others in this process, and is given on when it fails', async () => {
	const seen: string[] = [];
	const { promise, resolve } = Promise.withResolvers<void>();
	const first = inAstroTurn(
		async () => {
			await promise;
			seen.push('first is over');
			throw new Error('no more');
		},
		() => {},
	);
	const second = inAstroTurn(
		async () => {
			seen.push('second has it');
		},
		() => {
			seen.push('second waits');
			resolve();
		},
	);
	await expect(first).rejects.toThrow('no more');
	await second;
	expect(seen).toEqual(['second waits', 'first is over', 'second has it']);
});

test('the turn of a killed process is over', async () => {
	const child = await holder();
	const waited = await inAstroTurn(
		async () => 'has it',
		() => child.kill('SIGKILL'),
	);
	expect(waited).toBe('has it');
	expect(child.signalCode).toBe('SIGKILL');
});
