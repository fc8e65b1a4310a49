import { z } from 'zod';
import { DaybookError } from '../errors.ts';
import type { IsoDate } from '../records/dates.ts';
import { changed, driftOf, kindOf } from './drift.ts';
import { oversizedIn } from './oversized.ts';
import type { Requester } from './requests.ts';
import { beginningOf, type Fetched, type Known, type Source, sameBytes, textOf } from './source.ts';

/** Papers in an answer, at most, that may be asked for. */
const limit = 100;

const mostPages = 20;

/** Bytes of a day, unpacked. */
const most = 64_000_000;

const text = z.string();
const filled = text.refine((value) => value.trim() !== '', 'a text');
const time = z.iso.datetime({ offset: true, error: 'a time' });
const organization = z.object({ name: text, fullname: text.nullish() });

/** What Daybook reads of an item. */
const itemSchema = z.object({
	paper: z.object({
		id: filled,
		title: filled,
		summary: text.nullish(),
		ai_summary: text.nullish(),
		authors: z.array(z.object({ name: text, hidden: z.boolean().nullish() })),
		publishedAt: time,
		upvotes: z.int().min(0, 'a count'),
		submittedOnDailyAt: time.nullish(),
		organization: organization.nullish(),
		// People write these: what is no address says nothing of the service.
		githubRepo: text.nullish(),
		projectPage: text.nullish(),
	}),
	title: text.nullish(),
	numComments: z.int().min(0, 'a count'),
	organization: organization.nullish(),
});

/** An item that a paper can be made of, whatever else is wrong with it. */
const readableSchema = z.union([
	z.object({ paper: z.object({ title: filled }) }),
	z.object({ paper: z.object({}), title: filled }),
]);

const dayOfItem = z.object({ paper: z.object({ submittedOnDailyAt: time }) });
const idOfItem = z.object({ paper: z.object({ id: filled }) });

/** Daily Papers of Hugging Face, by the documented JSON API. `from` is another address of the service. */
export function huggingface(from = 'https://huggingface.co'): Source {
	const addressOf = (day: IsoDate, page = 0) =>
		new URL(`/api/daily_papers?${new URLSearchParams({ date: day, limit: String(limit), p: String(page) })}`, from)
			.href;
	return {
		name: 'Hugging Face Daily Papers',
		folder: 'huggingface',
		form: 'json',
		daily: true,
		manners: { gap: 1_000, tries: 5, most, patience: 30_000, longest: 300_000 },
		addressOf,
		fetchDay: (requests, day, known, signal) => fetchDay(requests, addressOf, day, known, signal),
		sameNews: sameBytes,
	};
}

async function fetchDay(
	requests: Requester,
	addressOf: (day: IsoDate, page: number) => string,
	day: IsoDate,
	known: Known,
	signal: AbortSignal | undefined,
): Promise<Fetched> {
	const url = addressOf(day, 0);
	const items: unknown[] = [];
	const problems: DaybookError[] = [];
	let counted = 0;
	const seen = new Set<string>();
	const pages: { bytes: Uint8Array; items: number; news: number; known: Known }[] = [];
	let held = 0;
	for (let page = 0; ; page += 1) {
		if (page === mostPages || held > most) throw endless(url);
		const at = addressOf(day, page);
		const wanted = { accept: 'application/json', ...(page === 0 && known), flaw: flawOf(at) };
		const answer = await requests.get(at, wanted, signal);
		if (answer === 'unchanged') return 'unchanged';
		const list = listIn(answer.fresh, at);
		const news = list.filter((item, index) => {
			const place = oversizedIn(item);
			if (place !== null) problems.push(tooLong(`[${counted + index}]${place}`, url));
			return place === null && !seen.has(keyOf(item)) && seen.add(keyOf(item));
		});
		counted += list.length;
		items.push(...news);
		held += answer.fresh.byteLength;
		pages.push({ bytes: answer.fresh, items: list.length, news: news.length, known: answer });
		const isLast = page === 0 ? !mayGoOn(list.length) : list.length < (pages[0]?.items ?? 0);
		if (isLast || news.length === 0) break;
	}
	if (items.length === 0) {
		if (problems[0] !== undefined) throw problems[0];
		return 'empty';
	}
	const drift = driftOf(items, itemSchema, url);
	if (drift !== null && !items.some((item) => readableSchema.safeParse(item).success)) throw drift;
	if (drift !== null) problems.push(drift);
	const strangers = otherDay(items, day, url);
	if (strangers?.isAll) {
		// On a weekend nothing is listed, and the list of a day before may stand in for it.
		if (isWeekend(day)) return 'empty';
		throw strangers.error;
	}
	if (strangers !== null) problems.push(strangers.error);

	const [first, ...others] = pages;
	const isOnePage = others.every(({ news }) => news === 0) && first?.items === items.length;
	const bytes = isOnePage && first ? first.bytes : new TextEncoder().encode(JSON.stringify(items));
	// A first page that is the same says nothing of a second.
	const { etag, lastModified } = others.length === 0 && first ? first.known : { etag: null, lastModified: null };
	return { bytes, papers: items.length, etag, lastModified, problems };
}

