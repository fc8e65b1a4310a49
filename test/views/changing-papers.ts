import type { Paper } from '../../src/records/paper.ts';
import { paperOf } from './archive-of.ts';

export type PaperParts = NonNullable<Parameters<typeof paperOf>[0]>;

/** A title of stop words alone: no term rises or fades with it. */
export const silent = 'What is this?';

/** So many papers with these parts each; together with `numbered` an archive. */
export function many(count: number, parts: PaperParts): PaperParts[] {
	return Array.from({ length: count }, () => ({ title: silent, ...parts }));
}

/** Papers of these parts, each with an id and an address of its own, in their order. */
export function numbered(...parts: PaperParts[][]): Paper[] {
	return parts.flat().map((part, nth) => {
		const number = String(nth).padStart(5, '0');
		return paperOf({ id: `arxiv:2501.${number}`, slug: `paper-${number}`, ...part });
	});
}
