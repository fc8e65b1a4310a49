import type { Query } from './query.ts';
import type { ResultRow } from './row.ts';

/** What was found. */
export interface Found {
	/** The query that was answered: the one asked, or with its text changed. */
	query: Query;
	/** Why its text is another: a misspelt word was corrected; or no paper has its phrases, or all its words. */
	change: 'corrected' | 'unquoted' | 'shortened' | null;
	/** Papers that the text names by title, arXiv id or DOI, whatever filters say. They are not repeated below. */
	named: ResultRow[];
	/** What was searched: one list, or one for each period, newest first. Never empty but in an empty archive. */
	lists: FoundList[];
	/** Older periods that were not searched yet. */
	older: OlderPapers | null;
	/** Whether it has words that papers fit better or worse: without them the best match is the newest. */
	ranked: boolean;
	/** Where nothing was found, or not with this text: a sentence for readers on each filter in it that is none. */
	misread: string[];
}

/** Texts that find something in this archive; null for what it has none of. */
export interface Examples {
	phrase: string | null;
	without: string | null;
	topic: string | null;
	year: string | null;
	organization: string | null;
}

export interface FoundList {
	/** The years of its papers, to stand above it; null where the list is the only one. */
	period: Period | null;
	/** How many papers were found, those that are named among them. */
	total: number;
	/** The next rows; fewer than `count` at the end. Calls must not overlap. */
	next(count: number): Promise<ResultRow[]>;
}

/** First and last year, four digits each; null when no paper of it has a date. */
export interface Period {
	from: string | null;
	to: string | null;
}

export interface OlderPapers {
	/** Of all of them together. */
	period: Period;
	papers: number;
	/** Searches them: their lists, newest first. */
	search(): Promise<FoundList[]>;
}

/** A value of a filter, and how many papers would be found with it beside the query's other filters. */
export interface FilterValue {
	value: string;
	name: string;
	papers: number;
}

/** For the periods that were searched. */
export interface FilterCounts {
	/** Most papers first, names as slugs. */
	topic: FilterValue[];
	/** Newest first, `undated` last. */
	year: FilterValue[];
	/** Most papers first. */
	organization: FilterValue[];
	code: number;
}

export interface Search {
	/**
	 * Answers a query. `typing` completes the last word. Rejects with an AbortError once `signal` is aborted, and with
	 * another error when files of the index cannot be loaded.
	 */
	search(query: Query, options?: { typing?: boolean; signal?: AbortSignal }): Promise<Found>;
	/** Counts what an answered query finds. Loads what filters need when it is first called. */
	counts(query: Query, signal?: AbortSignal): Promise<FilterCounts>;
	/** For a query that found nothing: queries with a filter, a phrase or a word less (`without`; `"` for its quotes) that find something, most papers first. */
	looser(query: Query): Promise<{ query: Query; without: string; papers: number }[]>;
	/** Words of the archive that begin as the text's last word does, most frequent first; none for short beginnings. */
	completions(text: string): Promise<string[]>;
	/** Loads what filters need of the newest papers when it is called. */
	examples(): Promise<Examples>;
}
