import { collapsed, type Dialect, exactness, type Reading, type ReadingContext } from '../dialect.ts';
import { LineAccount, linesOf } from '../line-account.ts';
import { readLinkedPage } from '../linked-page.ts';
import { piecesOf } from '../linked-pieces.ts';
import { type Token, tokensOf } from '../linked-tokens.ts';
import { pageHeader } from '../page-capture.ts';

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
	const known = { ...header, searched: searchWords(header.url) };
	const page = readLinkedPage(lines, tokens, account, known, context);
	return { ...page, accounting: { kinds: account.kinds } };
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
