/** What we use of the browser interface of Pagefind 1.5, which comes without types. */
export type CreateInstance = (options: PagefindInstanceOptions) => PagefindInstance;

export interface PagefindInstanceOptions {
	/** Folder of the index, with `/` at its end: what the addresses begin with that it asks for. */
	basePath: string;
	language: string;
	/** Put behind the address of the first file; without it the clock would be. */
	metaCacheTag: string;
	/** Search in the page's own thread. */
	noWorker: boolean;
}

export interface PagefindInstance {
	/** Answers when the index is open, and rejects when it could not be opened. */
	filters(): Promise<unknown>;
	search(term: string): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
	/** The name of its fragment. */
	id: string;
}
