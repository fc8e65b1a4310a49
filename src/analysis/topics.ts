import type { Topic } from '../records/archive.ts';
import { compare } from '../records/order.ts';
import type { Slug } from '../records/paper.ts';
import { wordsOf } from '../records/title-key.ts';
import { type TermHit, termFinder } from './topic-terms.ts';

/** What a recogniser reads of a paper. */
export interface TopicText {
	title: string;
	abstract: string | null;
}

/** What a topic's score must reach: the best one's, and each further one's, which is not the lower. */
export interface TopicThresholds {
	best: number;
	further: number;
}

/** The terms and not-terms found in a paper. */
export interface TopicHits {
	title: TermHit[];
	abstract: TermHit[];
}

/** How much of a term's weight a hit counts. */
export const hitFactor = { title: 5, abstract: 1 } as const;
/** Chosen on hand-labelled papers: the further nearly a title's hit. */
export const usualThresholds: TopicThresholds = { best: 3, further: 4.5 };
export const mostTopics = 5;

/** A topic, by its place in the taxonomy, and its score. */
export interface TopicScore {
	topic: number;
	score: number;
}

/**
 * A function that names the topics of a text, best first, at most five, ties by slug. The best must score
 * `thresholds.best`, each further one `thresholds.further`. `termFinder` says where a term is found, `topicScores` how
 * much it counts.
 */
export function topicRecogniser(
	topics: readonly Topic[],
	thresholds: TopicThresholds = usualThresholds,
): (text: TopicText) => Slug[] {
	const find = topicFinder(topics);
	return (text) => chosenTopics(topics, topicScores(find(text)), thresholds);
}

/** A function that finds the terms and not-terms of all topics in a paper. */
export function topicFinder(topics: readonly Topic[]): (text: TopicText) => TopicHits {
	const find = termFinder(topics);
	return ({ title, abstract }) => ({
		title: find(wordsOf(title)),
		abstract: abstract === null ? [] : find(wordsOf(abstract)),
	});
}

/**
 * The score of each topic that has one: the sum of the weights of its terms found, five times in the title. See
 * `countedHits` for those that count.
 */
export function topicScores(hits: TopicHits): Map<number, number> {
	const scores = new Map<number, number>();
	for (const where of ['title', 'abstract'] as const) {
		for (const { topic, weight } of countedHits(hits[where])) {
			scores.set(topic, rounded((scores.get(topic) ?? 0) + hitFactor[where] * (weight ?? 0)));
		}
	}
	return scores;
}

/** Topics by their scores, best first, ties by slug. */
export function rankedTopics(topics: readonly Topic[], scores: ReadonlyMap<number, number>): TopicScore[] {
	const slugOf = ({ topic }: TopicScore) => topics[topic]?.slug ?? '';
	return [...scores]
		.map(([topic, score]) => ({ topic, score }))
		.sort((a, b) => b.score - a.score || compare(slugOf(a), slugOf(b)));
}

/** What the topic at a rank, from 0, must score. */
export function neededScore(rank: number, { best, further }: TopicThresholds): number {
	return rank === 0 ? best : further;
}

/** The topics that a paper of these scores gets. */
export function chosenTopics(
	topics: readonly Topic[],
	scores: ReadonlyMap<number, number>,
	thresholds: TopicThresholds,
): Slug[] {
	return rankedTopics(topics, scores)
		.slice(0, mostTopics)
		.filter(({ score }, rank) => score >= neededScore(rank, thresholds))
		.flatMap(({ topic }) => topics[topic]?.slug ?? []);
}

/**
 * Of the hits in one text those that count: none within the words of a not-term of its topic, and of those of a topic
 * that share a word the heaviest, among equals the first, then the longest.
 */
export function countedHits(hits: readonly TermHit[]): TermHit[] {
	const excluded = hits.filter(({ weight }) => weight === null);
	const counted: TermHit[] = [];
	const heaviestFirst = hits
		.filter((hit) => hit.weight !== null && !excluded.some((not) => covers(not, hit)))
		.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || a.first - b.first || b.last - a.last);
	for (const hit of heaviestFirst) {
		if (!counted.some((other) => sharesWord(other, hit))) counted.push(hit);
	}
	return counted;
}

/** Whether a not-term removes a hit: it is of the same topic and holds all of its words. */
export function covers(not: TermHit, hit: TermHit): boolean {
	return not.topic === hit.topic && not.first <= hit.first && hit.last <= not.last;
}

export function sharesWord(one: TermHit, other: TermHit): boolean {
	return one.topic === other.topic && one.first <= other.last && other.first <= one.last;
}

/** Without what binary fractions leave: six terms of weight 0.6 reach 3.6. */
function rounded(score: number): number {
	return Math.round(score * 1e6) / 1e6;
}
