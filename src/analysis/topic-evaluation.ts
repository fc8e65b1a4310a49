import type { Slug } from '../records/paper.ts';

/** The topics that a reader gave a paper, and those that were recognised. */
export interface JudgedPaper {
	title: string;
	wanted: readonly Slug[];
	given: readonly Slug[];
}

/** How many labels there are, how many topics were given, and how many of these are right. */
export interface Agreement {
	wanted: number;
	given: number;
	right: number;
	/** Right ÷ given; null where none was given. */
	precision: number | null;
	/** Right ÷ wanted; null where none is wanted. */
	recall: number | null;
}

export interface TopicEvaluation {
	papers: number;
	/** Over all labels of all papers: micro-averages. */
	all: Agreement;
	/** Means over the topics that have one. */
	macroPrecision: number | null;
	macroRecall: number | null;
	/** Of how many papers with a topic the best one is among the labels. */
	bestRight: number;
	/** By slug, those that are neither wanted nor given left out. */
	topics: (Agreement & { topic: Slug })[];
	/** Papers whose topics are not the labels, in their order. */
	wrong: { title: string; right: Slug[]; false: Slug[]; missed: Slug[] }[];
}

/** How well the topics given to papers agree with a reader's. A function of sets: order within a paper counts only for the best. */
export function evaluateTopics(papers: readonly JudgedPaper[]): TopicEvaluation {
	const slugs = [...new Set(papers.flatMap(({ wanted, given }) => [...wanted, ...given]))].sort();
	const topics = slugs.map((topic) => ({ topic, ...agreementOn(papers, (slug) => slug === topic) }));
	return {
		papers: papers.length,
		all: agreementOn(papers, () => true),
		macroPrecision: meanOf(topics.map(({ precision }) => precision)),
		macroRecall: meanOf(topics.map(({ recall }) => recall)),
		bestRight: papers.filter(({ wanted, given: [best] }) => best !== undefined && wanted.includes(best)).length,
		topics,
		wrong: papers
			.map(({ title, wanted, given }) => ({
				title,
				right: given.filter((slug) => wanted.includes(slug)),
				false: given.filter((slug) => !wanted.includes(slug)),
				missed: wanted.filter((slug) => !given.includes(slug)),
			}))
			.filter((paper) => paper.false.length + paper.missed.length > 0),
	};
}

/** The harmonic mean of micro-precision and recall (F₁); 0 where either is 0 or unknown. */
export function balanceOf({ precision, recall }: Agreement): number {
	if (!precision || !recall) return 0;
	return (2 * precision * recall) / (precision + recall);
}

export function agreementOn(papers: readonly Omit<JudgedPaper, 'title'>[], of: (slug: Slug) => boolean): Agreement {
	let [wanted, given, right] = [0, 0, 0];
	for (const paper of papers) {
		const recognised = paper.given.filter(of);
		wanted += paper.wanted.filter(of).length;
		given += recognised.length;
		right += recognised.filter((slug) => paper.wanted.includes(slug)).length;
	}
	return { wanted, given, right, precision: ratio(right, given), recall: ratio(right, wanted) };
}

function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

function meanOf(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return ratio(
		known.reduce((sum, value) => sum + value, 0),
		known.length,
	);
}
