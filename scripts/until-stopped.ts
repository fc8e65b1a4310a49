/** The exit codes of processes that a signal ends: 128 and its number. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Does what can be stopped by Ctrl+C or the system: the first signal aborts what `run` is given and sets the exit code,
 * and `run` ends as it sees fit; a second one ends the process at once.
 */
export async function untilStopped(run: (stop: AbortSignal) => Promise<void>): Promise<void> {
	const stop = new AbortController();
	const stopBy = (signal: keyof typeof exitCodes) => {
		process.exitCode = exitCodes[signal];
		stop.abort();
	};
	process.once('SIGINT', stopBy).once('SIGTERM', stopBy);
	try {
		await run(stop.signal);
	} finally {
		process.off('SIGINT', stopBy).off('SIGTERM', stopBy);
	}
}
