import type { IsoDate } from '../records/dates.ts';
import type { Entry } from '../records/listing.ts';
import type { Appearance, Conflict, PaperId, Slug } from '../records/paper.ts';

/** A paper put together from its appearances, its text still as captured. */
export interface MergedPaper extends Omit<Entry, 'position' | 'at'> {
	id: PaperId;
	ids: PaperId[];
	slug: Slug;
	aliases: Slug[];
	listedOn: IsoDate | null;
	listedAlso: IsoDate[];
	appearances: Appearance[];
	conflicts: Conflict[];
}
