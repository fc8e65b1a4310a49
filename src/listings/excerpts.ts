import { bisectRight } from 'd3-array';
import type { Excerpt, Place, Problem } from '../records/listing.ts';
import type { PlaceFinder, Span } from './dialect.ts';

/** How much of a place is kept: a problem wants to be seen, not the whole file again. */
const mostLines = 12;
const longestLine = 300;

/** Where the lines of a content begin and end, without their line breaks. */
interface LineBounds {
	starts: number[];
	ends: number[];
}

/**
 * What stands at the places of these problems, each place once: at most 12 lines of at most 300 characters. A place that
 * names no lines is looked up by `finder`; one that cannot be found, or is nowhere, has no excerpt.
 */
export function excerptsOf(
	content: string,
	problems: readonly Problem[],
	finder?: (content: string) => PlaceFinder,
): Excerpt[] {
	const places = new Map(problems.flatMap(({ at }) => (at === null ? [] : [[JSON.stringify(at), at] as const])));
	if (places.size === 0) return [];
	const bounds = lineBounds(content);
	const find = finder?.(content) ?? (() => null);
	return [...places.values()].flatMap((at) => {
		const span = typeof at === 'string' ? find(at) : spanOfLines(bounds, at);
		return span === null ? [] : [excerptAt(content, bounds, at, span)];
	});
}

/** The same lines that text dialects count. */
function lineBounds(content: string): LineBounds {
	const starts = [0];
	const ends: number[] = [];
	for (const { index, 0: lineBreak } of content.matchAll(/\r\n|\n|\r/g)) {
		ends.push(index);
		starts.push(index + lineBreak.length);
	}
	ends.push(content.length);
	return { starts, ends };
}

function spanOfLines({ starts, ends }: LineBounds, [first, last]: readonly [number, number]): Span | null {
	const from = starts[first - 1];
	const to = ends[Math.min(last, ends.length) - 1];
	return from === undefined || to === undefined ? null : { from, to };
}

function excerptAt(content: string, { starts, ends }: LineBounds, at: Place, { from, to }: Span): Excerpt {
	const first = bisectRight(starts, from) - 1;
	const last = bisectRight(starts, to) - 1;
	const lineStart = starts[first] ?? 0;
	const start = content.slice(lineStart, from).trim() === '' ? lineStart : from;
	const whole = Array.from({ length: Math.min(last - first + 1, mostLines) }, (_, nth) =>
		content.slice(Math.max(start, starts[first + nth] ?? 0), Math.min(to, ends[first + nth] ?? to)),
	);
	const lines = whole.map((line) => shortened(line));
	const cut = last - first + 1 > mostLines || whole.some((line) => line.length > longestLine);
	return { at, from: first + 1, lines, cut };
}

/** At most so long, cut where a word ends where that is near, and saying so. */
function shortened(line: string): string {
	if (line.length <= longestLine) return line;
	return `${line
		.slice(0, longestLine - 1)
		.replace(/(?:(?<=\s)\S{1,40}|[\uD800-\uDBFF])$/, '')
		.trimEnd()}…`;
}
