import type { Topic } from '../records/archive.ts';
import type { Slug } from '../records/paper.ts';
import { wordsOf } from '../records/title-key.ts';
import type { TermHit } from './topic-terms.ts';
import {
	countedHits,
	covers,
	hitFactor,
	mostTopics,
	neededScore,
	rankedTopics,
	sharesWord,
	type TopicText,
	type TopicThresholds,
	topicFinder,
	topicScores,
	usualThresholds,
} from './topics.ts';

/** A term found in a paper, and what it adds to the score of its topic. */
export interface ExplainedTerm {
	where: 'title' | 'abstract';
	term: string;
	weight: number;
	/** 0 when it does not count. */
	points: number;
	/** The words where it was found, as they are compared, and a few before and after. */
	before: string;
	found: string;
	after: string;
	/** The not-term, or the heavier term at the same words, because of which it does not count. */
	notCountedFor: { kind: 'not-term' | 'term'; term: string } | null;
}

/** A topic of which something was found in a paper. */
export interface ExplainedTopic {
	slug: Slug;
	name: string;
	score: number;
	given: boolean;
	/** What its score had to reach; null for a topic behind the most that a paper gets. */
	needed: number | null;
	/** Title first, in the order of the text. */
	terms: ExplainedTerm[];
}

const wordsAround = 4;

/** A function that tells how a paper comes to its topics: every topic with a term found, best first. */
export function topicExplainer(
	topics: readonly Topic[],
	thresholds: TopicThresholds = usualThresholds,
): (text: TopicText) => ExplainedTopic[] {
	const find = topicFinder(topics);
	return (text) => {
		const hits = find(text);
		const scores = topicScores(hits);
		const terms = (['title', 'abstract'] as const).flatMap((where) =>
			explainedHits(topics, hits[where], where, wordsOf(text[where] ?? '')),
		);
		// A topic of which all terms were excluded scores nothing, and is explained too.
		for (const { topic } of terms) if (!scores.has(topic)) scores.set(topic, 0);
		return rankedTopics(topics, scores).flatMap(({ topic, score }, rank) => {
			const known = topics[topic];
			if (known === undefined) return [];
			const needed = rank < mostTopics ? neededScore(rank, thresholds) : null;
			return {
				slug: known.slug,
				name: known.name,
				score,
				given: needed !== null && score >= needed,
				needed,
				terms: terms.filter((term) => term.topic === topic).map(({ explained }) => explained),
			};
		});
	};
}

function explainedHits(
	topics: readonly Topic[],
	hits: readonly TermHit[],
	where: 'title' | 'abstract',
	words: readonly string[],
): { topic: number; explained: ExplainedTerm }[] {
	const counted = countedHits(hits);
	const ofTerms = hits.filter(({ weight }) => weight !== null).sort((a, b) => a.first - b.first || a.last - b.last);
	const termText = ({ topic, term }: TermHit) => topics[topic]?.terms[term]?.term ?? '';
	const seen = new Set<string>();
	return ofTerms.flatMap((hit) => {
		// As written and by its stems: one hit.
		const place = `${hit.topic} ${hit.term} ${hit.first}`;
		if (seen.has(place)) return [];
		seen.add(place);
		const { topic, first, last } = hit;
		const weight = hit.weight ?? 0;
		const counts = counted.some((other) => other.topic === topic && other.term === hit.term && other.first === first);
		const not = hits.find((other) => other.weight === null && covers(other, hit));
		const heavier = counted.find((other) => sharesWord(other, hit));
		const notTerm = not && topics[topic]?.notTerms[not.term];
		return {
			topic,
			explained: {
				where,
				term: termText(hit),
				weight,
				points: counts ? hitFactor[where] * weight : 0,
				before: words.slice(Math.max(0, first - wordsAround), first).join(' '),
				found: words.slice(first, last + 1).join(' '),
				after: words.slice(last + 1, last + 1 + wordsAround).join(' '),
				notCountedFor:
					notTerm !== undefined
						? { kind: 'not-term', term: notTerm }
						: counts || heavier === undefined
							? null
							: { kind: 'term', term: termText(heavier) },
			},
		};
	});
}
