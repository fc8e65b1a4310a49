import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DaybookError, receivedError, sentErrorSchema } from '../src/errors.ts';

const require = createRequire(import.meta.url);
const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The file that `name` of an installed package runs, for Node. Throws `tool/missing`. */
export function toolFile(packageName: string, name: string): string {
	const manifest = manifestOf(packageName);
	const { bin } = manifestSchema.parse(require(manifest));
	const file = typeof bin === 'string' ? bin : bin[name];
	if (!file) throw missing(packageName);
	return join(dirname(manifest), file);
}

/** A package need not export its package.json: it is looked for by folder. */
function manifestOf(packageName: string): string {
	const manifest = require.resolve
		.paths(packageName)
		?.map((folder) => join(folder, packageName, 'package.json'))
		.find((file) => existsSync(file));
	if (!manifest) throw missing(packageName);
	return manifest;
}

function missing(packageName: string): DaybookError {
	return new DaybookError({
		code: 'tool/missing',
		message: `${packageName} is not installed.`,
		hint: 'run npm ci',
	});
}

export interface RunOptions {
	/** Where the program's standard output goes: ours, or our standard error when ours is for JSON. */
	output: 'stdout' | 'stderr';
	/** Added to our environment. */
	env?: Record<string, string>;
	cwd?: string;
}

/** How a step of a build came out. */
export interface StepEnd {
	/** `code 0`, or another, or a signal. */
	ended: string;
	/** What a command of ours reports instead of printing it. */
	error: DaybookError | null;
	/** The end of what was held back of its standard error. */
	held: string;
}

/** Runs a step of a build to its end; what it prints goes to our standard error, or is held back as far as it does. */
export async function runStepProgram(
	file: string,
	args: readonly string[],
	{ env, hold }: { env: Record<string, string>; hold: boolean },
): Promise<StepEnd> {
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	const child = spawn(file, args, {
		stdio: ['ignore', process.stderr, hold ? 'pipe' : 'inherit', 'ipc'],
		env: { ...process.env, ...env },
	});
	const mostHeld = 100_000;
	let error: DaybookError | null = null;
	let held = '';
	child.stderr?.on('data', (text) => {
		held = `${held}${text}`.slice(-mostHeld);
	});
	child.once('message', (message) => {
		error = receivedError(sentErrorSchema.parse(message));
	});
	child.once('error', reject);
	child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
	const ended = await promise;
	return { ended, error, held };
}

/** Runs a program to its end and gives its exit code; 1 when a signal ended it. */
export async function runProgram(
	file: string,
	args: readonly string[],
	{ output, env, cwd }: RunOptions,
): Promise<number> {
	const { promise, resolve, reject } = Promise.withResolvers<number>();
	const child = spawn(file, args, {
		stdio: ['ignore', output === 'stdout' ? 'inherit' : process.stderr, 'inherit'],
		env: { ...process.env, ...env },
		cwd,
	});
	child.once('error', reject);
	child.once('exit', (code) => resolve(code ?? 1));
	return await promise;
}
