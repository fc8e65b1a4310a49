import { Command, CommanderError } from 'commander';
import { DaybookError, formatError } from '../src/errors.ts';

/** A command with what all commands share: `--help`, `--json`, and wrong usage as an error that `run` knows. */
export function command(name: string, description: string): Command {
	return new Command(name)
		.description(description)
		.option('--json', 'print one JSON value on standard output, and prose on standard error', false)
		.exitOverride();
}

/**
 * Runs a command and gives the process its exit code: 0 done, 1 the input or the build failed, 2 wrong usage.
 * An action that fails throws, or sets `process.exitCode` when it has said why.
 */
export async function run(program: Command): Promise<void> {
	try {
		await program.parseAsync();
	} catch (error) {
		if (error instanceof CommanderError) {
			process.exitCode = error.exitCode === 0 ? 0 : 2;
		} else if (error instanceof DaybookError) {
			console.error(formatError(error));
			process.exitCode = 1;
		} else {
			throw error;
		}
	}
}
