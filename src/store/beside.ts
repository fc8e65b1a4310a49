import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { refusedBySystem } from '../errors.ts';

/** The process that writes. What it makes beside an output bears its name, so that others leave it alone. */
export interface Writer {
	/** Letters and digits. */
	name: string;
	/** Whether the process of that name has ended: what it left is swept away. When in doubt it has not. */
	isOver(name: string): boolean;
}

/** Where an output is made before it is renamed into its place, and where the one before it goes meanwhile. */
export function placesBeside(target: string, { name }: Writer): { fresh: string; old: string } {
	const place = (ending: string) => join(dirname(target), `.${basename(target)}.${name}.${ending}`);
	return { fresh: place('new'), old: place('old') };
}

/** Puts a target back that a killed run had moved out of the way, and deletes what runs that are over left beside it. */
export async function mendPlace(target: string, writer: Writer): Promise<void> {
	const [folder, isTarget] = [dirname(target), (name: string) => name === basename(target)];
	const beside = await namesIn(folder);
	if (!beside.some(isTarget)) {
		const old = beside
			.map(leftover)
			.findLast((left) => left?.ending === 'old' && isTarget(left.target) && isLeft(left.owner, writer));
		if (old) await putBack(join(folder, old.name), target);
	}
	await sweepBeside(folder, writer, isTarget);
}

/** Unless another run has meanwhile put it back, or a new one there. */
async function putBack(old: string, target: string): Promise<void> {
	try {
		await rename(old, target);
	} catch (error) {
		if (!isErrno(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error;
	}
}

/** Deletes what this run and those that are over left in a folder beside the targets of some names. */
export async function sweepBeside(folder: string, writer: Writer, isTarget: (name: string) => boolean): Promise<void> {
	for (const left of (await namesIn(folder)).map(leftover)) {
		if (left === null || !isTarget(left.target) || !isLeft(left.owner, writer)) continue;
		await rm(join(folder, left.name), { recursive: true, force: true });
	}
}

/** Deletes the folders in `folder` that are named by processes that are over. */
export async function sweepFolder(folder: string, writer: Writer): Promise<void> {
	for (const name of await namesIn(folder)) {
		if (isLeft(name, writer)) await rm(join(folder, name), { recursive: true, force: true });
	}
}

/** Whether what a process of this name made is of no use any more: a number comes back when another had it before. */
function isLeft(owner: string, writer: Writer): boolean {
	return owner === writer.name || writer.isOver(owner);
}

/** Makes a folder where none is, and those around it. Node's own way forgets why it could not, such as `EROFS`. */
export async function makeFolder(folder: string): Promise<void> {
	try {
		await mkdir(folder);
	} catch (error) {
		if (isErrno(error, 'EEXIST')) return;
		if (!isErrno(error, 'ENOENT') || dirname(folder) === folder) throw error;
		await makeFolder(dirname(folder));
		await mkdir(folder);
	}
}

/** What the system refused while an output was made, told of the output and not of what is beside it; or the error. */
export function refusedAt(target: string, writer: Writer, error: unknown): unknown {
	const { fresh, old } = placesBeside(target, writer);
	const path = error instanceof Error && 'path' in error ? String(error.path) : '';
	const isBeside = path.startsWith(fresh) || path.startsWith(old);
	return refusedBySystem(error, target, isBeside) ?? error;
}

/** What `placesBeside` named so. */
function leftover(name: string): { name: string; target: string; owner: string; ending: string } | null {
	const [, target, owner, ending] = /^\.(.+)\.([^.]+)\.(new|old)$/s.exec(name) ?? [];
	return target === undefined || owner === undefined || ending === undefined ? null : { name, target, owner, ending };
}

async function namesIn(folder: string): Promise<string[]> {
	return (await ifThere(readdir(folder)))?.sort() ?? [];
}

/** What is done, or null when what it is done to is not there. */
async function ifThere<T>(doing: Promise<T>): Promise<T | null> {
	try {
		return await doing;
	} catch (error) {
		if (isErrno(error, 'ENOENT')) return null;
		throw error;
	}
}

/** Whether the system refused something with one of these codes. */
export function isErrno(error: unknown, ...codes: string[]): boolean {
	return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
