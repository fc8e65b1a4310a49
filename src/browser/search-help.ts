import type { Examples } from '../search/client/found.ts';
import { made } from './made.ts';
import { openedSearch } from './open-search.ts';

const ways: readonly (readonly [example: keyof Examples, form: string, meaning: string])[] = [
	['phrase', '"… …"', 'these words in this order'],
	['without', '… -…', 'papers without a word'],
	['topic', 'topic:…', 'papers of a topic'],
	['year', 'year:…', 'papers of a year, or of years from one to another'],
	['organization', 'org:…', 'papers of an organisation'],
];

/** How to search, to be unfolded: then the forms of queries become examples that find something in this archive. */
export function searchHelp(): HTMLDetailsElement {
	const codes = ways.map(([, form]) => made('code', {}, form));
	const help = made(
		'details',
		{ class: 'search-help' },
		made('summary', {}, 'How to search'),
		made(
			'dl',
			{},
			...ways.map(([, , meaning], at) => made('div', {}, made('dt', {}, codes[at] ?? ''), made('dd', {}, meaning))),
		),
		made(
			'p',
			{},
			'Words are found in titles, abstracts and names of authors, in any order. The last one may be half typed. ' +
				'An arXiv id, a DOI, or the address of either leads to its paper.',
		),
	);
	help.addEventListener('toggle', () => showExamples(codes), { once: true });
	return help;
}

async function showExamples(codes: readonly HTMLElement[]): Promise<void> {
	try {
		const examples = await (await openedSearch()).search.examples();
		for (const [at, [example, form]] of ways.entries()) codes[at]?.replaceChildren(examples[example] ?? form);
	} catch {
		// The forms say as much.
	}
}
