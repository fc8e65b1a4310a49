import { Parser } from 'htmlparser2';
import type { Piece } from './linked-pieces.ts';

/** What a saved web page holds that listings are read from. */
export interface HtmlPage {
	/** The values of all `data-props`, decoded, in order. */
	props: string[];
	/** Its texts and links, in order, as a reader sees them. Each stands on the line of the file where it begins. */
	pieces: Piece[];
	/** `og:url`, else the canonical address. */
	url: string | null;
}

const blocks: ReadonlySet<string> = new Set(
	['address', 'article', 'aside', 'br', 'button', 'dd', 'div', 'dl', 'dt', 'footer', 'form', 'header', 'hr'].concat(
		['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'td', 'th'],
		['time', 'tr', 'ul'],
	),
);
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'title']);

/** Whether a content is a web page, by how it begins. */
export function isHtml(content: string): boolean {
	return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^<]{0,500}-->\s*)*<(?:!doctype html|html)\b/i.test(
		content.slice(0, 3000),
	);
}

/** Reads a page in one pass, however it is nested or broken. */
export function htmlPage(content: string): HtmlPage {
	const page: HtmlPage = { props: [], pieces: [], url: null };
	let text = '';
	let target: string | null = null;
	let heading = false;
	let inHeading = false;
	let silence = 0;
	let depth = 0;
	let line = 1;
	let lineEnd = content.indexOf('\n');

	function lineAt(index: number): number {
		while (lineEnd !== -1 && lineEnd < index) {
			line++;
			lineEnd = content.indexOf('\n', lineEnd + 1);
		}
		return line;
	}

	function flush(): void {
		if (text.trim() !== '' || target !== null) {
			page.pieces.push({ text, target, heading, lines: [{ number: lineAt(parser.startIndex), text }] });
		}
		text = '';
		heading = inHeading;
	}

	const parser = new Parser({
		onopentag(name, attributes) {
			depth++;
			if (attributes['data-props'] !== undefined) page.props.push(attributes['data-props']);
			if (name === 'meta' && attributes['property'] === 'og:url') page.url = attributes['content'] ?? page.url;
			if (name === 'link' && attributes['rel'] === 'canonical') page.url ??= attributes['href'] ?? null;
			if (silent.has(name)) silence++;
			if (/^h[1-6]$/.test(name)) inHeading = true;
			// A heading that holds a part of a page was never closed.
			else if (name === 'div' || name === 'article' || name === 'section') inHeading = false;
			if (name === 'a' || (blocks.has(name) && target === null)) flush();
			else if (blocks.has(name)) text += '\n';
			if (inHeading) heading = true;
			if (name === 'a') target = attributes['href'] ?? null;
		},
		ontext(data) {
			if (silence === 0) text += data;
		},
		onclosetag(name) {
			depth--;
			if (silent.has(name)) silence = Math.max(0, silence - 1);
			if (name === 'a' || (blocks.has(name) && target === null)) flush();
			else if (blocks.has(name)) text += '\n';
			if (name === 'a') target = null;
			if (/^h[1-6]$/.test(name)) inHeading = false;
			if (target === null) heading = inHeading;
		},
	});
	for (const part of chunks(withoutOpenComments(content))) {
		if (depth > deepest) break;
		parser.write(part);
	}
	parser.end();
	flush();
	// Browsers and their extensions write above a page where it was saved from.
	page.url ??=
		/<!--[^>]{0,300}?\b(?:url[:=])\s*(?:\(\d+\))?(https?:\/\/[^\s<>"]{1,500})/.exec(content.slice(0, 3000))?.[1] ??
		null;
	return page;
}

/** No page is nested like this, and each level costs the parser more than the one before. */
const deepest = 3000;

/** A text in parts, so that its reading can be given up. */
function* chunks(text: string): Generator<string> {
	const size = 16_384;
	for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

/** A comment within which another one begins was never closed: what it hides was not meant to be. */
function withoutOpenComments(content: string): string {
	const [first = '', ...behind] = content.split('<!--');
	return first + behind.map((part) => (part.includes('-->') ? '<!--' : '    ') + part).join('');
}

/**
 * The values of all `data-props` as the text of the file has them, decoded: where damage hides a part of a page from
 * whoever parses it, they still stand there. The last one may be cut by the end of the file.
 */
export function propsInText(content: string): string[] {
	const values: string[] = [];
	const parser = new Parser({
		onopentag(_, attributes) {
			values.push(attributes['data-props'] ?? '');
		},
	});
	for (const [, double, single] of content.matchAll(/data-props=(?:"([^"]*)|'([^']*))/g)) {
		const [quote, value] = double === undefined ? ["'", single ?? ''] : ['"', double];
		parser.write(`<i data-props=${quote}${value.replace(/&[\w#]{0,30}$/, '')}${quote}>`);
	}
	parser.end();
	return values;
}
