import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchAddress, titleQueries } from '../../src/sources/arxiv-titles.ts';

test.each<[title: string, queries: string[]]>([
	['Lanterns in the Harbour', ['ti:lanterns AND ti:harbour']],
	[
		'HarbourLM: Scaling Self-Supervised Lanterns to 3 Billion Ships for Autoregressive Tides',
		[
			'ti:harbourlm AND ti:scaling AND ti:supervised AND ti:lanterns AND ti:billion AND ti:autoregressive',
			'ti:supervised AND ti:lanterns AND ti:autoregressive',
		],
	],
	['Qwen2.5 Technical Report', ['ti:qwen2.5 AND ti:technical AND ti:report', 'ti:technical AND ti:report']],
	['BERT', ['ti:bert']],
	['“Lanterns’ Light”: (what’s) it worth?', ['ti:lanterns AND ti:light AND ti:worth']],
	['Bounds for nu^2 and O(n log n) on \\mathcal{H}', ['ti:bounds AND ti:log']],
	['Poincaré embeddings, revisited.', ['ti:embeddings AND ti:revisited']],
	[
		'lanterns AND nets OR knots ANDNOT sails',
		['ti:lanterns AND ti:nets AND ti:knots AND ti:sails', 'ti:lanterns AND ti:knots AND ti:sails'],
	],
	['灯笼照亮港口', []],
	['A of it', []],
])('%s', (title, queries) => {
	expect(titleQueries(title)).toEqual(queries);
});

test('no title brings syntax of its own into a query', () => {
	const syntax = fc.constantFrom(
		'"',
		'(',
		')',
		':',
		' AND ',
		' OR ',
		' ANDNOT ',
		'*',
		'?',
		'[',
		']',
		'+',
		'&',
		'ti:',
		'\\',
	);
	const pieces = fc.array(fc.oneof(syntax, fc.lorem({ maxCount: 3 }), fc.string({ unit: 'grapheme' })));
	fc.assert(
		fc.property(pieces, (parts) => {
			for (const query of titleQueries(parts.join(''))) {
				expect(query).toMatch(/^ti:[a-z\d]+(\.[a-z\d]+)*( AND ti:[a-z\d]+(\.[a-z\d]+)*){0,5}$/);
				expect(query).not.toMatch(/ti:(and|or|not|andnot)\b/);
				expect(new URL(searchAddress(query)).searchParams.get('search_query')).toBe(query);
			}
		}),
	);
});
