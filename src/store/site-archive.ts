import { resolve } from 'node:path';
import { type ArchiveStore, openArchive } from './read.ts';

/** The archive that the site is made of: the folder DAYBOOK_ARCHIVE names, else the project's own. */
export function siteArchive(): ArchiveStore {
	return openArchive(process.env['DAYBOOK_ARCHIVE'] ?? resolve('content/archive'));
}
