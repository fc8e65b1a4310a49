import { DaybookError } from '../errors.ts';
import { type Refused, readListing } from '../listings/read.ts';
import type { CapturedFile, Listing } from '../records/listing.ts';

/** What was read, and what could not be. */
export interface ReadListings {
	listings: Listing[];
	refused: Refused[];
}

/**
 * Reads captured files, in the order of their paths. Files of the same bytes and the same capture are one capture:
 * the first is read, the others are refused. Throws `listing/none` when no file could be read: an archive of nothing
 * would replace the one there is.
 */
export function readListings(files: Iterable<CapturedFile>, folder: string): ReadListings {
	const listings: Listing[] = [];
	const refused: Refused[] = [];
	const captures = new Map<string, string>();
	for (const file of files) {
		const read = readListing(file);
		if ('problem' in read) {
			refused.push(read);
			continue;
		}
		const capture = JSON.stringify([read.sha256, read.captured, read.day]);
		const same = captures.get(capture);
		if (same === undefined) {
			captures.set(capture, read.file);
			listings.push(read);
		} else refused.push(copyOf(read, same));
	}
	if (listings.length === 0) throw nothingRead(refused, folder);
	return { listings, refused };
}

function copyOf({ file, sha256, provenance, dialect, captured, capturedFrom, day }: Listing, same: string): Refused {
	return {
		file,
		sha256,
		provenance,
		excerpts: [],
		as: { dialect, captured, capturedFrom, day },
		problem: {
			code: 'listing/copy',
			at: null,
			message: `This is the same capture as ${same}; it is counted once.`,
			hint: 'delete one of the two, or give each its time of capture in its sidecar',
		},
	};
}

/** One refused file says best what is wrong; of several, the first, and how many there are. */
function nothingRead([first, ...others]: readonly Refused[], folder: string): DaybookError {
	if (first === undefined) {
		return new DaybookError({
			code: 'listing/none',
			message: 'This folder holds no listing.',
			hint: 'save a listing into it, or name another folder with --listings',
			location: { file: folder },
		});
	}
	const { code, message, hint, at } = first.problem;
	const more = others.length === 0 ? '' : ` Nor could ${others.length} other files here be read.`;
	return new DaybookError({
		code,
		message: message + more,
		hint: hint.replace(`${first.file}.yaml`, `${folder}/${first.file}.yaml`),
		location: { file: `${folder}/${first.file}`, ...(Array.isArray(at) ? { at: at[0] } : {}) },
	});
}
