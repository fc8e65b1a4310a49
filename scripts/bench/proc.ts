/** What `/proc/<pid>/stat` says of a process. Times are in ticks, a hundred a second for every program. */
export interface ProcessStat {
	parent: number;
	/** Its own CPU time, user and system. */
	own: number;
	/** That of its descendants which have ended and been waited for. */
	ended: number;
}

export const ticksASecond = 100;

/** Reads `/proc/<pid>/stat`: see proc_pid_stat(5). The name in brackets may hold brackets and spaces itself. */
export function parseStat(text: string): ProcessStat {
	const fields = text
		.slice(text.lastIndexOf(')') + 2)
		.split(' ')
		.map(Number);
	const [, parent = 0, , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields;
	return { parent, own: user + system, ended: endedUser + endedSystem };
}

/** The bytes of one line of `/proc/<pid>/smaps_rollup` or `status`, such as `Pss:  256 kB`; null without it. */
export function bytesOf(name: 'Pss' | 'VmRSS', text: string): number | null {
	const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text) ?? [];
	return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** The children of a process, their children, and so on. */
export function descendantsOf(root: number, processes: ReadonlyMap<number, { parent: number }>): number[] {
	const children = Map.groupBy(processes.keys(), (pid) => processes.get(pid)?.parent);
	const found: number[] = [];
	for (let next = children.get(root) ?? []; next.length > 0; next = next.flatMap((pid) => children.get(pid) ?? [])) {
		found.push(...next);
	}
	return found;
}
