/** What we use of the browser interface of Pagefind 1.5, which comes without types. */
export interface PagefindModule {
	createInstance(options: PagefindInstanceOptions): PagefindInstance;
}

export interface PagefindIndexOptions {
	language: string;
	/** Added to the address of the first file, so that it may stay in the browser's cache. */
	metaCacheTag: string;
	/** A filter that all records of this index pass, beside their own. */
	mergeFilter: Record<string, string>;
}

export interface PagefindInstanceOptions extends PagefindIndexOptions {
	/** Address of the folder of the index, with `/` at its end. */
	basePath: string;
	/** Search in the page's own thread. */
	noWorker: boolean;
}

export interface PagefindRanking {
	termFrequency: number;
	termSimilarity: number;
	metaWeights: Record<string, number>;
}

export interface PagefindInstance {
	/** Rejects when the index could not be opened. */
	options(options: { ranking: PagefindRanking }): Promise<void>;
	mergeIndex(basePath: string, options: PagefindIndexOptions & { ranking: PagefindRanking }): Promise<void>;
	/** Loads all filters; before, only those that a search names are counted. */
	filters(): Promise<PagefindCounts>;
	/** Null searches by filters alone. */
	search(term: string | null, options: PagefindSearchOptions): Promise<PagefindResponse>;
	destroy(): Promise<void>;
}

export interface PagefindSearchOptions {
	filters?: Record<string, string>;
	/** One key. In merged indexes the order holds within each index only. */
	sort?: Record<string, 'asc' | 'desc'>;
}

/** How many results have a filter's value. */
export type PagefindCounts = Record<string, Record<string, number>>;

export interface PagefindResponse {
	results: PagefindResult[];
	filters: PagefindCounts;
}

export interface PagefindResult {
	data(): Promise<PagefindRecord>;
}

export interface PagefindRecord {
	/** The address as it was indexed. */
	raw_url: string;
	/** Text as it was indexed: nothing in it is escaped. */
	content: string;
	meta: Record<string, string>;
	/** About 30 words of the content: `<` and `>` escaped, and nothing else, then `<mark>` put around what matched. */
	excerpt: string;
	/** The same without marks. */
	plain_excerpt: string;
}
