import type { Captured } from '../records/dates.ts';
import { sha256 } from '../records/hash.ts';
import type { CapturedFile, CapturedFrom, Excerpt, Listing, Problem, Provenance, Sidecar } from '../records/listing.ts';
import { capturedInName, dayInName } from './capture-time.ts';
import type { Dialect } from './dialect.ts';
import { dialects } from './dialects.ts';
import { excerptsOf } from './excerpts.ts';

/** A file that could not be read as a listing, and why. */
export interface Refused {
	file: string;
	/** Null when the file could not be opened. */
	sha256: string | null;
	provenance: Provenance;
	problem: Problem;
	/** What stands at the place of the problem. */
	excerpts: Excerpt[];
	/** What it would have been read as, where that was not why. */
	as?: Pick<Listing, 'dialect' | 'captured' | 'capturedFrom' | 'day'>;
}

/** Reads one captured file. Never throws: what cannot be read is the file's problem, or one of its entries'. */
export function readListing(captured: CapturedFile): Listing | Refused {
	const { file, bytes, sidecar } = captured;
	const provenance = provenanceOf(sidecar);
	const refused = (problem: Problem, hash: string | null, excerpts: Excerpt[] = []): Refused => {
		return { file, sha256: hash, provenance, problem, excerpts };
	};
	if (bytes === null) return refused(unreadable, null);
	const hash = sha256(bytes);
	const content = decode(bytes);
	if (typeof content !== 'string') return refused(content, hash);
	const dialect = dialectOf(content, file, sidecar?.dialect);
	if (!('read' in dialect)) return refused(dialect, hash, excerptsOf(content, [dialect]));

	const known = knownCapture(captured);
	const reading = dialect.read(content, { captured: known.captured });
	const time = known.from === null ? { captured: reading.captured, from: 'content' as const } : known;
	const isCaptured = time.captured !== null;
	return {
		file,
		sha256: hash,
		dialect: dialect.name,
		exactness: dialect.exactness,
		captured: time.captured,
		capturedFrom: isCaptured ? time.from : null,
		day: sidecar?.day ?? (dialect.daily ? (dayInName(file) ?? reading.day) : null),
		provenance,
		entries: reading.entries,
		accounting: reading.accounting,
		problems: [...(isCaptured ? [] : [noCaptureDate]), ...reading.problems],
		excerpts: excerptsOf(content, reading.problems, dialect.finder),
	};
}

function provenanceOf(sidecar: Sidecar | null): Provenance {
	return { source: sidecar?.source ?? null, url: sidecar?.url ?? null, rights: sidecar?.rights ?? null };
}

/** What is known of the capture without the content. A sidecar that says null has said that nobody knows. */
function knownCapture({ file, sidecar }: CapturedFile): { captured: Captured | null; from: CapturedFrom } {
	if (sidecar?.captured !== undefined) return { captured: sidecar.captured, from: 'sidecar' };
	const captured = capturedInName(file);
	return { captured, from: captured === null ? null : 'name' };
}

/** The text of a listing. A letter that the end of the file cuts in two is left out, as the rest of its line is. */
function decode(bytes: Uint8Array): string | Problem {
	const [first, second] = bytes;
	const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	const content = isUtf16 ? null : (decodeUtf8(bytes) ?? decodeUtf8(bytes.subarray(0, startOfLastLetter(bytes))));
	if (content !== null && !content.slice(0, 4000).includes('\0')) return content;
	return {
		code: 'listing/not-utf8',
		at: null,
		message: isUtf16 ? 'This file is UTF-16; listings are UTF-8.' : 'This file is not text in UTF-8.',
		hint: 'save the page again as HTML or as text in UTF-8',
	};
}

function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null;
		throw error;
	}
}

/** Where the last letter of more than one byte begins: a letter of UTF-8 has four at most (RFC 3629, section 3). */
function startOfLastLetter(bytes: Uint8Array): number {
	const longest = 4;
	for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - longest; at--) {
		if ((bytes[at] ?? 0) >= 0xc0) return at;
	}
	return bytes.length;
}

function dialectOf(content: string, file: string, named: string | null | undefined): Dialect | Problem {
	if (named) {
		return (
			dialects.find(({ name }) => name === named) ?? {
				code: 'listing/unknown-dialect',
				at: null,
				message: `The sidecar names the dialect ${named}, which Daybook does not read.`,
				hint: `name one of ${dialects.map(({ name }) => name).join(', ')}`,
			}
		);
	}
	return (
		dialects.find((dialect) => dialect.recognises(content)) ?? {
			code: 'listing/unknown-dialect',
			at: [1, 1],
			message: 'This file matches no listing format that Daybook reads.',
			hint: `save the page again as HTML or text, or name its dialect in ${file}.yaml`,
		}
	);
}

const unreadable: Problem = {
	code: 'listing/unreadable',
	at: null,
	message: 'This file cannot be opened.',
	hint: 'check that you may read it',
};

const noCaptureDate: Problem = {
	code: 'listing/no-capture-date',
	at: null,
	message: 'Nothing says when this listing was saved.',
	hint: 'write captured: with a date into the sidecar, if you know it',
};
