import { z } from 'zod';
import { asPartialDate } from '../../records/dates.ts';
import type { Entry, Problem } from '../../records/listing.ts';
import { collapsed, type Dialect, exactness, type Reading } from '../dialect.ts';
import { cutOff, noAbstract, refusedItem } from '../entry-problems.ts';
import { parseFeedTime } from '../feed-time.ts';
import { type Fields, fieldsOf } from '../fields.ts';
import { jsonItems, pointerFinder } from '../json-items.ts';
import { authorsOf, bestArxivId } from '../paper-fields.ts';
import { type ItemInReading, titledEntry } from '../titled-entry.ts';

/**
 * One day of a tracker of arXiv, as JSON: `{date, generated_at, …, papers: [{title, abstract, url, authors, …}]}`. What
 * it adds of its own, such as summaries by a machine and organisations guessed from the text, is left alone.
 */
export const arxivTracker: Dialect = {
	name: 'arxiv-tracker',
	describes: 'one day of a tracker of arXiv, as JSON',
	exactness: exactness.feed,
	recognises(content) {
		const start = content.slice(0, 100_000);
		if (!/^\s*\{/.test(start) || /"paper"\s*:\s*\{/.test(start)) return false;
		const [, first = ''] = /"papers"\s*:\s*\[\s*\{([\s\S]*)/.exec(start) ?? [];
		return /"(?:url|pdf)"\s*:\s*"https?:\/\/arxiv\.org\//.test(first) && /"(?:abstract|all_authors)"\s*:/.test(first);
	},
	read,
	finder: pointerFinder,
};

const text = z.string().transform(collapsed);
const names = z.array(text).transform((list) => list.filter((name) => name !== ''));
const time = z.string().transform((written, context) => {
	const parsed = parseFeedTime(written);
	if (parsed !== null) return parsed;
	context.addIssue('it is no date');
	return z.NEVER;
});
const record = z.record(z.string(), z.unknown());

function read(content: string): Reading {
	const { pointer, items, broken, cut } = jsonItems(content) ?? { pointer: '', items: [], broken: [], cut: true };
	const entries: Entry[] = [];
	const problems = broken.map((at) => refusedItem(at, 'This item is not JSON, or ends in the middle.'));
	const papers = items.flatMap(papersIn);
	for (const { pointer: at, value } of papers) {
		const fields = record.safeParse(value).data;
		const doubts: Problem[] = [];
		const item = { at, position: entries.length + 1, problems: doubts };
		const found = fields === undefined ? refusedItem(at, notAPaper) : entryOf(item, fieldsOf(fields, at, doubts));
		if ('code' in found) problems.push(found);
		else {
			entries.push(found);
			problems.push(...doubts);
		}
	}
	if (cut) problems.push(cutOff(pointer));
	const total = papers.length + broken.length;
	const header = fieldsOf(headerOf(content), '', problems);
	return {
		entries,
		accounting: { items: { total, read: entries.length, refused: total - entries.length } },
		captured: header.take('generated_at', time)?.captured ?? null,
		daily: true,
		day: header.take('date', time)?.day ?? null,
		problems,
	};
}

const notAPaper = 'This item is not a paper.';

/** An item; of one that turns out to be a list, or to hold one under a name that is not known, what is in it. */
function papersIn({ pointer, value }: { pointer: string; value: unknown }): { pointer: string; value: unknown }[] {
	if (Array.isArray(value)) return value.map((inner, at) => ({ pointer: `${pointer}/${at}`, value: inner }));
	const fields = record.safeParse(value).data ?? {};
	const hasTitle = (each: unknown) => record.safeParse(each).data?.['title'] !== undefined;
	const list = Object.entries(fields).find(([, inner]) => Array.isArray(inner) && inner.some(hasTitle));
	if (list === undefined || hasTitle(fields)) return [{ pointer, value }];
	return papersIn({ pointer: `${pointer}/${list[0]}`, value: list[1] });
}

/** The fields before the list; none when they are no JSON. */
function headerOf(content: string): Record<string, unknown> {
	try {
		const list = content.indexOf('"papers"');
		return record.safeParse(JSON.parse(`${content.slice(0, list)}"papers":[]}`)).data ?? {};
	} catch {
		return {};
	}
}

function entryOf(item: ItemInReading, fields: Fields): Entry | Problem {
	const id = bestArxivId([fields.take('url', text), fields.take('pdf', text)]);
	const entry = titledEntry(item, fields.take('title', text) || null, id);
	if ('code' in entry) return entry;
	const abstract = fields.take('abstract', text) || null;
	if (abstract === null) item.problems.push(noAbstract(item.at));
	const published = fields.take('published', time);
	const all = fields.take('all_authors', names);
	// `authors` alone may be the first few of them.
	const { authors, authorCount } = authorsOf(all ?? fields.take('authors', names) ?? []);
	return {
		...entry,
		abstract,
		authors,
		authorCount: all === null ? null : authorCount,
		published: published === null ? null : asPartialDate(published.utcDay),
		publishedYear: published === null ? null : 'explicit',
	};
}
