import { DaybookError } from '../errors.ts';
import type { IsoDate } from '../records/dates.ts';
import { type Feed, type FeedEntry, readFeed } from './atom.ts';
import { changed } from './drift.ts';
import type { Manners, Requester, Wanted } from './requests.ts';
import { beginningOf, type Fetched, type Source, textOf } from './source.ts';

/** What arXiv asks of programs: one request in three seconds (info.arxiv.org/help/api/tou.html). */
export const arxivManners: Omit<Manners, 'agent' | 'pausing'> = {
	gap: 3_000,
	tries: 5,
	most: 64_000_000,
	patience: 60_000,
	longest: 300_000,
};

export const arxivAddress = 'https://export.arxiv.org';

/** Entries of a page. The service takes up to 2,000, and fails more often the more are asked for. */
const pageLength = 200;

const mostPages = 50;

/** A category of arXiv: `cs.CL`, `math-ph`, `cond-mat.mes-hall`. */
export function isCategory(text: string): boolean {
	return /^(?:[a-z]{2,20}-[a-z]{2,20}|[a-z]{1,20}(?:-[a-z]{2,20})?\.(?:[A-Z]{2}|[a-z]{3,20}|[a-z]{2,20}-[a-z]{2,20}))$/.test(
		text,
	);
}

/** What was submitted to a category of arXiv, by days in UTC. `from` is another address of the service. */
export function arxiv(category: string, from: string = arxivAddress): Source {
	const addressOf = (day: IsoDate, start = 0) => {
		const date = day.replaceAll('-', '');
		return arxivQuery(from, {
			search_query: `cat:${category} AND submittedDate:[${date}0000 TO ${date}2359]`,
			sortBy: 'submittedDate',
			sortOrder: 'ascending',
			start: String(start),
			max_results: String(pageLength),
		});
	};
	return {
		name: `arXiv, ${category}`,
		folder: `arxiv/${category}`,
		form: 'xml',
		daily: false,
		manners: arxivManners,
		addressOf,
		fetchDay: (requests, day, _known, signal) => fetchDay(requests, addressOf, day, signal),
		// Each answer has the time that it was made.
		sameNews: (before, now) => entriesIn(before) === entriesIn(now),
	};
}

/** The address of a query of the API. */
export function arxivQuery(from: string, parameters: Readonly<Record<string, string>>): string {
	return new URL(`/api/query?${new URLSearchParams(parameters)}`, from).href;
}

/** What to ask the API for: its errors, which are feeds too, and what is no feed count as flaws that may pass. */
export function arxivWanted(url: string): Wanted {
	return { accept: 'application/atom+xml', flaw: (bytes) => flawOf(bytes, url) };
}

/** The feed in an answer that had no flaw. */
function feedIn(bytes: Uint8Array, url: string): Feed {
	const feed = readFeed(textOf(bytes) ?? '');
	if (feed === null) throw notAtom(bytes, url);
	return feed;
}

async function fetchDay(
	requests: Requester,
	addressOf: (day: IsoDate, start: number) => string,
	day: IsoDate,
	signal: AbortSignal | undefined,
): Promise<Fetched> {
	const url = addressOf(day, 0);
	const entries = new Map<string, FeedEntry>();
	let first: { bytes: Uint8Array; feed: Feed } | null = null;
	const problems: DaybookError[] = [];
	let [start, held] = [0, 0];
	for (let page = 0; ; page += 1) {
		if (page === mostPages || held > arxivManners.most) throw endless(url);
		const at = addressOf(day, start);
		const wanted = arxivWanted(at);
		const flaw = (bytes: Uint8Array) => wanted.flaw?.(bytes) ?? missing(bytes, start, at);
		const answer = await requests.get(at, { ...wanted, flaw }, signal).catch((error: unknown) => {
			if (entries.size === 0 || !(error instanceof DaybookError) || error.code !== 'source/incomplete') throw error;
			// What came is kept: a count that stays wrong would cost the day for ever.
			problems.push(error);
			return null;
		});
		if (answer === null) break;
		if (answer === 'unchanged') return 'unchanged';
		const feed = feedIn(answer.fresh, at);
		first ??= { bytes: answer.fresh, feed };
		const before = entries.size;
		for (const entry of feed.entries) {
			const key = entry.id || entry.source;
			if (!entries.has(key)) entries.set(key, entry);
		}
		held += answer.fresh.byteLength;
		start += feed.entries.length;
		if (start >= (feed.total ?? Number.POSITIVE_INFINITY)) break;
		if (entries.size > before) continue;
		if (feed.total !== null && entries.size > 0) problems.push(incomplete(feed.total, entries.size, at));
		break;
	}
	if (first === null || entries.size === 0) return 'empty';
	const all = [...entries.values()];
	problems.push(...missingFields(all, url), ...otherDay(all, day, url));
	const { head, tail } = first.feed;
	const isOnePage = first.feed.entries.length === all.length;
	const bytes = isOnePage
		? first.bytes
		: new TextEncoder().encode(head + all.map(({ source }) => source).join('\n  ') + tail);
	return { bytes, papers: all.length, etag: null, lastModified: null, problems };
}

