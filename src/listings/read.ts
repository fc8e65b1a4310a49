import type { Captured } from '../records/dates.ts';
import { sha256 } from '../records/hash.ts';
import {
	abstractsAllowed,
	type CapturedFile,
	type CapturedFrom,
	type Excerpt,
	type Listing,
	type Problem,
	type Provenance,
	type Sidecar,
} from '../records/listing.ts';
import { capturedInName, dayInName } from './capture-time.ts';
import { contentOf } from './content-of.ts';
import { dialectOf, wrongDialect } from './dialect-choice.ts';
import { excerptsOf } from './excerpts.ts';
import { countLines, type LineKind } from './line-account.ts';

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

/** A listing with its text, and with what each line of it was understood as where it has lines. */
export interface Understood {
	listing: Listing;
	content: string;
	/** By the place of the line, from 0. */
	kinds: readonly LineKind[] | null;
}

/** Reads one captured file. Never throws: what cannot be read is the file's problem, or one of its entries'. */
export function readListing(captured: CapturedFile): Listing | Refused {
	const read = understand(captured);
	return 'listing' in read ? read.listing : read;
}

/** As `readListing`, with how it came to that. */
export function understand(captured: CapturedFile): Understood | Refused {
	const { file, bytes, sidecar } = captured;
	const provenance = provenanceOf(sidecar);
	const refused = (problem: Problem, hash: string | null, excerpts: Excerpt[] = []): Refused => {
		return { file, sha256: hash, provenance, problem, excerpts };
	};
	if (bytes === null) return refused(unreadable, null);
	const hash = sha256(bytes);
	const decoded = contentOf(bytes);
	if ('code' in decoded) return refused(decoded, hash);
	const { content } = decoded;
	if (content.trim() === '') return refused(decoded.problems[0] ?? empty, hash);
	const dialect = dialectOf(content, file, sidecar);
	if (!('read' in dialect)) return refused(dialect, hash, excerptsOf(content, [dialect]));

	const known = knownCapture(captured);
	const reading = dialect.read(content, { captured: known.captured, columns: sidecar?.columns ?? null });
	const slip = wrongDialect(content, file, sidecar, dialect, reading);
	if (slip !== null) return refused(slip, hash);
	const time = known.from === null ? { captured: reading.captured, from: 'content' as const } : known;
	const isCaptured = time.captured !== null;
	const kinds = 'kinds' in reading.accounting ? reading.accounting.kinds : null;
	const listing: Listing = {
		file,
		sha256: hash,
		dialect: dialect.name,
		exactness: dialect.exactness,
		captured: time.captured,
		capturedFrom: isCaptured ? time.from : null,
		day: sidecar?.day ?? (reading.daily ? (dayInName(file) ?? reading.day) : null),
		provenance,
		entries: reading.entries,
		accounting: 'kinds' in reading.accounting ? { lines: countLines(reading.accounting.kinds) } : reading.accounting,
		problems: [...(isCaptured ? [] : [noCaptureDate]), ...decoded.problems, ...reading.problems],
		// What its source does not allow to be shown is not shown as the place of a problem either.
		excerpts: abstractsAllowed(provenance) === 'full' ? excerptsOf(content, reading.problems, dialect.finder) : [],
	};
	return { listing, content, kinds };
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

const unreadable: Problem = {
	code: 'listing/unreadable',
	at: null,
	message: 'This file, or folder, cannot be opened.',
	hint: 'check that you may read it, and where it leads if it is a link',
};

const empty: Problem = {
	code: 'listing/empty',
	at: null,
	message: 'This file is empty.',
	hint: 'save the page again, or delete the file',
};

const noCaptureDate: Problem = {
	code: 'listing/no-capture-date',
	at: null,
	message: 'Nothing says when this listing was saved.',
	hint: 'write captured: with a date into the sidecar, if you know it',
};
