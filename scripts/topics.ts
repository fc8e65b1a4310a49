import { join } from 'node:path';
import { evaluateTopics } from '../src/analysis/topic-evaluation.ts';
import { topicExplainer } from '../src/analysis/topic-explanation.ts';
import { foldedEvaluation } from '../src/analysis/topic-folds.ts';
import { uncoveredPhrases } from '../src/analysis/topic-gaps.ts';
import { matchLabels } from '../src/analysis/topic-labels.ts';
import { topicRecogniser, usualThresholds } from '../src/analysis/topics.ts';
import { DaybookError } from '../src/errors.ts';
import type { Topic } from '../src/records/archive.ts';
import { command, run } from './command.ts';
import { projectFolder } from './project-folder.ts';
import { readTopics } from './topic-files.ts';
import { type ArchivePaper, archivePapers, paperNamed } from './topics/archive-papers.ts';
import { readLabels } from './topics/labels-file.ts';
import { countLines, evaluationLines, explanationLines, foldSentence, phraseLines } from './topics/lines.ts';

interface Options {
	archive: string;
	topics: string;
	json: boolean;
	/** A paper. */
	explain?: string;
	unsorted: boolean;
	/** A file of labels. */
	evaluate?: string;
}

/** What a question comes to: a value for --json, and lines for people. */
interface Answer {
	value: unknown;
	lines: string[];
}

const program = command('topics', 'Recognises the topics of the papers of an archive, and tells how and how well.')
	.option('--archive <dir>', 'where the archive is', join(projectFolder, 'content/archive'))
	.option('--topics <dir>', 'where the topics are', join(projectFolder, 'content/topics'))
	.option('--explain <id>', 'show the terms found in a paper, by its id or address, and what they add up to')
	.option('--unsorted', 'show the phrases that papers without a topic share and no topic knows', false)
	.option('--evaluate <file>', 'compare with the topics that a reader gave: JSON Lines of titles and topics')
	.action((options: Options) => {
		const asked = [options.explain !== undefined, options.unsorted, options.evaluate !== undefined];
		if (asked.filter(Boolean).length > 1) {
			program.error('error: --explain, --unsorted and --evaluate are asked one at a time');
		}
		const topics = readTopics(options.topics);
		const papers = archivePapers(options.archive);
		const { value, lines } = answerTo(options, topics, papers);
		console.log(options.json ? JSON.stringify(value) : lines.join('\n'));
	});

function answerTo({ explain, unsorted, evaluate }: Options, topics: Topic[], papers: ArchivePaper[]): Answer {
	if (explain !== undefined) return explained(topics, paperNamed(papers, explain));
	if (evaluate !== undefined) return evaluated(topics, papers, evaluate);
	const recognise = topicRecogniser(topics);
	const given = papers.map((paper) => ({ paper, topics: recognise(paper) }));
	const without = given.filter((one) => one.topics.length === 0).map(({ paper }) => paper);
	if (unsorted) {
		const sorted = given.filter((one) => one.topics.length > 0).map(({ paper }) => paper);
		const phrases = uncoveredPhrases(topics, { unsorted: without, sorted });
		return {
			value: { papers: papers.length, unsorted: without.length, phrases },
			lines: phraseLines(phrases, papers.length, without.length),
		};
	}
	const counts = topics.map(({ slug, name }) => {
		return { slug, name, papers: given.filter((one) => one.topics.includes(slug)).length };
	});
	return {
		value: { papers: papers.length, unsorted: without.length, topics: counts },
		lines: countLines(counts, papers.length, without.length),
	};
}

function explained(topics: Topic[], paper: ArchivePaper): Answer {
	const { id, slug, title } = paper;
	const found = topicExplainer(topics)(paper);
	return {
		value: { id, slug, title, thresholds: usualThresholds, topics: found },
		lines: explanationLines(paper, found, usualThresholds),
	};
}

function evaluated(topics: Topic[], papers: ArchivePaper[], file: string): Answer {
	const labels = readLabels(
		file,
		topics.map(({ slug }) => slug),
	);
	const { matched, problems } = matchLabels(labels, papers);
	for (const { code, line, message } of problems) console.error(`problem ${code} ${file}:${line} ${message}`);
	if (matched.length === 0) {
		throw new DaybookError({
			code: 'topics/no-labels',
			message: 'No label of this file names a paper of this archive.',
			hint: 'name the archive that the labels are for with --archive',
			location: { file },
		});
	}
	const recognise = topicRecogniser(topics);
	const labelled = matched.map(({ label, paper }) => ({ ...paper, wanted: label.topics }));
	const plain = evaluateTopics(labelled.map((paper) => ({ ...paper, given: recognise(paper) })));
	const folded = foldedEvaluation(topics, labelled, new Map(papers.map((paper) => [paper.id, paper])));
	return {
		value: {
			...plain,
			thresholds: usualThresholds,
			fiveFold: folded,
			difference: foldSentence(plain, folded),
			problems,
		},
		lines: evaluationLines(plain, folded),
	};
}

await run(program);
