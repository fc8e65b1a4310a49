import type { TopicEvaluation } from '../../src/analysis/topic-evaluation.ts';
import type { ExplainedTerm, ExplainedTopic } from '../../src/analysis/topic-explanation.ts';
import type { TopicFold } from '../../src/analysis/topic-folds.ts';
import type { UncoveredPhrase } from '../../src/analysis/topic-gaps.ts';
import type { TopicThresholds } from '../../src/analysis/topics.ts';

/** The topics with the number of papers of each, and those that have none. */
export function countLines(topics: readonly { slug: string; papers: number }[], papers: number, unsorted: number) {
	const rows = topics.map(({ slug, papers: count }) => [slug, String(count)]);
	return [...table([['topic', 'papers'], ...rows]), '', `${unsorted} of ${named(papers, 'paper')} have no topic.`];
}

export function explanationLines(
	paper: { id: string; title: string },
	topics: readonly ExplainedTopic[],
	{ best, further }: TopicThresholds,
): string[] {
	const given = topics.filter((topic) => topic.given).length;
	return [
		`${paper.title} (${paper.id})`,
		`The best topic needs ${best}, each further one ${further}. ${given === 0 ? 'None reaches it.' : ''}`.trim(),
		...topics.flatMap((topic) => ['', topicLine(topic), ...topic.terms.map(termLine)]),
		...(topics.length === 0 ? ['', 'No term of any topic is in it.'] : []),
	];
}

function topicLine({ slug, score, given, needed }: ExplainedTopic): string {
	if (needed === null) return `${slug}: ${points(score)}, not given: five others score more`;
	return `${slug}: ${points(score)}, ${given ? 'given' : 'not given'}: needs ${needed}`;
}

function termLine({ where, term, weight, points: added, before, found, after, notCountedFor }: ExplainedTerm): string {
	const place = [before, `[${found}]`, after].filter((words) => words !== '').join(' ');
	const adds =
		notCountedFor === null
			? `+${points(added)}`
			: notCountedFor.kind === 'not-term'
				? `0, excluded by “${notCountedFor.term}”`
				: `0, its words count for “${notCountedFor.term}”`;
	return `  ${where.padEnd(8)} “${term}” (weight ${weight}) ${adds}: ${place}`;
}

export function phraseLines(phrases: readonly UncoveredPhrase[], papers: number, unsorted: number): string[] {
	const head = `${unsorted} of ${named(papers, 'paper')} have no topic.`;
	if (phrases.length === 0) return [head, 'They share no phrase that other papers have less often.'];
	const rows = phrases.map(({ phrase, papers: count, sorted, examples }) => [
		phrase,
		String(count),
		String(sorted),
		examples.map((title) => shortened(title, 50)).join(' | '),
	]);
	return [head, '', ...table([['phrase', 'unsorted', 'sorted', 'for example'], ...rows])];
}

export function evaluationLines(
	plain: TopicEvaluation,
	folded: { folds: readonly TopicFold[]; evaluation: TopicEvaluation },
): string[] {
	const { papers, all, macroPrecision, macroRecall, bestRight, topics, wrong } = plain;
	const rows = topics.map(({ topic, precision, recall, wanted }) => [
		topic,
		share(precision),
		share(recall),
		String(wanted),
	]);
	const list = (name: string, slugs: readonly string[]) => (slugs.length === 0 ? [] : [`${name}: ${slugs.join(', ')}`]);
	return [
		...table([['topic', 'P', 'R', 'n'], ...rows]),
		'',
		...(wrong.length === 0 ? [] : [`${named(wrong.length, 'paper')} with other topics than their labels:`]),
		...wrong.map(
			(paper) => `  ${[paper.title, ...list('false', paper.false), ...list('missed', paper.missed)].join('; ')}`,
		),
		...(wrong.length === 0 ? [] : ['']),
		`${named(papers, 'paper')}, ${all.wanted} labels, ${all.given} topics given, ${all.right} right; the best right for ${bestRight}.`,
		...table([
			['', 'P', 'R'],
			['micro', share(all.precision), share(all.recall)],
			['macro', share(macroPrecision), share(macroRecall)],
			['micro, five folds', share(folded.evaluation.all.precision), share(folded.evaluation.all.recall)],
			['macro, five folds', share(folded.evaluation.macroPrecision), share(folded.evaluation.macroRecall)],
		]),
		foldSentence(plain, folded),
	];
}

/** What the five-fold figures say beside the plain ones. */
export function foldSentence(
	{ all }: TopicEvaluation,
	{ folds, evaluation }: { folds: readonly TopicFold[]; evaluation: TopicEvaluation },
): string {
	const leftOut = folds.reduce((sum, fold) => sum + fold.termsLeftOut, 0);
	const changes = [
		change('precision', all.precision, evaluation.all.precision),
		change('recall', all.recall, evaluation.all.recall),
	];
	return (
		`With thresholds chosen on the other folds, and without the ${named(leftOut, 'term')} that only papers of one fold have, ` +
		`${changes.join(' and ')}: what is fitted to these papers, or too rare in this archive to tell.`
	);
}

function change(name: string, plain: number | null, folded: number | null): string {
	const by = Math.round(((folded ?? 0) - (plain ?? 0)) * 1000);
	return by === 0
		? `${name} is the same`
		: `${name} is ${(Math.abs(by) / 1000).toFixed(3)} ${by < 0 ? 'lower' : 'higher'}`;
}

/** Columns side by side, the first to the left. */
function table(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	return rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd(),
	);
}

function named(count: number, one: string): string {
	return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function share(value: number | null): string {
	return value === null ? '–' : value.toFixed(3);
}

function points(score: number): string {
	return String(Math.round(score * 100) / 100);
}

function shortened(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
