import type { Entry, Problem } from '../../records/listing.ts';
import { collapsed, type Dialect, exactness, type Reading } from '../dialect.ts';
import { noAbstract } from '../entry-problems.ts';
import { parseFeedTime } from '../feed-time.ts';
import { authorsOf, bestArxivId, namesOf, withdrawnBy } from '../paper-fields.ts';
import { titledEntry } from '../titled-entry.ts';
import { childrenOf, childText, childTexts, type XmlElement } from '../xml-element.ts';
import { doiIn, publishedIn, readXmlItems, type XmlItem } from '../xml-entries.ts';
import { headerOf, headerText, type ItemKind, itemFinder, rootName } from '../xml-items.ts';

/**
 * One day's announcements of arXiv in a subject: RSS 2.0 or Atom of rss.arxiv.org, and the RSS 1.0 (RDF) that it had
 * until January 2024.
 */
export const arxivRss: Dialect = {
	name: 'arxiv-rss',
	describes: 'one day of announcements of arXiv, as a feed',
	exactness: exactness.feed,
	recognises(content) {
		const form = formOf(content);
		return form !== null && ofArxiv.test(form.header);
	},
	read,
	finder: (content) => itemFinder(content, formOf(content)?.kind ?? rss),
};

const rss: ItemKind = { name: 'item', within: '/rss/channel' };
const rdf: ItemKind = { name: 'item', within: '/rdf:RDF' };
const atom: ItemKind = { name: 'entry', within: '/feed' };

const ofArxiv = /updates on (?:the )?arXiv\.org|https?:\/\/(?:rss\.arxiv\.org|(?:export\.)?arxiv\.org\/rss)\//;

/** Which form a feed has; null when it has none of them. */
function formOf(content: string): { kind: ItemKind; header: string } | null {
	const header = headerOf(content, 'item');
	const root = rootName(header)?.replace(/^.*:/, '');
	if (root === 'rss') return { kind: rss, header };
	if (root === 'RDF') return { kind: rdf, header };
	return root === 'feed' ? { kind: atom, header: headerOf(content, 'entry') } : null;
}

function read(content: string): Reading {
	const { kind } = formOf(content) ?? { kind: rss };
	const { entries, accounting, problems, header } = readXmlItems(content, kind, entryOf);
	const time = (name: string) => parseFeedTime(headerText(header, name) ?? '');
	const announced = time('pubDate') ?? time('date') ?? time('updated');
	const built = time('lastBuildDate') ?? announced;
	return {
		entries,
		accounting,
		problems,
		captured: built?.captured ?? null,
		daily: true,
		day: announced?.day ?? null,
	};
}

/** What a feed says of a paper in its description, or until 2024 behind its title. */
interface Announced {
	text: string | null;
	id: string | null;
	/** `new`, `cross`, `replace` or `replace-cross`; null where the feed does not say. */
	type: string | null;
}

function entryOf(item: XmlItem): Entry | Problem {
	const { element, at, problems } = item;
	const description = announcedIn(childText(element, 'description') ?? childText(element, 'summary'));
	const title = titleIn(childText(element, 'title'));
	const type = childText(element, 'announce_type') ?? description.type ?? title.type;
	const id = bestArxivId([description.id, title.id, ...addressesOf(element)]);
	const entry = titledEntry(item, title.text, id);
	if ('code' in entry) return entry;
	if (description.text === null) problems.push(noAbstract(at));
	return {
		...entry,
		...authorsOf(authorNames(element)),
		// Of any other announcement the date is its own, not the paper's.
		...(type === 'new' ? publishedIn(item, childText(element, 'pubDate') === null ? 'published' : 'pubDate') : {}),
		abstract: description.text,
		doi: doiIn(item, 'DOI') ?? doiIn(item, 'doi'),
		venue: childText(element, 'journal_reference') ?? childText(element, 'journal_ref'),
		withdrawn: withdrawnBy([childText(element, 'comment'), description.text]),
	};
}

/** `arXiv:2405.15738v1 Announce Type: new Abstract: …`, or the abstract alone, which RSS 1.0 has as a paragraph of HTML. */
function announcedIn(description: string | null): Announced {
	const text = description?.replace(/^<p>\s*/, '').replace(/\s*<\/p>$/, '') || null;
	const [prefix, id = null, type = null] =
		/^(arXiv:\S+)\s+Announce Type:\s*([\w-]+)\s*(?:Abstract:\s*)?/.exec(text ?? '') ?? [];
	return { text: text?.slice(prefix?.length ?? 0) || null, id, type };
}

/** `A Harbour. (arXiv:2405.15738v1 [cs.CL] UPDATED)`, as RSS 1.0 had it, or the title alone. */
function titleIn(title: string | null): Announced {
	const [suffix, id = null, mark] =
		/ ?\((arXiv:[^\s()]+) \[[^\][]*\](?: (UPDATED|CROSS LISTED))?\)$/.exec(title ?? '') ?? [];
	if (title === null || suffix === undefined) return { text: title, id, type: null };
	const types: Readonly<Record<string, string>> = { UPDATED: 'replace', 'CROSS LISTED': 'cross' };
	// The full stop is the feed's; a question mark in its place is the title's.
	const text = title.slice(0, -suffix.length).replace(/\.$/, '') || null;
	return { text, id, type: mark === undefined ? 'new' : (types[mark] ?? null) };
}

/** Where an id may stand when the description does not begin with it. */
function addressesOf(element: XmlElement): (string | null)[] {
	const links = childrenOf(element, 'link').map(({ attributes }) => attributes.get('href') ?? null);
	const about = element.attributes.get('rdf:about') ?? null;
	return [childText(element, 'guid'), childText(element, 'id'), childText(element, 'link'), ...links, about];
}

/** `dc:creator` lists all authors, in RSS 1.0 as links of HTML; Atom has an element for each. */
function authorNames(element: XmlElement): string[] {
	const creators = childTexts(element, 'creator').flatMap((list) => namesOf(collapsed(list.replace(/<[^<>]*>/g, ''))));
	if (creators.length > 0) return creators;
	return childrenOf(element, 'author').flatMap((author) => childTexts(author, 'name').slice(0, 1));
}
