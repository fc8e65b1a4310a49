import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';

export const projectFolder = join(import.meta.dirname, '../..');

export interface CommandOptions {
	/** A program, with arguments, that runs the command. */
	through?: readonly string[];
	/** The folder of the project whose command it is. */
	cwd?: string;
	/** Added to its environment. */
	env?: Readonly<Record<string, string>>;
}

/** Set by Vitest for the tests, and read by Vite when it builds. */
const ofVitest = ['BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SSR', 'TEST', 'VITEST'];

/** That of a person who runs commands. */
export const commandEnvironment: NodeJS.ProcessEnv = {
	...process.env,
	...Object.fromEntries(ofVitest.map((name) => [name, undefined])),
	NO_COLOR: '1',
};

/** What a command of `scripts/` printed, and its exit code. */
export function runCommand(script: string, args: readonly string[], options: CommandOptions = {}) {
	const { through = [], cwd = projectFolder, env } = options;
	const [program = process.execPath, ...before] = [...through, process.execPath];
	const { status, stdout, stderr } = spawnSync(program, [...before, join(cwd, 'scripts', script), ...args], {
		encoding: 'utf8',
		cwd,
		env: { ...commandEnvironment, ...env },
	});
	return { status, stdout, stderr };
}

/** The same while this process goes on, so that it can be a server that the command asks. */
export async function startedCommand(script: string, args: readonly string[], env: Record<string, string> = {}) {
	const child = spawn(process.execPath, [join(projectFolder, 'scripts', script), ...args], {
		cwd: projectFolder,
		env: { ...commandEnvironment, ...env },
	});
	const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { status: Number(status), stdout, stderr };
}

/** With what the command said, where it did not. */
export function expectSuccess({ status, stderr }: { status: unknown; stderr: string }): void {
	expect(status, stderr).toBe(0);
}
