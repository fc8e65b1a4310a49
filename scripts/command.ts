import { Command, CommanderError } from 'commander';
import { DaybookError, formatError, refusedBySystem, sentError } from '../src/errors.ts';
import { isErrno } from '../src/store/beside.ts';

/** A command with what all commands share: `--help`, `--json`, and wrong usage as an error that `run` knows. */
export function command(name: string, description: string): Command {
	return new Command(name)
		.description(description)
		.option('--json', 'print one JSON value on standard output, and prose on standard error', false)
		.exitOverride();
}

/**
 * Runs a command and gives the process its exit code: 0 done, 1 the input or the build failed, 2 wrong usage.
 * An action that fails throws, or sets `process.exitCode` when it has said why. With `--json` the error is the one
 * value on standard output. A step of a build tells the build instead, which says it once.
 */
export async function run(program: Command): Promise<void> {
	process.stdout.on('error', outputFailed);
	try {
		await program.parseAsync();
	} catch (error) {
		if (error instanceof CommanderError) {
			process.exitCode = error.exitCode === 0 ? 0 : 2;
			if (process.exitCode === 2)
				sayAsJson({ code: 'usage/wrong', message: error.message, hint: '--help', location: null });
			return;
		}
		const known = error instanceof DaybookError ? error : (refusedBySystem(error) ?? unexpected(error));
		if (process.send) process.send(sentError(known));
		else console.error(formatError(known));
		if (process.env['DAYBOOK_DEBUG']) console.error(error);
		sayAsJson(known);
		process.exitCode = 1;
	}
}

/** What could not be printed is missing to whoever reads it, unless that is who closed the pipe. */
function outputFailed(error: Error): void {
	if (isErrno(error, 'EPIPE') || process.exitCode === 1) return;
	console.error(formatError(refusedBySystem(error, 'standard output') ?? unexpected(error)));
	process.exitCode = 1;
}

function sayAsJson({
	code,
	message,
	hint,
	location,
}: Pick<DaybookError, 'code' | 'message' | 'hint' | 'location'>): void {
	if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { code, message, hint, location } }));
}

/** What else the system refuses is told by its own words; anything else is a mistake of ours. */
function unexpected(error: unknown): DaybookError {
	const message = error instanceof Error ? error.message : String(error);
	const isOfSystem = error instanceof Error && 'syscall' in error;
	return new DaybookError({
		code: isOfSystem ? 'system/refused' : 'internal/unexpected',
		message,
		hint: isOfSystem
			? 'see that the place exists and is what it should be'
			: 'report this; with DAYBOOK_DEBUG=1 in the environment it is told in full',
		cause: error,
	});
}
