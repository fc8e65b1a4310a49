import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '../..');

export interface CommandOptions {
	/** A program, with arguments, that runs the command. */
	through?: readonly string[];
	/** The folder of the project whose command it is. */
	cwd?: string;
}

/** Set by Vitest for the tests, and read by Vite when it builds. */
const ofVitest = ['BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SSR', 'TEST', 'VITEST'];

/** What a command of `scripts/` printed, and its exit code. */
export function runCommand(script: string, args: readonly string[], options: CommandOptions = {}) {
	const { through = [], cwd = projectFolder } = options;
	const [program = process.execPath, ...before] = [...through, process.execPath];
	const { status, stdout, stderr } = spawnSync(program, [...before, join(cwd, 'scripts', script), ...args], {
		encoding: 'utf8',
		cwd,
		env: { ...process.env, ...Object.fromEntries(ofVitest.map((name) => [name, undefined])), NO_COLOR: '1' },
	});
	return { status, stdout, stderr };
}
