import type { Entry, Place } from '../../records/listing.ts';
import { type Dialect, exactness, type Reading, type ReadingContext } from '../dialect.ts';
import { htmlPage, isHtml } from '../html-page.ts';
import { LineAccount } from '../line-account.ts';
import { readLinkedPage } from '../linked-page.ts';
import { tokensOf } from '../linked-tokens.ts';

/** A saved page of papers of which only what readers saw was kept, without the data behind it. */
export const huggingfaceHtmlCards: Dialect = {
	name: 'huggingface-html-cards',
	describes: 'a page of papers of Hugging Face, saved as HTML without its data',
	exactness: exactness.markdown,
	recognises: (content) =>
		isHtml(content) &&
		/href\s*=\s*["']?(?:https:\/\/huggingface\.co)?\/papers\/\d{4}\.\d{4,5}/.test(content) &&
		/(?:Daily|Trending) Papers|login\?next=%2Fpapers/.test(content),
	read,
};

/** A page whose head hides the rest, because something in it never closes, is read from its first card on. */
function read(content: string, context: ReadingContext): Reading {
	const reading = readPage(content, context);
	const first = content.search(/<article\b/i);
	if (reading.entries.length > 0 || first === -1) return reading;
	return readPage(content.slice(0, first).replace(/[^\n]/g, ' ') + content.slice(first), context);
}

/** Each text and link of the page counts as a line; what comes of them is placed in the file afterwards. */
function readPage(content: string, context: ReadingContext): Reading {
	const { pieces, url } = htmlPage(content);
	const lines = pieces.map(({ text }, at) => ({ number: at + 1, text }));
	const tokens = pieces.flatMap((piece, at) => tokensOf({ ...piece, lines: lines.slice(at, at + 1) }));
	const known = { url, written: null, searched: null };
	const { entries, problems, ...page } = readLinkedPage(lines, tokens, new LineAccount(lines), known, context);
	const inFile = (at: Place): Place => {
		if (typeof at === 'string') return at;
		const [from, to] = at.map((number) => pieces[number - 1]?.lines[0]?.number ?? 1);
		return [from ?? 1, to ?? from ?? 1];
	};
	return {
		...page,
		entries: entries.map((entry): Entry => ({ ...entry, at: inFile(entry.at) })),
		accounting: { items: { total: entries.length, read: entries.length, refused: 0 } },
		// Most of a page is no card: what stands around them is passed over.
		problems: problems
			.filter(({ code }) => code !== 'line/unread' && code !== 'entry/no-title')
			.map((problem) => ({ ...problem, at: problem.at === null ? null : inFile(problem.at) })),
	};
}
