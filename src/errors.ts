import { z } from 'zod';

/** Where an error stands: a file, and a line, pointer or record inside it when there is one. */
export interface Location {
	file: string;
	at?: string | number;
}

export interface DaybookErrorParts {
	/** `area/what`, stable: scripts and documents refer to it. */
	code: string;
	/** What happened, one sentence. */
	message: string;
	/** What the reader of the message can do about it, one sentence without "Try:". */
	hint: string;
	location?: Location;
	cause?: unknown;
}

/** The one class of errors that people see. Everything below `scripts/` throws it; only `scripts/` prints it. */
export class DaybookError extends Error {
	readonly code: string;
	readonly hint: string;
	readonly location: Location | null;

	constructor({ code, message, hint, location, cause }: DaybookErrorParts) {
		super(message, { cause });
		this.name = 'DaybookError';
		this.code = code;
		this.hint = hint;
		this.location = location ?? null;
	}
}

type Refusal = Pick<DaybookErrorParts, 'code' | 'message' | 'hint'>;

const noPermission: Refusal = {
	code: 'system/no-permission',
	message: 'The system does not let you read or write here.',
	hint: 'see whom this place belongs to and what it allows, or name another',
};
const tooManyFiles: Refusal = {
	code: 'system/too-many-files',
	message: 'More files are open than the system allows.',
	hint: 'close other programs, or raise the limit (ulimit -n), and run the command again',
};

/** What systems refuse, by their code: https://nodejs.org/api/errors.html#common-system-errors */
const refusals: ReadonlyMap<unknown, Refusal> = new Map([
	['ENOSPC', diskFull('The disk is full.')],
	['EDQUOT', diskFull('Your share of the disk is full.')],
	['EFBIG', diskFull('The disk takes no file of this size.')],
	[
		'EROFS',
		{
			code: 'output/read-only',
			message: 'This place can only be read.',
			hint: 'name another place, or see that the disk may be written',
		},
	],
	['EACCES', noPermission],
	['EPERM', noPermission],
	['EMFILE', tooManyFiles],
	['ENFILE', tooManyFiles],
	[
		'ENAMETOOLONG',
		{
			code: 'output/path-too-long',
			message: 'This path is longer than the system allows.',
			hint: 'name a place with a shorter path',
		},
	],
	[
		'ENOTDIR',
		{
			code: 'output/not-a-folder',
			message: 'A file stands where a folder has to be.',
			hint: 'move the file away, or name another place',
		},
	],
]);

function diskFull(message: string): Refusal {
	const hint = 'make room and run the command again; the last good output is as it was';
	return { code: 'output/disk-full', message, hint };
}

/**
 * What the system refused, such as room on the disk, as people are told of it; null for an error of another kind.
 * `place` is where it was, for errors that do not say, or say less than it.
 */
export function refusedBySystem(error: unknown, place?: string, isBetter = false): DaybookError | null {
	if (!(error instanceof Error && 'code' in error)) return null;
	const refusal = refusals.get(error.code);
	if (refusal === undefined) return null;
	const file = !isBetter && 'path' in error && typeof error.path === 'string' ? error.path : place;
	return new DaybookError({ ...refusal, ...(file !== undefined && { location: { file } }), cause: error });
}

/** The same of what another program printed: the codes of Node, or the words of C libraries with their number. */
export function refusedInWords(printed: string, place: string): DaybookError | null {
	const words: readonly [RegExp, string][] = [
		[/\bENOSPC\b|No space left on device/, 'ENOSPC'],
		[/\bEDQUOT\b|Disk quota exceeded/, 'EDQUOT'],
		[/\bEROFS\b|Read-only file system/, 'EROFS'],
		[/\bEACCES\b|Permission denied/, 'EACCES'],
		[/\bE[MN]FILE\b|Too many open files/, 'EMFILE'],
		[/\bENAMETOOLONG\b|File name too long/, 'ENAMETOOLONG'],
	];
	const code = words.find(([pattern]) => pattern.test(printed))?.[1];
	const refusal = refusals.get(code);
	return refusal === undefined ? null : new DaybookError({ ...refusal, location: { file: place }, cause: printed });
}

/** An error as a process or a thread tells another of it. */
export const sentErrorSchema = z.strictObject({
	code: z.string(),
	message: z.string(),
	hint: z.string(),
	location: z.strictObject({ file: z.string(), at: z.union([z.string(), z.number()]).optional() }).nullable(),
});
export type SentError = z.infer<typeof sentErrorSchema>;

export function sentError({ code, message, hint, location }: DaybookError): SentError {
	return { code, message, hint, location };
}

export function receivedError({ location, ...parts }: SentError): DaybookError {
	if (location === null) return new DaybookError(parts);
	const { file, at } = location;
	return new DaybookError({ ...parts, location: { file, ...(at !== undefined && { at }) } });
}

/** `file`, or `file:line`. */
export function formatLocation({ file, at }: Location): string {
	return at === undefined ? file : `${file}:${at}`;
}

/** The printed form: at most four lines, none of them wrapped or empty. */
export function formatError(error: DaybookError): string {
	return [
		`error ${error.code}`,
		error.location && `  ${oneLine(formatLocation(error.location))}`,
		`  ${oneLine(error.message)}`,
		error.hint && `  Try: ${oneLine(error.hint)}`,
	]
		.filter(Boolean)
		.join('\n');
}

/**
 * A text, which may come of a listing, as a part of a line: without line breaks, and without what terminals and the logs
 * of workflows would take for commands or that turns the direction of what follows.
 */
export function oneLine(text: string): string {
	return text.replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}
