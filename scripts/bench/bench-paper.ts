/** What the bench knows of a paper, before it is listed on a day. */
export interface BenchPaper {
	title: string;
	abstract: string;
	authors: readonly string[];
	year: number;
	/** Null where the source states none. */
	upvotes: number | null;
	comments: number | null;
}
