import type { Element, ElementContent } from 'hast';

const superscripts = new Map(
	Array.from('0123456789+-−=()ni', (from, at) => [from, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ')[at] ?? '']),
);
const subscripts = new Map(
	Array.from('0123456789+-−=()aehijklmnoprstuvx', (from, at) => [
		from,
		Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')[at] ?? '',
	]),
);

/** Marks that stand over one letter, as characters that combine with it. */
const accents = new Map([
	['^', '\u0302'],
	['~', '\u0303'],
	['ˉ', '\u0304'],
	['¯', '\u0304'],
	['˙', '\u0307'],
	['¨', '\u0308'],
	['ˇ', '\u030c'],
	['→', '\u20d7'],
	['⃗', '\u20d7'],
	['˘', '\u0306'],
	['´', '\u0301'],
	['`', '\u0300'],
]);

/**
 * A formula in one line of Unicode, from its MathML: `n²`, `ℓ∞`, `(a+b)/c`, and braces where a script would not be
 * told from what follows.
 */
export function formulaText(node: Element): string {
	const parts = node.children.filter((child) => child.type === 'element');
	const [first, second, third] = parts;
	const of = (part: Element | undefined) => (part === undefined ? '' : formulaText(part).trim());
	switch (node.tagName) {
		case 'annotation':
			return '';
		case 'msup':
			return of(first) + script(of(second), '^', superscripts);
		case 'msub':
		case 'munder':
			return of(first) + script(of(second), '_', subscripts);
		case 'msubsup':
		case 'munderover':
			return of(first) + script(of(second), '_', subscripts) + script(of(third), '^', superscripts);
		case 'mover': {
			const accent = accents.get(of(second));
			return accent === undefined
				? of(first) + script(of(second), '^', superscripts)
				: `${of(first)}${accent}`.normalize('NFC');
		}
		case 'mfrac':
			if (String(node.properties['linethickness'] ?? '').startsWith('0')) return `${of(first)} choose ${of(second)}`;
			return `${grouped(of(first))}/${grouped(of(second))}`;
		case 'msqrt':
			return `√${grouped(parts.map(formulaText).join(''))}`;
		case 'mroot':
			return `${script(of(second), '^', superscripts)}√${grouped(of(first))}`;
		case 'mspace':
			return String(node.properties['width'] ?? '').startsWith('-') ? '' : ' ';
		default:
			return joined(node.children);
	}
}

/** Relations and operations, which stand apart from their operands; a sign before its operand does not. */
const spaced = /^[=<>≤≥≪≫≠∈∉⊂⊆→←↦⇒⇔∼≈≃≡∝±∓×⋅∘⊗⊕∪∩∧∨]$/u;

function joined(children: readonly ElementContent[]): string {
	let line = '';
	for (const [nth, child] of children.entries()) {
		if (child.type === 'text') line += plainSigns(child.value);
		if (child.type !== 'element') continue;
		const text = formulaText(child);
		if (child.tagName === 'mo' && spaced.test(text)) {
			const between =
				nth > 0 && children.slice(nth + 1).some((next) => next.type === 'element' && next.tagName !== 'annotation');
			line += between ? ` ${text} ` : text;
		} else if (child.tagName === 'mo' && text === ':') line += ': ';
		else if (startsWithName(child)) line += `${/[\p{L}\p{N}]$/u.test(line) ? ' ' : ''}${text} `;
		else line += text;
	}
	return line
		.replace(/ {2,}/g, ' ')
		.replace(/ (?=[)(\]}|⁰¹²³⁴-⁹₀-₉])/gu, '')
		.trim();
}

/** KaTeX's signs as they are typed; what it adds for screen readers has no place in a line of text. */
function plainSigns(text: string): string {
	return text
		.replace(/[\u2061-\u2064]/g, '')
		.replaceAll('∣', '|')
		.replaceAll('∥', '‖');
}

/** Whether it is the name of a function, or one with a script: `log`, `argmin` over something. */
function startsWithName(element: Element): boolean {
	const [first] = element.children;
	if (first?.type === 'text') return element.tagName === 'mi' && /^[a-z]{2,}$/.test(first.value);
	return (
		first?.type === 'element' &&
		['mrow', 'msup', 'msub', 'msubsup', 'munder', 'mover'].includes(element.tagName) &&
		startsWithName(first)
	);
}

/** A script as small characters where Unicode has them all, else after its sign. */
function script(text: string, sign: string, small: ReadonlyMap<string, string>): string {
	const letters = Array.from(text);
	if (letters.length === 0) return '';
	const all = letters.map((letter) => small.get(letter));
	if (all.every((letter) => letter !== undefined)) return all.join('');
	if (text === '′' || text === '′′' || (sign === '_' && text === '∞')) return text;
	if (letters.length === 1) return sign + text;
	return `${sign}{${text}}`;
}

function grouped(text: string): string {
	return /^[\p{L}\p{N}\p{M}]+$/u.test(text) || /^\(.*\)$/u.test(text) ? text : `(${text})`;
}
