declare const drawn: unique symbol;
/** SVG text that this folder made: pages print it raw. */
export type Svg = string & { readonly [drawn]: true };

/**
 * The one place that says of a string that it is a drawing: what comes here was written or escaped by this file. A type
 * alone, without a schema behind it, since charts are also drawn in browsers.
 */
function asSvg(markup: string): Svg {
	return markup as Svg;
}

/** An attribute's value; null leaves the attribute out. */
type Value = string | number | null;

/**
 * An element, or a whole drawing when the name is `svg`. Children are elements made here, or `text()`.
 * Numbers are written with at most two decimals. A number that is not finite is a mistake of the chart and throws.
 */
export function element(name: string, attributes: Record<string, Value>, ...children: Svg[]): Svg {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== null)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? numeral(value) : escaped(value ?? '')}"`)
		.join('');
	return asSvg(children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`);
}

/** Text as a child of an element. */
export function text(content: string): Svg {
	return asSvg(escaped(content));
}

function numeral(value: number): string {
	if (!Number.isFinite(value)) throw new RangeError('A chart holds a number that cannot be drawn.');
	return String(Math.round(value * 100) / 100 + 0);
}

/** Also without the characters that XML does not allow. */
function escaped(content: string): string {
	return content
		.toWellFormed()
		.replace(/[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