function flawOf(bytes: Uint8Array, url: string): DaybookError | null {
	const feed = readFeed(textOf(bytes) ?? '');
	if (feed === null) return notAtom(bytes, url);
	const error = feed.entries.find(
		({ id, title }) => /\/api\/errors/.test(id) || (title === 'Error' && !/\/abs\//.test(id)),
	);
	if (error === undefined) return null;
	return new DaybookError({
		code: 'source/refused',
		message: `arXiv answered with an error: ${beginningOf(error.summary || error.id)}`,
		hint: 'see that the category exists, and run it again',
		location: { file: url },
	});
}

/** The service sometimes gives an empty page in the midst of a list. */
export function missing(bytes: Uint8Array, start: number, url: string): DaybookError | null {
	const { total, entries } = feedIn(bytes, url);
	if (entries.length > 0 || start >= (total ?? 0)) return null;
	return incomplete(total ?? 0, start, url);
}

function incomplete(total: number, given: number, url: string): DaybookError {
	return new DaybookError({
		code: 'source/incomplete',
		message: `arXiv says that there are ${total} papers, and gave ${given === 0 ? 'none' : `only ${given}`}.`,
		hint: 'run it again later',
		location: { file: url },
	});
}

function notAtom(bytes: Uint8Array, url: string): DaybookError {
	return new DaybookError({
		code: 'source/not-atom',
		message: `The answer is not an Atom feed. It begins: ${beginningOf(new TextDecoder().decode(bytes.subarray(0, 1000)))}`,
		hint: 'run it again later, and open the address in a browser if it stays so',
		location: { file: url },
	});
}

/** Throws where no entry can be read. */
function missingFields(entries: readonly FeedEntry[], url: string): DaybookError[] {
	const lacking = entries.flatMap((entry, index) => {
		const fields = (['id', 'title', 'summary', 'published'] as const).filter((name) => entry[name] === '');
		return [...fields, ...(entry.authors.length === 0 ? ['author'] : [])].map((name) => `entry[${index}].${name}`);
	});
	const [first] = lacking;
	if (first === undefined) return [];
	const more = lacking.length === 1 ? '' : `, and ${lacking.length - 1} more like it`;
	const error = changed(`${first}: expected a text, found nothing${more}`, url);
	if (entries.every(({ title }) => title === '')) throw error;
	return [error];
}

/** Throws where all are of another day. */
function otherDay(entries: readonly FeedEntry[], day: IsoDate, url: string): DaybookError[] {
	const others = entries.filter(({ published }) => published !== '' && published.slice(0, 10) !== day);
	const [other] = others;
	if (other === undefined) return [];
	const error = new DaybookError({
		code: 'source/other-day',
		message: `Of ${entries.length} papers asked for of ${day}, ${others.length} are of another day, such as ${other.published.slice(0, 10)}.`,
		hint: 'compare with the search of arXiv; run it again later',
		location: { file: url },
	});
	if (others.length === entries.length) throw error;
	return [error];
}

function entriesIn(bytes: Uint8Array): string {
	const feed = readFeed(textOf(bytes) ?? '');
	return feed === null ? '' : feed.entries.map(({ source }) => source).join('\n');
}

function endless(url: string): DaybookError {
	return new DaybookError({
		code: 'source/endless',
		message: `The pages of this day do not end: more than ${mostPages}.`,
		hint: 'open the address in a browser, with a larger start',
		location: { file: url },
	});
}
