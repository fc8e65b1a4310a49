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
		error.location && `  ${formatLocation(error.location)}`,
		`  ${oneLine(error.message)}`,
		error.hint && `  Try: ${oneLine(error.hint)}`,
	]
		.filter(Boolean)
		.join('\n');
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
