import type { DaybookError } from '../errors.ts';
import type { IsoDate } from '../records/dates.ts';
import type { Manners, Requester } from './requests.ts';

/** A service that can be asked for the papers of a day. */
export interface Source {
	/** Who shows it, in words. */
	name: string;
	/** Its folder below the listings, with `/`. */
	folder: string;
	/** What its answers are, as the extension of a file. */
	form: 'json' | 'xml';
	/** Whether what it shows of a day is that day's list. */
	daily: boolean;
	manners: Omit<Manners, 'agent' | 'pausing'>;
	/** The address of the first page of a day. */
	addressOf(day: IsoDate): string;
	/**
	 * What it shows of a day now; `unchanged` where it says that this is still what `known` names, `empty` where it
	 * has no papers. Throws what a requester throws, and `source/changed`, `source/other-day`, `source/not-json`,
	 * `source/not-atom`, `source/oversized`, `source/incomplete` and `source/endless` where nothing can be kept.
	 */
	fetchDay(requests: Requester, day: IsoDate, known: Known, signal?: AbortSignal): Promise<Fetched>;
	/** Whether two answers, unpacked, say the same of a day. */
	sameNews(before: Uint8Array, now: Uint8Array): boolean;
}

/** What an earlier answer gave to ask with. */
export interface Known {
	etag: string | null;
	lastModified: string | null;
}

export type Fetched = FetchedDay | 'unchanged' | 'empty';

export interface FetchedDay extends Known {
	/** As it came; where several pages were put together or items left out, one list of what remains. */
	bytes: Uint8Array;
	papers: number;
	/** What is not as it should be, though the answer is worth keeping. */
	problems: DaybookError[];
}

export function sameBytes(before: Uint8Array, now: Uint8Array): boolean {
	return before.byteLength === now.byteLength && before.every((byte, at) => byte === now[at]);
}

/** The beginning of an answer, to be quoted in a message: no line breaks or characters that steer a terminal. */
export function beginningOf(text: string): string {
	const shown = text
		.slice(0, 200)
		.replace(/[\p{C}\s]+/gu, ' ')
		.trim();
	return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

/** The text of an answer, or null where it is not UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
