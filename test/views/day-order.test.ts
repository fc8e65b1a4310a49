import { expect, test } from 'vitest';
import { dayOrder, orderInWords } from '../../src/views/day-order.ts';
import { archiveOf, paperOf } from './archive-of.ts';

type Known = [upvotes: number | null, comments: number | null];

test.each<[string, Known[], string, string | null]>([
	[
		'upvotes, the unknown last',
		[
			[3, 0],
			[null, 9],
			[0, 1],
			[30, 0],
		],
		'3 0 2 1',
		'Most upvoted first.',
	],
	[
		'comments where upvotes are equal',
		[
			[3, 1],
			[9, 0],
			[3, 2],
		],
		'1 2 0',
		'Most upvoted first.',
	],
	[
		'comments where no upvotes are known',
		[
			[null, 1],
			[null, 3],
			[null, null],
		],
		'1 0 2',
		'Most discussed first.',
	],
	[
		'comments where all upvotes are equal',
		[
			[2, 1],
			[2, 3],
		],
		'1 0',
		'Most discussed first.',
	],
	[
		'their ids, where nothing tells them apart',
		[
			[0, null],
			[null, 0],
			[null, null],
		],
		'2 1 0',
		null,
	],
])('a day is read by %s', (_, known, order, words) => {
	const papers = known.map(([upvotes, comments], nth) =>
		paperOf({ id: `doi:${nth}`, slug: `p-${nth}`, title: String(nth), listedOn: '2025-11-24', upvotes, comments }),
	);
	const { papers: ordered, by } = dayOrder(archiveOf(papers).index);
	expect(
		ordered
			.map(({ title }) => title)
			.reverse()
			.join(' '),
	).toBe(order);
	expect(orderInWords(by)).toBe(words);
});
