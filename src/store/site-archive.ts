import { resolve } from 'node:path';
import { type ArchiveStore, openArchive } from './read.ts';

/** The archive that the site is made of: the folder DAYBOOK_ARCHIVE names, else the project's own. */
export function siteArchive(): ArchiveStore {
	return openArchive(process.env['DAYBOOK_ARCHIVE'] ?? resolve('content/archive'));
}

/** How many papers, the newest, have a card of their own, if nobody says otherwise: about 20 MB of pictures. */
export const usualCards = 1000;

/** As many as DAYBOOK_CARDS says. */
export function ownCards(): number {
	return Number(process.env['DAYBOOK_CARDS'] || usualCards);
}
