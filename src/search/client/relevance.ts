import { wordsOf } from '../../records/title-key.ts';
import type { Ask, FoundIn } from './ask.ts';
import type { TitlePlaces } from './title-words.ts';
import { isEverywhere } from './vocabulary.ts';

/** How much more a word says of a paper in its title than elsewhere. Chosen by known items: `npm run bench`. */
const titleWeight = 10;

/** What a title that has the words in their order gains, and one that has few others, as parts of all words' weight. */
const orderWeight = 5;
const shareWeight = 3;

/** A word of a query as titles are looked through for it. */
interface TitleWord {
	/** Its place in the query, whose common words count. */
	place: number;
	weight: number;
	titles: TitlePlaces;
}

/**
 * How well the papers of a segment fit the words of a query, each of which they have. Of a word the weight is its inverse
 * document frequency in all that was searched (Robertson and Zaragoza, 2009, section 3), so that segments compare; it
 * counts more in a title, more where the title has the words in their order, and where it has few others. How often an
 * abstract has a word does not count.
 */
export async function relevanceIn(
	{ open }: FoundIn,
	found: readonly FoundIn[],
	ask: Ask,
): Promise<(number: number) => number> {
	const asked = [...ask.words, ...ask.phrases].flatMap(wordsOf);
	const weights = weightsOf(found, ask);
	const words: TitleWord[] = await Promise.all(
		[...asked.entries()]
			.filter(([, word]) => !isEverywhere(word))
			.map(async ([place, word]) => ({ place, weight: weights.get(word) ?? 1, titles: await open.inTitles(word) })),
	);
	const all = words.reduce((sum, { weight }) => sum + weight, 0);
	const lengths = words.length > 1 ? await open.column('titleLengths') : [];
	return (number) => {
		const inTitle = words.filter(({ titles }) => titles.has(number));
		const weight = inTitle.reduce((sum, word) => sum + word.weight, 0);
		const isMost = words.length > 1 && weight > all / 2;
		if (!isMost) return titleWeight * weight;
		const order = inOrderOf(inTitle, number) / all;
		const share = Math.min(1, inTitle.length / (lengths[number] ?? 1));
		return titleWeight * weight + all * (orderWeight * order + shareWeight * share);
	};
}

/** The weight of the words that stand in a title as far from each other as in the query: the most of them. */
function inOrderOf(words: readonly TitleWord[], number: number): number {
	const byShift = new Map<number, number>();
	for (const { place, weight, titles } of words) {
		for (const shift of new Set(titles.get(number)?.map((at) => at - place))) {
			byShift.set(shift, (byShift.get(shift) ?? 0) + weight);
		}
	}
	return Math.max(0, ...byShift.values());
}

/** Of each word of a query, and of the words of its phrases. */
function weightsOf(found: readonly FoundIn[], { telling, phrases }: Ask): Map<string, number> {
	const papers = found.reduce((sum, { open }) => sum + open.segment.papers, 0);
	return new Map(
		[...telling, ...phrases].flatMap((term, at) => {
			const having = found.reduce((sum, each) => sum + (each.having[at]?.size ?? 0), 0);
			const weight = Math.log(1 + (papers - having + 0.5) / (having + 0.5));
			return wordsOf(term).map((word) => [word, weight] as const);
		}),
	);
}
