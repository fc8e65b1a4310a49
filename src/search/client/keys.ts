import { fnv1a } from '../../records/fnv.ts';

/** A paper as the index of titles and ids has it: its segment, counted from the oldest, and its number there. */
export type PaperPlace = [segment: number, number: number];

/** `titles/<n>.json`: of each key the papers it names. */
export type TitleFile = Record<string, PaperPlace[]>;

/** A short name of a title key or an id: 16 hex digits. */
export function shortKey(key: string): string {
	const halves = [fnv1a(key, 0x811c9dc5), fnv1a(key, 0x1f35a0b7)];
	return halves.map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** Which of so many files, a power of two, has a short key. */
export function fileOfKey(key: string, files: number): number {
	return Number.parseInt(key.slice(0, 6), 16) % files;
}
