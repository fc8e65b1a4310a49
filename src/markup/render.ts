import type { PhrasingContent } from 'mdast';
import type { Link } from '../records/listing.ts';
import { type Address, addressesIn } from './addresses.ts';
import type { Change, ChangeCode } from './changes.ts';
import { cleanText } from './clean.ts';
import { Draft, mark, marks } from './draft.ts';
import { type EmphasisSpan, emphasised } from './emphasis.ts';
import { formula, latexCommands, liveFormulas } from './latex-text.ts';
import { linkKind } from './link-kind.ts';
import { lostFormulas } from './lost-math.ts';
import { type MarkedText, markedTree, plainText } from './pipeline.ts';
import { searchForms } from './search-forms.ts';
import { typography } from './typography.ts';

/** A text as readers see it, and what was done to it. */
export interface RenderedText extends MarkedText {
	/** Captured and spoken forms of what markup changed, null when it changed nothing that people would type. */
	searchText: string | null;
	/** In the order of the text. */
	changes: Change[];
	/** Formulas that do not parse, and stand as they were captured. */
	refused: string[];
}

/** A captured title as text and HTML. It holds no links: a title is one where it is listed. */
export function renderTitle(captured: string): RenderedText {
	return rendered(cleanText(captured).replace(/ :(?= )/g, ':'), false);
}

/** A captured abstract as text and HTML, its http and https addresses being links. */
export function renderAbstract(captured: string): RenderedText {
	return rendered(cleanText(captured), true);
}

/** The addresses that stand in a captured abstract, each once, in its order. */
export function linksOf(captured: string): Link[] {
	const urls = new Set(addressesIn(cleanText(captured)).map(({ url }) => url));
	return Array.from(urls, (url) => ({ url, kind: linkKind(url) }));
}

/**
 * What the rules make of a text; or the text with nothing but its links, where they would make something else again
 * of what they made: then they do not understand it.
 */
function rendered(text: string, linked: boolean): RenderedText {
	for (const rules of [
		[markdownLinks, latexCommands, restoreFormulas, typography],
		[markdownLinks, latexCommands, restoreFormulas],
		[restoreFormulas],
	]) {
		const { draft, refused } = ruled(text, linked, rules);
		const { children, spans } = childrenOf(draft);
		const changes = changesOf(draft, spans);
		const marked = markedTree({ type: 'root', children });
		if (changes.length > 0 && !isStable(marked.text, linked, rules)) continue;
		return { ...marked, searchText: searchForms(changes, children), changes, refused };
	}
	const draft = new Draft(text);
	markAddresses(draft, linked);
	const children = nodesOf(draft, draft.text);
	return { ...markedTree({ type: 'root', children }), searchText: null, changes: [], refused: [] };
}

/** Whether the rules leave a text as it is that they made. */
function isStable(text: string, linked: boolean, rules: readonly Rule[]): boolean {
	return plainText(childrenOf(ruled(cleanText(text), linked, rules).draft).children) === text;
}

/** Marks what it finds; formulas that do not parse are added to `refused`. */
type Rule = (draft: Draft, refused: string[]) => void;

/** A text with all marked that addresses, formulas and the rules find in it. */
function ruled(text: string, linked: boolean, rules: readonly Rule[]): { draft: Draft; refused: string[] } {
	const draft = new Draft(text);
	markAddresses(draft, linked);
	const refused = liveFormulas(draft);
	for (const rule of rules) rule(draft, refused);
	return { draft, refused };
}

/** A marked text as nodes, and where emphasis stood in it. */
function childrenOf(draft: Draft): { children: PhrasingContent[]; spans: EmphasisSpan[] } {
	const { nodes, spans } = emphasised(draft.text, (part) => nodesOf(draft, part));
	return { children: withoutSpareSpaces(merged(nodes)), spans };
}

/** Addresses as marks, with the braces that LaTeX put around them and words that it put behind them. */
function markAddresses(draft: Draft, linked: boolean): void {
	const { text } = draft;
	let end = 0;
	const spans = addressesIn(text).flatMap((address) => {
		const { from, to } = withResidue(text, address);
		if (from < end) return [];
		end = to;
		const shown = text.slice(address.from, address.to).replaceAll('\\', '');
		const link = (): PhrasingContent => ({
			type: 'link',
			url: address.url,
			children: [{ type: 'text', value: shown }],
		});
		const code: ChangeCode | null = text.slice(from, to) === shown ? null : 'url-trimmed';
		return [{ from, to, code, content: linked ? link : shown }];
	});
	draft.replaceSpans(spans);
}

