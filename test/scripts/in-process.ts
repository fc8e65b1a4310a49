import type { Command } from 'commander';
import { vi } from 'vitest';

/** Runs a command in this process, so that a test can give it a world of its own; what it printed, and its exit code. */
export async function ranInProcess(program: Command, args: readonly string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const spies = [
		vi.spyOn(console, 'log').mockImplementation((line: unknown) => out.push(String(line))),
		vi.spyOn(console, 'error').mockImplementation((line: unknown) => err.push(String(line))),
		vi.spyOn(process.stderr, 'write').mockImplementation((text: unknown) => err.push(String(text).trimEnd()) > 0),
	];
	const before = process.exitCode;
	process.exitCode = undefined;
	try {
		await program.parseAsync([...args], { from: 'user' });
		return { status: process.exitCode ?? 0, stdout: out.join('\n'), stderr: err.join('\n') };
	} finally {
		process.exitCode = before;
		for (const spy of spies) spy.mockRestore();
	}
}
