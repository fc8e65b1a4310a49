import { bisectRight } from 'd3-array';
import type { Span } from './dialect.ts';

/** Gives the first and last line, from 1, of a stretch of this content that is not empty. */
export function linePlaces(content: string): (span: Span) => [number, number] {
	const starts = [0];
	for (const { index, 0: lineBreak } of content.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineBreak.length);
	return ({ from, to }) => [bisectRight(starts, from), bisectRight(starts, to - 1)];
}
