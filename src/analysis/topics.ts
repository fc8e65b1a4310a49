import type { Topic } from '../records/archive.ts';
import type { Slug } from '../records/paper.ts';
import { wordsOf } from '../records/title-key.ts';

/** What a recogniser reads of a paper. */
export interface TopicText {
	title: string;
	abstract: string | null;
}

/** How much of a term's weight a hit counts. */
const titleHit = 5;
const abstractHit = 1;
/** What the best topic must reach, and what each further one: about a title's hit. Chosen on hand-labelled papers. */
const leastBest = 3;
const leastFurther = 5;
const mostTopics = 5;
/** A term of so few letters and digits is a word of its own, or its plural: "gan" is not in "gang". */
const longestWholeWord = 4;

/** What ends at a node of the trie: a term of a topic, or one of its not-terms (weight null). */
interface End {
	topic: number;
	weight: number | null;
	wholeWord: boolean;
}

interface TrieNode {
	next: Map<number, TrieNode>;
	ends: End[];
}

/** Words `first` to `last` of a text, where a term of a topic was found. */
interface Hit {
	topic: number;
	weight: number | null;
	first: number;
	last: number;
}

/**
 * A function that names the topics of a text, best first, at most five, ties by slug.
 *
 * A term is found where it stands at the beginning of a word, whatever its case and accents; hyphens and spaces
 * count for nothing, so that "pre-train" also finds "pretraining" and "pre training". All terms of all topics are
 * looked for in one pass. Per topic and word, only the heaviest hit counts. A hit within the words of one of the
 * topic's not-terms does not count.
 */
export function topicRecogniser(topics: readonly Topic[]): (text: TopicText) => Slug[] {
	const trie = trieOf(topics);

	return ({ title, abstract }) => {
		const scores = new Map<number, number>();
		addScores(scores, trie, title, titleHit);
		if (abstract !== null) addScores(scores, trie, abstract, abstractHit);
		return [...scores]
			.flatMap(([topic, score]) => {
				const slug = topics[topic]?.slug;
				return slug === undefined ? [] : [{ slug, score }];
			})
			.sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
			.filter(({ score }, rank) => score >= (rank === 0 ? leastBest : leastFurther))
			.slice(0, mostTopics)
			.map(({ slug }) => slug);
	};
}

function addScores(scores: Map<number, number>, trie: TrieNode, text: string, factor: number): void {
	const hits = hitsIn(trie, wordsOf(text));
	const excluded = hits.filter(({ weight }) => weight === null);
	const heaviest = new Map<string, { topic: number; weight: number }>();
	for (const hit of hits) {
		const { topic, weight, first } = hit;
		if (weight === null || excluded.some((not) => covers(not, hit))) continue;
		const place = `${topic} ${first}`;
		if (weight > (heaviest.get(place)?.weight ?? 0)) heaviest.set(place, { topic, weight });
	}
	for (const { topic, weight } of heaviest.values()) {
		scores.set(topic, (scores.get(topic) ?? 0) + factor * weight);
	}
}

function covers(not: Hit, hit: Hit): boolean {
	return not.topic === hit.topic && not.first <= hit.first && hit.last <= not.last;
}

function hitsIn(trie: TrieNode, words: readonly string[]): Hit[] {
	const hits: Hit[] = [];
	for (let first = 0; first < words.length; first++) {
		let node: TrieNode | undefined = trie;
		for (let last = first; node && node.next.size > 0 && last < words.length; last++) {
			const word = words[last] ?? '';
			for (let at = 0; node && at < word.length; at++) {
				node = node.next.get(word.charCodeAt(at));
				for (const { topic, weight, wholeWord } of node?.ends ?? []) {
					if (!wholeWord || (last === first && isWordEnd(word, at + 1))) hits.push({ topic, weight, first, last });
				}
			}
		}
	}
	return hits;
}

/** Whether nothing of a word but a plural's s is left at `at`. */
function isWordEnd(word: string, at: number): boolean {
	return at === word.length || (at === word.length - 1 && word.endsWith('s'));
}

function trieOf(topics: readonly Topic[]): TrieNode {
	const root: TrieNode = { next: new Map(), ends: [] };
	topics.forEach(({ terms, notTerms }, topic) => {
		for (const { term, weight } of terms) addTerm(root, term, { topic, weight });
		for (const term of notTerms) addTerm(root, term, { topic, weight: null });
	});
	return root;
}

function addTerm(root: TrieNode, term: string, end: Omit<End, 'wholeWord'>): void {
	const key = wordsOf(term).join('');
	let node = root;
	for (let at = 0; at < key.length; at++) {
		const code = key.charCodeAt(at);
		const next = node.next.get(code) ?? { next: new Map(), ends: [] };
		node.next.set(code, next);
		node = next;
	}
	if (key !== '') node.ends.push({ ...end, wholeWord: key.length <= longestWholeWord });
}
