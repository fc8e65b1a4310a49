import { z } from 'zod';
import { asPartialDate, type IsoDate, isoDateSchema } from '../records/dates.ts';
import { parseArxivId } from '../records/ids.ts';
import type { Entry, Items, Link, Problem } from '../records/listing.ts';
import { collapsed } from './dialect.ts';
import { newEntry } from './entry.ts';
import { cutOff, noArxivId, refusedItem } from './entry-problems.ts';
import { type Fields, fieldsOf } from './fields.ts';
import type { JsonItems } from './json-items.ts';
import { parsePythonLiteral } from './python-literal.ts';

/** What the items of a daily-papers list of Hugging Face hold, wherever the list stood. */
export interface DailyItems {
	entries: Entry[];
	items: Items;
	problems: Problem[];
	/** The commonest day that the items say they were listed on. */
	day: IsoDate | null;
}

const text = z.string().transform(collapsed);
/** What scrapers write where they found nothing is nothing. */
const prose = text.transform((value) => (/^(?:none|null|n\/a|nan|undefined)$/i.test(value) ? '' : value));
const filledText = text.refine((value) => value !== '', 'it is empty');
const count = z.int().min(0);
const webAddress = z.url({ protocol: /^https?$/ });
const day = z.iso
	.datetime({ offset: true })
	.transform((value) => new Date(value).toISOString().slice(0, 10))
	.pipe(isoDateSchema);
const record = z.record(z.string(), z.unknown());
const organization = z
	.object({ name: filledText, fullname: filledText.nullish() })
	.transform(({ name, fullname }) => ({ slug: name, name: fullname ?? name }));
const authors = z.array(
	z.object({
		name: text,
		hidden: z.boolean().nullish(),
		user: z
			.object({ user: z.string().regex(/^[\w.-]+$/) })
			.nullish()
			.catch(null),
	}),
);

/** The papers of items `{paper, title, numComments, …}`, or of strings that hold one as a Python literal. */
export function dailyItems({ pointer, items, broken, cut }: JsonItems): DailyItems {
	const entries: Entry[] = [];
	const problems = broken.map((place) => refusedItem(place, 'This item is not JSON, or ends in the middle.'));
	const days: IsoDate[] = [];
	for (const item of items) {
		const fields = record.safeParse(typeof item.value === 'string' ? parsePythonLiteral(item.value) : item.value).data;
		const paper = record.safeParse(fields?.['paper']).data;
		if (fields === undefined || paper === undefined || !hasTitle(fields, paper)) {
			problems.push(refusedItem(item.pointer, 'This item is not a paper with a title.'));
			continue;
		}
		const ofItem = fieldsOf(fields, item.pointer, problems);
		const ofPaper = fieldsOf(paper, `${item.pointer}/paper`, problems);
		entries.push(entryOf(ofItem, ofPaper, entries.length + 1, item.pointer, problems));
		const listed = ofPaper.take('submittedOnDailyAt', day);
		if (listed !== null) days.push(listed);
	}
	if (cut) problems.push(cutOff(pointer));
	const total = items.length + broken.length;
	return {
		entries,
		items: { total, read: entries.length, refused: total - entries.length },
		problems,
		day: commonest(days),
	};
}

function hasTitle(item: Record<string, unknown>, paper: Record<string, unknown>): boolean {
	return [paper['title'], item['title']].some((title) => filledText.safeParse(title).success);
}

function entryOf(item: Fields, paper: Fields, position: number, at: string, problems: Problem[]): Entry {
	const id = paper.take('id', filledText);
	const arxiv = id === null ? null : parseArxivId(id);
	if (arxiv === null) problems.push(noArxivId(`${at}/paper/id`));
	const counted = paper.take('authors', authors)?.filter(({ name }) => name !== '') ?? [];
	const named = counted.filter(({ hidden }) => hidden !== true);
	const published = paper.take('publishedAt', day);
	// `title` of the item keeps TeX that the paper's lost, but the paper's is what every page of the source shows.
	const title = paper.take('title', filledText) ?? item.take('title', filledText) ?? '';
	return {
		...newEntry(position, at, title),
		abstract: paper.take('summary', prose) || item.take('summary', prose) || null,
		summary: paper.take('ai_summary', prose) || null,
		// The source's pages count those whom it does not name.
		authorCount: counted.length || null,
		authors: named.map(({ name, user }) => ({ name, url: user ? `https://huggingface.co/${user.user}` : null })),
		organization: item.take('organization', organization) ?? paper.take('organization', organization),
		published: published === null ? null : asPartialDate(published),
		publishedYear: published === null ? null : 'explicit',
		comments: item.take('numComments', count),
		upvotes: paper.take('upvotes', count),
		arxivId: arxiv?.arxivId ?? null,
		version: arxiv?.version ?? null,
		links: linksOf(paper),
	};
}

function linksOf(paper: Fields): Link[] {
	const code = paper.take('githubRepo', webAddress);
	const project = paper.take('projectPage', webAddress);
	const links: Link[] = [];
	if (code !== null) links.push({ url: code, kind: 'code' });
	if (project !== null && project !== code) links.push({ url: project, kind: 'project' });
	return links;
}

/** The value that occurs most; of several the smallest. */
function commonest<T extends string>(values: readonly T[]): T | null {
	const groups = [...Map.groupBy(values, (value) => value)].sort(
		([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1),
	);
	return groups[0]?.[0] ?? null;
}
