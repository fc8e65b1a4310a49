import type { Topic } from '../records/archive.ts';
import { sha256 } from '../records/hash.ts';
import type { Slug } from '../records/paper.ts';
import { agreementOn, balanceOf, evaluateTopics, type TopicEvaluation } from './topic-evaluation.ts';
import {
	chosenTopics,
	type TopicHits,
	type TopicText,
	type TopicThresholds,
	topicFinder,
	topicScores,
	usualThresholds,
} from './topics.ts';

/** A labelled paper, with what tells it from others: an id. */
export interface LabelledText extends TopicText {
	id: string;
	wanted: readonly Slug[];
}

export interface TopicFold {
	papers: number;
	/** Those that fit the labels of the other folds best. */
	thresholds: TopicThresholds;
	/** How many terms were left out: no paper outside of the fold has them. */
	termsLeftOut: number;
}

const foldCount = 5;
const halves = (from: number, to: number) => Array.from({ length: 2 * (to - from) + 1 }, (_, step) => from + step / 2);
const thresholdsTried: readonly TopicThresholds[] = halves(1, 5).flatMap((best) =>
	halves(best, 8).map((further) => ({ best, further })),
);

/**
 * What the evaluation would be if the papers had not shaped the taxonomy. Labelled papers fall into five folds by a
 * hash of their ids. The topics of each fold are recognised with the thresholds that fit the other four best (F₁; among
 * equals the nearest to the usual), and without the terms that no paper of the archive outside of the fold has: those
 * were found in these papers, and would find nothing else. `archive` holds the texts of all papers by id, the labelled
 * among them.
 */
export function foldedEvaluation(
	topics: readonly Topic[],
	labelled: readonly LabelledText[],
	archive: ReadonlyMap<string, TopicText>,
): { folds: TopicFold[]; evaluation: TopicEvaluation } {
	const find = topicFinder(topics);
	const read = labelled.map((paper) => ({ paper, fold: foldOf(paper.id), hits: find(paper) }));
	const papersWith = countPapers([...archive.values()].map((text) => find(text)));
	const folds = Array.from({ length: foldCount }, (_, fold) => {
		const held = read.filter((one) => one.fold === fold);
		const others = read.filter((one) => one.fold !== fold);
		const heldWith = countPapers(held.map(({ hits }) => hits));
		const isLeftOut = (key: string) => (papersWith.get(key) ?? 0) <= (heldWith.get(key) ?? 0);
		const leftOut = new Set([...heldWith.keys()].filter(isLeftOut));
		const thresholds = bestThresholds(
			topics,
			others.map(({ paper, hits }) => ({ wanted: paper.wanted, scores: topicScores(hits) })),
		);
		const judged = held.map(({ paper: { title, wanted }, hits }) => {
			const scores = topicScores(withoutTerms(hits, leftOut));
			return { title, wanted, given: chosenTopics(topics, scores, thresholds) };
		});
		return { summary: { papers: held.length, thresholds, termsLeftOut: leftOut.size }, judged };
	});
	return {
		folds: folds.map(({ summary }) => summary),
		evaluation: evaluateTopics(folds.flatMap(({ judged }) => judged)),
	};
}

function foldOf(id: string): number {
	return Number.parseInt(sha256(id).slice(0, 8), 16) % foldCount;
}

const keyOf = ({ topic, term }: { topic: number; term: number }) => `${topic} ${term}`;

/** In how many papers each term is. */
function countPapers(papers: readonly TopicHits[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { title, abstract } of papers) {
		const terms = [...title, ...abstract].filter(({ weight }) => weight !== null).map(keyOf);
		for (const key of new Set(terms)) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

function withoutTerms({ title, abstract }: TopicHits, leftOut: ReadonlySet<string>): TopicHits {
	const isKept = (hit: TopicHits['title'][number]) => hit.weight === null || !leftOut.has(keyOf(hit));
	return { title: title.filter(isKept), abstract: abstract.filter(isKept) };
}

function bestThresholds(
	topics: readonly Topic[],
	papers: readonly { wanted: readonly Slug[]; scores: ReadonlyMap<number, number> }[],
): TopicThresholds {
	const away = ({ best, further }: TopicThresholds) =>
		Math.abs(best - usualThresholds.best) + Math.abs(further - usualThresholds.further);
	const tried = thresholdsTried.map((thresholds) => {
		const judged = papers.map(({ wanted, scores }) => ({ wanted, given: chosenTopics(topics, scores, thresholds) }));
		return { thresholds, balance: balanceOf(agreementOn(judged, () => true)) };
	});
	tried.sort((a, b) => b.balance - a.balance || away(a.thresholds) - away(b.thresholds));
	return tried[0]?.thresholds ?? usualThresholds;
}
