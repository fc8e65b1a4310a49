import { made } from './made.ts';

const ways: readonly (readonly [typed: string, meaning: string])[] = [
	['"late interaction"', 'these words in this order'],
	['retrieval -medical', 'papers without a word'],
	['topic:reasoning', 'papers of a topic'],
	['year:2019..2021', 'papers of these years; also year:2020 or year:2020..'],
	['org:google', 'papers of an organisation'],
	['2511.01234', 'the paper of an arXiv id, a DOI, or the address of either'],
];

/** How to search, to be unfolded. */
export function searchHelp(): HTMLDetailsElement {
	return made(
		'details',
		{ class: 'search-help' },
		made('summary', {}, 'How to search'),
		made(
			'dl',
			{},
			...ways.map(([typed, meaning]) =>
				made('div', {}, made('dt', {}, made('code', {}, typed)), made('dd', {}, meaning)),
			),
		),
		made(
			'p',
			{},
			'Words are found in titles, abstracts and names of authors, in any order. The last one may be half typed.',
		),
	);
}
