import { wordsOf } from '../../records/title-key.ts';
import { areForms } from './forms.ts';
import type { PaperRecord } from './row.ts';

/** A title with a smaller part of a query's words in their order is not like it. */
const least = 0.75;

/**
 * Puts first what has the words of a query in its title, in their order, common ones too: who types a piece of a title
 * looks for that paper. The order of all else stays.
 */
export function titlesFirst<T>(words: readonly string[], ranked: readonly { item: T; record: PaperRecord }[]): T[] {
	const asked = words.flatMap(wordsOf);
	const liked = ranked.map(({ item, record }) => ({
		item,
		like: likenessOf(asked, wordsOf(record.meta['title'] ?? '')),
	}));
	return liked.sort((a, b) => b.like - a.like).map(({ item }) => item);
}

/** How much of a query is in the title that has most of it: from 0 to 3. */
export function likenessOfBest(words: readonly string[], records: readonly PaperRecord[]): number {
	const asked = words.flatMap(wordsOf);
	return Math.max(0, ...records.map(({ meta }) => likenessOf(asked, wordsOf(meta['title'] ?? ''))));
}

/** From 0 to 3: of the query's words those that the title has in order, those of the longest unbroken run, and the share of the title. */
function likenessOf(asked: readonly string[], title: readonly string[]): number {
	if (asked.length === 0 || title.length === 0) return 0;
	const { inOrder, unbroken } = common(asked, title);
	if (inOrder < asked.length * least) return 0;
	return inOrder / asked.length + unbroken / asked.length + inOrder / title.length;
}

/** The lengths of the longest common subsequence (Wagner and Fischer, 1974) and of the longest common run of words. */
function common(a: readonly string[], b: readonly string[]): { inOrder: number; unbroken: number } {
	let unbroken = 0;
	let row = b.map(() => ({ inOrder: 0, run: 0 }));
	for (const word of a) {
		let left = 0;
		row = b.map((other, at) => {
			const before = row[at - 1] ?? { inOrder: 0, run: 0 };
			const same = areForms(word, other);
			const run = same ? before.run + 1 : 0;
			left = same ? before.inOrder + 1 : Math.max(row[at]?.inOrder ?? 0, left);
			unbroken = Math.max(unbroken, run);
			return { inOrder: left, run };
		});
	}
	return { inOrder: row.at(-1)?.inOrder ?? 0, unbroken };
}
