import type { IndexedPaper, Report, Summary } from '../records/archive.ts';
import type { ListingContents } from '../records/listing-contents.ts';
import type { Paper, PaperId } from '../records/paper.ts';
import type { TermChanges, TermCounts, TermPeriods } from '../records/terms.ts';

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
	/** Which terms rose and faded, where there are papers enough to tell. */
	readonly termChanges: readonly TermChanges[];
	/** What the counts of terms are counts of. */
	readonly termPeriods: TermPeriods;
	/** Counts of terms, by the number of their file. */
	termCounts(file: number): TermCounts;
}
