import { capturedFiles } from '../../scripts/listing-files.ts';
import { readListing } from '../../src/listings/read.ts';
import type { Listing } from '../../src/records/listing.ts';

/** The listings of a folder, each of which must be readable. */
export function listingsOf(folder: string): Listing[] {
	return [...capturedFiles(folder)].map((file) => {
		const read = readListing(file);
		if ('problem' in read) throw new Error(`${file.file}: ${read.problem.message}`);
		return read;
	});
}
