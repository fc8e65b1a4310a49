import type { Writer } from '../src/store/beside.ts';

/** This process, by its number, as outputs know those that write them. */
export const thisProcess: Writer = { name: String(process.pid), isOver };

/** Also of names that are no number. A number may have come to another process since: then it is not over. */
function isOver(name: string): boolean {
	if (!/^[1-9]\d*$/.test(name)) return true;
	try {
		process.kill(Number(name), 0);
		return false;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ESRCH';
	}
}
