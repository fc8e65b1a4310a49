import type { Entry, Problem } from '../../records/listing.ts';
import { collapsed, type Dialect, exactness, type Reading } from '../dialect.ts';
import { badField, noAbstract } from '../entry-problems.ts';
import { parseFeedTime } from '../feed-time.ts';
import { arxivIdOf, authorsOf, bestArxivId, namesBetweenCommas } from '../paper-fields.ts';
import { titledEntry } from '../titled-entry.ts';
import { childText, childTexts } from '../xml-element.ts';
import { publishedIn, readXmlItems, type XmlItem } from '../xml-entries.ts';
import { headerOf, headerText, type ItemKind, itemFinder, rootName } from '../xml-items.ts';
import { arxivRss } from './arxiv-rss.ts';

/**
 * An RSS feed of Daily Papers, of a day, a week or a month, as others make it: descriptions are paragraphs of HTML with
 * the labels Authors, Upvotes and Summary, in which the texts are not escaped again.
 */
export const huggingfaceRss: Dialect = {
	name: 'huggingface-rss',
	describes: 'a feed of Daily Papers of Hugging Face, as RSS',
	exactness: exactness.feed,
	recognises(content) {
		const header = headerOf(content, 'item');
		if (rootName(header) !== 'rss' || arxivRss.recognises(content)) return false;
		const saysSo = /huggingface\.co\/papers\b|hugging ?face[^<]{0,30}\bpapers\b/i.test(header);
		const links = linksOf(content);
		if (links.length === 0) return saysSo;
		const papers = links.filter((link) => /^https?:/.test(link) && arxivIdOf(link) !== null);
		return saysSo ? papers.length > 0 : papers.length === links.length;
	},
	read,
	finder: (content) => itemFinder(content, kind),
};

const kind: ItemKind = { name: 'item', within: '/rss/channel' };

/** Where the first items lead, as far as they say. */
function linksOf(content: string): string[] {
	const [, ...items] = content.slice(0, 100_000).split(/<item[\s>]/);
	return items.flatMap((item) => /<(?:link|guid)(?:\s[^<>]*)?>(?:<!\[CDATA\[)?\s*([^<\s\]]+)/.exec(item)?.[1] ?? []);
}

function read(content: string): Reading {
	const { entries, accounting, problems, header } = readXmlItems(content, kind, entryOf);
	const built = parseFeedTime(headerText(header, 'lastBuildDate') ?? headerText(header, 'pubDate') ?? '');
	return { entries, accounting, problems, captured: built?.captured ?? null, daily: false, day: null };
}

function entryOf(item: XmlItem): Entry | Problem {
	const { element, at, problems } = item;
	const id = bestArxivId([childText(element, 'link'), childText(element, 'guid')]);
	const entry = titledEntry(item, childText(element, 'title'), id);
	if ('code' in entry) return entry;
	const said = labelledIn([...childTexts(element, 'description'), ...childTexts(element, 'encoded')]);
	const named = said.authors === null ? childTexts(element, 'creator') : [said.authors];
	const isCount = said.upvotes !== null && /^\d{1,9}$/.test(said.upvotes);
	if (said.upvotes !== null && !isCount) problems.push(badField(at, 'description', 'its upvotes are no number'));
	if (said.abstract === null && said.unlabelled === null) problems.push(noAbstract(at));
	return {
		...entry,
		...authorsOf(named.flatMap(namesBetweenCommas)),
		...publishedIn(item, 'pubDate'),
		abstract: said.abstract,
		// What a text without label is nobody says: the authors', or one made of it.
		summary: said.unlabelled,
		upvotes: isCount ? Number(said.upvotes) : null,
	};
}

/** What a description says under its labels; all of it when it has none. */
interface Labelled {
	authors: string | null;
	upvotes: string | null;
	abstract: string | null;
	unlabelled: string | null;
}

const fieldOf: Readonly<Record<string, Exclude<keyof Labelled, 'unlabelled'>>> = {
	author: 'authors',
	upvote: 'upvotes',
	vote: 'upvotes',
	like: 'upvotes',
	summary: 'abstract',
	abstract: 'abstract',
};

const label = /(?<=(?:^|>)\s*)<(b|strong)>\s*(author|upvote|vote|like|summary|abstract)s?\s*:?\s*<\/\1>\s*:?/gi;

/** The end of a labelled text: of its paragraph, or its line. An abstract may write of such tags, but not before another. */
const paragraphEnd = /<(?:\/(?:p|div|li)|br\s*\/?)>\s*(?=<|$)/i;

/** Cut out by its labels: the texts between them are no HTML, so that reading them as HTML would lose `<think>`. */
function labelledIn(descriptions: readonly string[]): Labelled {
	const found: Labelled = { authors: null, upvotes: null, abstract: null, unlabelled: null };
	const html = descriptions.find((text) => text.search(label) !== -1);
	if (html === undefined) {
		const unlabelled = descriptions.map(withoutParagraph).find((text) => text !== '' && !text.startsWith('<'));
		return { ...found, unlabelled: unlabelled ?? null };
	}
	const labels = [...html.matchAll(label)];
	for (const [nth, { index, 0: written, 2: name = '' }] of labels.entries()) {
		const text = html.slice(index + written.length, labels[nth + 1]?.index);
		const value = collapsed(text.slice(0, paragraphEnd.exec(text)?.index));
		const field = fieldOf[name.toLowerCase()];
		if (field !== undefined) found[field] ??= value || null;
	}
	return found;
}

function withoutParagraph(text: string): string {
	return text.replace(/^<p>\s*/, '').replace(/\s*<\/p>$/, '');
}
