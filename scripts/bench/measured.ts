import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { bytesOf, descendantsOf, type ProcessStat, parseStat, ticksASecond } from './proc.ts';

/** What a run took. Null where the system does not say. */
export interface Usage {
	wallSeconds: number;
	/** User and system time of all processes it started. */
	cpuSeconds: number | null;
	/** The most memory that these processes had at one time, pages shared by several counted once. */
	peakBytes: number | null;
}

const milliseconds = 100;

/** Runs something that starts processes, one such run at a time, and measures them all. */
export async function measured(run: () => Promise<void>): Promise<Usage> {
	const started = performance.now();
	const meter = existsSync('/proc/self/stat') ? new ProcessMeter() : null;
	try {
		await run();
	} finally {
		meter?.stop();
	}
	return {
		wallSeconds: (performance.now() - started) / 1000,
		cpuSeconds: meter?.cpuSeconds() ?? null,
		peakBytes: meter?.peakBytes ?? null,
	};
}

/** Watches the descendants of this process. */
class ProcessMeter {
	/** The CPU time of each as last seen. */
	readonly #seen = new Map<number, number>();
	readonly #endedBefore = ownStat().ended;
	#timer: NodeJS.Timeout;
	peakBytes = 0;

	constructor() {
		this.#timer = setTimeout(() => this.#look(), milliseconds);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	/** What the system counted when they ended; a process that nobody waited for is only in what was seen. */
	cpuSeconds(): number {
		const seen = [...this.#seen.values()].reduce((sum, ticks) => sum + ticks, 0);
		return Math.max(ownStat().ended - this.#endedBefore, seen) / ticksASecond;
	}

	/** Looking takes a tenth of the time at most: the system counts the pages of large processes slowly. */
	#look(): void {
		const started = performance.now();
		const processes = allProcesses();
		let bytes = 0;
		for (const pid of descendantsOf(process.pid, processes)) {
			this.#seen.set(pid, processes.get(pid)?.own ?? 0);
			bytes += memoryOf(pid);
		}
		this.peakBytes = Math.max(this.peakBytes, bytes);
		const cost = performance.now() - started;
		this.#timer = setTimeout(() => this.#look(), Math.max(milliseconds, cost * 9));
	}
}

function ownStat(): ProcessStat {
	return parseStat(readFileSync('/proc/self/stat', 'utf8'));
}

function allProcesses(): Map<number, ProcessStat> {
	const processes = new Map<number, ProcessStat>();
	for (const name of readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		const text = textOf(`/proc/${name}/stat`);
		if (text !== null) processes.set(Number(name), parseStat(text));
	}
	return processes;
}

/** Its share of the pages it holds, else, on systems that do not say, all of them. */
function memoryOf(pid: number): number {
	const share = bytesOf('Pss', textOf(`/proc/${pid}/smaps_rollup`) ?? '');
	return share ?? bytesOf('VmRSS', textOf(`/proc/${pid}/status`) ?? '') ?? 0;
}

/** Null when the process has ended, or is another's. */
function textOf(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}
