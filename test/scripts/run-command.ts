import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '../..');

/** What a command of `scripts/` printed, and its exit code. `through` is a program that runs it. */
export function runCommand(
	script: string,
	args: readonly string[],
	through: readonly string[] = [],
	env: NodeJS.ProcessEnv = {},
) {
	const [program = process.execPath, ...before] = [...through, process.execPath];
	const { status, stdout, stderr } = spawnSync(program, [...before, join(projectFolder, 'scripts', script), ...args], {
		encoding: 'utf8',
		cwd: projectFolder,
		env: { ...process.env, NO_COLOR: '1', ...env },
	});
	return { status, stdout, stderr };
}
