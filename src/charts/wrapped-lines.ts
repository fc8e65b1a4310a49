/** What a text of one line is measured with. */
type Measure = (text: string) => number;

/**
 * A text in at most `count` lines no wider than `width`, broken between words, and within a word that is wider than a
 * line. When it does not fit, the last line ends with an ellipsis.
 */
export function wrappedLines(text: string, width: number, count: number, measure: Measure): string[] {
	const lines: string[] = [];
	let rest = text.split(/\s+/).filter(Boolean);
	while (rest.length > 0 && lines.length < count) {
		const { line, left } = nextLine(rest, width, measure);
		lines.push(line);
		rest = left;
	}
	const last = lines.pop();
	if (last === undefined) return [];
	return [...lines, rest.length === 0 ? last : cutToFit(last, width, measure)];
}

/** One line of at most this width, cut with an ellipsis. */
export function oneLine(text: string, width: number, measure: Measure): string {
	return wrappedLines(text, width, 1, measure)[0] ?? '';
}

/** Whether lines show less than their text. A text that ends with an ellipsis itself counts as cut. */
export function isCut(lines: readonly string[]): boolean {
	return lines.at(-1)?.endsWith('…') ?? false;
}

/** A text that fits in `count` lines of this width, in as many lines that are as short as can be. */
export function balancedLines(text: string, width: number, count: number, measure: Measure): string[] {
	const set = (within: number) => wrappedLines(text, within, count, measure);
	let [tooNarrow, enough] = [0, width];
	while (enough - tooNarrow > 1) {
		const middle = (tooNarrow + enough) / 2;
		if (isCut(set(middle)) || set(middle).some((line) => breaksWord(line, text))) tooNarrow = middle;
		else enough = middle;
	}
	return set(enough);
}

function breaksWord(line: string, text: string): boolean {
	const words = new Set(text.split(/\s+/));
	return line.split(' ').some((word) => !words.has(word));
}

function nextLine(words: readonly string[], width: number, measure: Measure): { line: string; left: string[] } {
	let count = 1;
	while (count < words.length && measure(words.slice(0, count + 1).join(' ')) <= width) count += 1;
	const line = words.slice(0, count).join(' ');
	if (measure(line) <= width) return { line, left: words.slice(count) };
	const characters = [...line];
	let fitting = Math.max(characters.length - 1, 1);
	while (fitting > 1 && measure(characters.slice(0, fitting).join('')) > width) fitting -= 1;
	const left = [characters.slice(fitting).join(''), ...words.slice(count)].filter(Boolean);
	return { line: characters.slice(0, fitting).join(''), left };
}

function cutToFit(line: string, width: number, measure: Measure): string {
	const withEllipsis = (text: string) => `${text.replace(/[\s.,;:–—-]+$/u, '')}…`;
	let cut = line;
	while (measure(withEllipsis(cut)) > width && /\s/.test(cut)) cut = cut.replace(/\s+\S*$/, '');
	while (measure(withEllipsis(cut)) > width && cut.length > 1) cut = [...cut].slice(0, -1).join('');
	return withEllipsis(cut);
}