/**
 * Whether a first page of this length may be one of several. The service may give fewer than were asked for, and has given
 * half of it: where it cuts is a round number.
 */
function mayGoOn(length: number): boolean {
	return length >= 50 || (length >= 10 && length % 5 === 0);
}

/** What is not JSON is most often a page that says that the service is busy. */
function flawOf(url: string) {
	return (bytes: Uint8Array): DaybookError | null => {
		if (jsonIn(bytes) !== null) return null;
		return new DaybookError({
			code: 'source/not-json',
			message: `The answer is not JSON. It begins: ${beginningOf(new TextDecoder().decode(bytes.subarray(0, 1000)))}`,
			hint: 'run it again later, and open the address in a browser if it stays so',
			location: { file: url },
		});
	};
}

function jsonIn(bytes: Uint8Array): { value: unknown } | null {
	try {
		return { value: JSON.parse(textOf(bytes) ?? '') };
	} catch {
		return null;
	}
}

function listIn(bytes: Uint8Array, url: string): unknown[] {
	const value = jsonIn(bytes)?.value;
	if (!Array.isArray(value)) throw changed(`The answer: expected a list, found ${kindOf(value)}`, url);
	return value;
}

/** What an item is known by when it comes again on a later page. */
function keyOf(item: unknown): string {
	return idOfItem.safeParse(item).data?.paper.id ?? JSON.stringify(item);
}

function isWeekend(day: IsoDate): boolean {
	return [0, 6].includes(new Date(day).getUTCDay());
}

/** What is wrong where items name another day, and whether all do that name one. */
function otherDay(
	items: readonly unknown[],
	day: IsoDate,
	url: string,
): { error: DaybookError; isAll: boolean } | null {
	const days = items.flatMap((item) => {
		const at = dayOfItem.safeParse(item).data?.paper.submittedOnDailyAt;
		return at === undefined ? [] : new Date(at).toISOString().slice(0, 10);
	});
	const others = days.filter((named) => named !== day);
	const [other] = others;
	if (other === undefined) return null;
	const error = new DaybookError({
		code: 'source/other-day',
		message: `Of ${items.length} papers of ${day}, ${others.length} are of another day, such as ${other}.`,
		hint: 'compare with the page of that day; run it again later if that page is right',
		location: { file: url },
	});
	return { error, isAll: others.length === days.length };
}

function tooLong(place: string, url: string): DaybookError {
	return new DaybookError({
		code: 'source/oversized',
		message: `${place} is longer than 1 MB, or nested beyond all use: its paper was left out.`,
		hint: 'look at that paper at the source',
		location: { file: url },
	});
}

function endless(url: string): DaybookError {
	return new DaybookError({
		code: 'source/endless',
		message: `The pages of this day do not end: more than ${mostPages}, or ${most / 1_000_000} MB.`,
		hint: 'open the address in a browser, and add p=1 and so on',
		location: { file: url },
	});
}
