import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Merged, mergeListings } from '../../src/listings/merge.ts';
import { listingsOf } from './captured-folder.ts';

const cases = join(import.meta.dirname, '../fixtures/merging');

describe.each(readdirSync(cases))('%s', (name) => {
	const listings = listingsOf(join(cases, name, 'listings'));

	test('merges as the reviewed file says', async () => {
		const summary = `${JSON.stringify(summaryOf(mergeListings(listings)), null, '\t')}\n`;
		await expect(summary).toMatchFileSnapshot(join(cases, name, 'expected.json'));
	});

	test('gives the same in every order of its files', () => {
		const expected = mergeListings(listings);
		for (const order of ordersOf(listings)) expect(mergeListings(order)).toEqual(expected);
	});
});

/** What identity decides, short enough to be reviewed by reading. */
function summaryOf({ papers, shared, problems }: Merged) {
	return {
		papers: papers.map((paper) => ({
			id: paper.id,
			ids: paper.ids,
			slug: paper.slug,
			aliases: paper.aliases,
			title: paper.title,
			abstract: `${paper.abstract?.slice(0, 40)}…${paper.abstract?.slice(-20)}`,
			abstractCut: paper.abstractCut,
			authorCount: paper.authorCount,
			published: `${paper.published} ${paper.publishedYear}`,
			listed: [paper.listedOn, ...paper.listedAlso],
			counts: `${paper.comments} comments, ${paper.upvotes} upvotes`,
			appearances: paper.appearances.map(({ listing, position }) => `${listing}#${position}`),
			conflicts: paper.conflicts,
		})),
		shared,
		problems: problems.map(({ file, problem }) => `${file} ${problem.code} ${problem.message}`),
	};
}

function ordersOf<T>(items: readonly T[]): T[][] {
	if (items.length < 2) return [[...items]];
	return items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
