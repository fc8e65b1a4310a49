import type { PagefindRecord } from './pagefind.ts';

/** A piece of text, and whether it is what the query matched. */
export interface ExcerptPart {
	text: string;
	marked: boolean;
}

/**
 * Pagefind's excerpt as text. Its `<mark>` and `</mark>` are the only tags it can hold, since it escapes those of
 * the text before it adds its own; anything else is taken as the characters it is made of. Empty when the title
 * stood in for the content. An ellipsis says where the text goes on.
 */
export function excerptParts(
	record: Pick<PagefindRecord, 'content' | 'excerpt' | 'plain_excerpt' | 'meta'>,
): ExcerptPart[] {
	if (record.content === record.meta['title']) return [];
	const parts: ExcerptPart[] = [];
	let marked = false;
	for (const piece of record.excerpt.split(/(<\/?mark>)/)) {
		if (piece === '<mark>' || piece === '</mark>') marked = piece === '<mark>';
		else if (piece !== '') parts.push({ text: unescaped(piece), marked });
	}
	const content = record.content.replace(/\s+/g, ' ').trim();
	const shown = unescaped(record.plain_excerpt);
	if (shown !== '' && !content.startsWith(shown)) parts.unshift({ text: '… ', marked: false });
	if (shown !== '' && !content.endsWith(shown)) parts.push({ text: ' …', marked: false });
	return parts;
}

function unescaped(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
