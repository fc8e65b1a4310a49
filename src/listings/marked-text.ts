import { collapsed } from './dialect.ts';

const inline = 'i|b|em|strong|sub|sup|sc|span|italic|bold|underline|monospace|styled-content|xref|ext-link';
const inFormula = 'inline-formula|disp-formula|tex-math|alternatives|mml:[a-z]+';
const block = 'p|title|sec|list|list-item|div|br|abstract|label';
const tag = new RegExp(`<(/?)(?:jats:|)(?:(${inline}|${inFormula})|(${block}))(?:\\s[^<>]{0,500})?/?>`, 'gi');
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' };

/**
 * A text of a reference manager without the tags of JATS and HTML that such texts hold, white space collapsed. Only
 * tags that are known are taken away, so that “a < b > c” and `<think>` stay; of a formula given twice its TeX stays.
 */
export function withoutTags(text: string): string {
	if (!text.includes('<')) return collapsed(text);
	const plain = withoutMathMl(text)
		.replace(/<(?:jats:)?title>\s*abstract\s*<\/(?:jats:)?title>/gi, ' ')
		.replace(tag, (_, __, isInline: string | undefined) => (isInline === undefined ? ' ' : ''));
	if (plain === text) return collapsed(text);
	// What holds tags is a piece of XML: its signs are escaped.
	return collapsed(
		plain.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|apos|nbsp|amp));/gi, (whole, decimal, hex, name) => {
			if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
			const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		}),
	);
}

/** A text that gives its formulas in TeX too, without those in MathML. */
function withoutMathMl(text: string): string {
	const parts = text.split(/<mml:math\b[^<>]{0,500}>/i);
	const rest = parts.slice(1).map((part) => {
		const end = part.search(/<\/mml:math>/i);
		return end === -1 ? part : part.slice(end + '</mml:math>'.length);
	});
	return parts.length === 1 || !/tex-math/i.test(text) ? text : [parts[0], ...rest].join('');
}