/** An address with what belongs to it: `\url{…}` around it, `{words}` or itself once more in braces behind it. */
function withResidue(text: string, { from, to }: Address): { from: number; to: number } {
	const before =
		/\\url\s?\{$/.exec(text.slice(Math.max(0, from - 8), from))?.[0] ??
		(text[from - 1] === '{' && text[to] === '}' ? '{' : '');
	if (before !== '' && text[to] === '}') return { from: from - before.length, to: to + 1 };
	const behind = /^\/?\{[^{}]{0,300}\}/.exec(text.slice(to, to + 310))?.[0] ?? '';
	return { from, to: to + behind.length };
}

/** `[words](address)`, the address being a mark already. */
function markdownLinks(draft: Draft): void {
	draft.replace(
		/\[([^\][\u{100000}-\u{10FFFD}]{1,200})\]\(([\u{100000}-\u{10FFFD}])\)/gu,
		([, words = '', address = '']) => ({
			code: 'link',
			content: (inner) => {
				const [link] = inner(address);
				return link?.type === 'link' ? { ...link, children: inner(words) } : { type: 'text', value: words };
			},
		}),
	);
}

/** Formulas that lost their backslashes, where what they were is sure and parses. */
function restoreFormulas(draft: Draft, refused: string[]): void {
	draft.replaceSpans(
		lostFormulas(draft.text).flatMap(({ from, to, latex }) => {
			const found = formula(latex, 'math-restored');
			if (found === null) refused.push(draft.source(draft.text.slice(from, to)));
			return found === null ? [] : [{ from, to, ...found }];
		}),
	);
}

/** A text of marks and characters as nodes. */
function nodesOf(draft: Draft, text: string): PhrasingContent[] {
	if (!mark.test(text)) return text === '' ? [] : [{ type: 'text', value: text }];
	return Array.from(text.matchAll(/[^\u{100000}-\u{10FFFD}]+|[\u{100000}-\u{10FFFD}]/gu)).flatMap(([part]) => {
		const found = draft.found(part);
		if (found === null) return [{ type: 'text', value: part }];
		if (typeof found.content === 'string') return nodesOf(draft, found.content);
		return [found.content((within) => nodesOf(draft, within))];
	});
}

/** Texts beside each other as one. */
function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	const out: PhrasingContent[] = [];
	for (const node of nodes) {
		const last = out.at(-1);
		if (node.type === 'text' && last?.type === 'text') last.value += node.value;
		else if (node.type === 'text') out.push({ type: 'text', value: node.value });
		else if (node.type === 'emphasis' || node.type === 'strong') out.push({ ...node, children: merged(node.children) });
		else out.push(node);
	}
	return out;
}

/** What vanished may leave two spaces, or one at an end. */
function withoutSpareSpaces(nodes: PhrasingContent[]): PhrasingContent[] {
	for (const [nth, node] of nodes.entries()) {
		if (node.type !== 'text') continue;
		node.value = node.value.replace(/ {2,}/g, ' ');
		if (nth === 0) node.value = node.value.trimStart();
		if (nth === nodes.length - 1) node.value = node.value.trimEnd();
	}
	return nodes;
}

/** What was changed, from the marks in the text and the emphasis in it. */
function changesOf(draft: Draft, spans: readonly EmphasisSpan[]): Change[] {
	if (spans.length === 0 && !mark.test(draft.text)) return [];
	const shownAs = (part: string) => plainText(nodesOf(draft, part));
	const changes: Change[] = [];
	/** Behind each mark: by how much its place in the draft is less than in the captured text. */
	const shifts: { from: number; by: number }[] = [{ from: 0, by: 0 }];
	const captured = (place: number) => place + (shifts.findLast(({ from }) => from <= place)?.by ?? 0);
	for (const { 0: character, index } of draft.text.matchAll(marks)) {
		const found = draft.found(character);
		if (found === null) continue;
		const from = captured(index);
		const before = draft.source(found.source);
		if (found.code) changes.push({ code: found.code, from, before, after: shownAs(character) });
		shifts.push({ from: index + character.length, by: from + before.length - index - character.length });
	}
	for (const { code, from: start, to } of spans) {
		const before = draft.source(draft.text.slice(start, to));
		changes.push({ code, from: captured(start), before, after: shownAs(draft.text.slice(start, to)) });
	}
	return changes.sort((a, b) => a.from - b.from);
}
