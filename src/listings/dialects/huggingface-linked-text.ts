import { collapsed, type Dialect, exactness, type Reading, type ReadingContext } from '../dialect.ts';
import { LineAccount, linesOf } from '../line-account.ts';
import { LinkedCards } from '../linked-cards.ts';
import { piecesOf } from '../linked-pieces.ts';
import { type Token, tokensOf } from '../linked-tokens.ts';
import { capturedByHeader, dayInAddress, headerDate, pageHeader } from '../page-capture.ts';
import { yearRule } from '../printed-date.ts';

/**
 * A page of papers saved with its links, by any tool: as Markdown, with numbered links, or with addresses on lines of
 * their own. A card has votes, a title, an abstract, authors or an organisation, a dot, a date, perhaps comments.
 * Trending pages print every card twice.
 */
export const huggingfaceLinkedText: Dialect = {
	name: 'huggingface-linked-text',
	describes: 'a page of papers of Hugging Face, saved as Markdown or as text with its links',
	exactness: exactness.markdown,
	recognises(content) {
		const start = content.slice(0, 100_000);
		if (/^\s*[<[{]/.test(start)) return false;
		const links = /\]\(|\]\[\d|^https:\/\/huggingface\.co\//m.test(start);
		return (links && /get trending papers in your email inbox/i.test(start)) || titleLink.test(start);
	},
	read,
};

const titleLink =
	/^(?:#{1,6}|[-*+]|\d{1,4}[.)])\s{1,8}\[[^\n]{1,500}\]\((?:https:\/\/huggingface\.co)?\/papers\/\d{4}\.\d{4,5}[^\s()]{0,100}\)/m;

function read(content: string, context: ReadingContext): Reading {
	const lines = linesOf(content);
	const account = new LineAccount(lines);
	const header = pageHeader(lines);
	account.claim('chrome', header.frontMatter);
	const pieces = piecesOf(lines.slice(header.frontMatter.length === 0 ? 0 : (header.frontMatter.at(-1)?.number ?? 0)));
	const tokens = withTitles(pieces.flatMap(tokensOf));
	const firstOfCards = tokens.find(({ kind }) => kind === 'title')?.lines[0]?.number ?? lines.length + 1;
	const above = lines.slice(0, firstOfCards - 1);
	const pageDate = headerDate(above);
	const day = header.url === null ? null : dayInAddress(header.url);
	// The header of a day's own page shows that day, whenever it was saved.
	const captured = header.written ?? (day === null ? capturedByHeader(pageDate?.date ?? null, above) : null);
	const dates = tokens.flatMap((token) => (token.kind === 'date' ? token.date : []));
	const rule = yearRule(context.captured ?? captured, pageDate?.date ?? null, dates);
	const cards = new LinkedCards(account, rule, searchWords(header.url));
	for (const token of tokens) cards.take(token);
	const { entries, problems } = cards.finish();
	return { entries, accounting: { kinds: account.kinds }, problems, captured, daily: day !== null, day };
}

/** Where no heading marks the titles, the first text that leads to a paper is its title. */
function withTitles(tokens: readonly Token[]): Token[] {
	if (tokens.some(({ kind }) => kind === 'title')) return [...tokens];
	let current: string | null = null;
	return tokens.map((token) => {
		if (token.kind !== 'body' || token.id === null || token.id === current) return token;
		current = token.id;
		return { ...token, kind: 'title' };
	});
}

/** What was searched for: pages show it alone on a line, where a title would stand. */
function searchWords(url: string | null): string | null {
	const query = url !== null && URL.canParse(url) ? new URL(url).searchParams.get('q') : null;
	return query === null ? null : collapsed(query);
}
