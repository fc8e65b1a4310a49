import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { readTopics } from '../../scripts/topic-files.ts';
import { readLabels } from '../../scripts/topics/labels-file.ts';
import { evaluateTopics } from '../../src/analysis/topic-evaluation.ts';
import { matchLabels } from '../../src/analysis/topic-labels.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { seedListings } from '../seeds.ts';
import { requireShared } from '../shared-material.ts';

test('the topics that Daybook brings along agree with a reader’s labels of the seed listings', (context) => {
	const file = requireShared(context, 'truth/topic-labels.jsonl');
	const topics = readTopics(resolve(import.meta.dirname, '../../content/topics'));
	const labels = readLabels(
		file,
		topics.map(({ slug }) => slug),
	);
	const { papers } = buildArchive(readListings(capturedFiles(seedListings), seedListings), topics);
	const { matched, problems } = matchLabels(
		labels,
		papers.map(({ title, topics: given, appearances }) => ({
			title,
			given,
			appearances: appearances.map(({ listing, position, values }) => ({ listing, position, title: values.title })),
		})),
	);
	expect(problems).toEqual([]);
	expect(matched).toHaveLength(labels.length);

	const { all, bestRight } = evaluateTopics(matched.map(({ label, paper }) => ({ ...paper, wanted: label.topics })));
	expect(all.precision, 'precision').toBeGreaterThanOrEqual(0.88);
	expect(all.recall, 'recall').toBeGreaterThanOrEqual(0.82);
	expect(bestRight / labels.length, 'the best topic is among the labels').toBeGreaterThanOrEqual(0.94);
});
