import type { Entry, Problem } from '../../records/listing.ts';
import { type Dialect, exactness, type Reading } from '../dialect.ts';
import { noAbstract, refusedItem } from '../entry-problems.ts';
import { parseFeedTime } from '../feed-time.ts';
import { authorsOf, bestArxivId, withdrawnBy } from '../paper-fields.ts';
import { titledEntry } from '../titled-entry.ts';
import { childrenOf, childText, childTexts } from '../xml-element.ts';
import { doiIn, publishedIn, readXmlItems, type XmlItem } from '../xml-entries.ts';
import { headerOf, headerText, type ItemKind, itemFinder, rootName } from '../xml-items.ts';

/** An answer of the arXiv API: an Atom feed of a search, or of papers asked for by their ids. */
export const arxivAtom: Dialect = {
	name: 'arxiv-atom',
	describes: 'an answer of the arXiv API, as Atom',
	exactness: exactness.ownRecords,
	recognises(content) {
		const header = headerOf(content, 'entry');
		if (!/^(?:\w+:)?feed$/.test(rootName(header) ?? '') || /\/\/rss\.arxiv\.org\//.test(header)) return false;
		if (/https?:\/\/(?:export\.)?arxiv\.org\/api\//.test(header)) return true;
		return /<(?:\w+:)?id>\s*https?:\/\/arxiv\.org\/abs\//.test(content.slice(0, 100_000));
	},
	read,
	finder: (content) => itemFinder(content, kind),
};

const kind: ItemKind = { name: 'entry', within: '/feed' };

function read(content: string): Reading {
	const { entries, accounting, problems, header } = readXmlItems(content, kind, entryOf);
	const updated = headerText(header, 'updated');
	const captured = updated === null ? null : (parseFeedTime(updated)?.captured ?? null);
	return { entries, accounting, problems, captured, daily: false, day: null };
}

function entryOf(item: XmlItem): Entry | Problem {
	const { element, at, problems } = item;
	const id = childText(element, 'id');
	const abstract = childText(element, 'summary');
	if (id !== null && /\/api\/errors/.test(id)) {
		return refusedItem(at, `The API of arXiv answered with an error: ${abstract ?? id}.`, 'ask it for something else');
	}
	const entry = titledEntry(item, childText(element, 'title'), bestArxivId([id]));
	if ('code' in entry) return entry;
	if (abstract === null) problems.push(noAbstract(at));
	return {
		...entry,
		...authorsOf(childrenOf(element, 'author').flatMap((author) => childTexts(author, 'name').slice(0, 1))),
		// The date of the first version; `updated` is that of this one.
		...publishedIn(item, 'published'),
		abstract,
		doi: doiIn(item, 'doi'),
		venue: childText(element, 'journal_ref'),
		withdrawn: withdrawnBy([childText(element, 'comment'), abstract]),
	};
}
