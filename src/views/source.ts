import type { IndexedPaper, Report, Summary } from '../records/archive.ts';
import type { ListingContents } from '../records/listing-contents.ts';
import type { Paper, PaperId } from '../records/paper.ts';

/** What views need of an archive; `store` opens one that is read shard by shard. */
export interface ArchiveSource {
	readonly report: Report;
	readonly summary: Summary;
	/** Undated papers, then oldest first; ties by id. */
	readonly index: readonly IndexedPaper[];
	indexed(id: PaperId): IndexedPaper | undefined;
	/** The whole record; throws when the archive has none of this id. */
	paper(id: PaperId): Paper;
	/** What is kept of a listing, by the key of its page. */
	listing(key: string): ListingContents;
}
