import type { PublishedPaper } from '../records/published-paper.ts';

/** What each key of a published paper holds, in the order of the keys; for readers of the data. */
export const publishedFields = {
	id: 'What identifies the paper: `arxiv:` and its arXiv id, else `doi:` and its DOI, else `t:` and a hash of its title.',
	ids: 'Every id that the entries of this paper would have had alone. A list that was kept by any of them still finds it.',
	slug: 'Its address: the page is at `/papers/<slug>/`.',
	aliases: 'Other slugs that lead to the same page.',
	title: 'The title as plain text.',
	abstract: 'The abstract as plain text.',
	abstractCut: '`true` where the capture cut the abstract off.',
	summary: 'What a source shows in the place of the abstract, often written by a machine.',
	authorCount: 'How many authors a source says there are.',
	authors:
		'Names in their order, each with an address where the source links one. Empty where only a number is known. What was found by the title, and no source says, is listed under `enrichment` in `report.json`.',
	organization: 'The organisation that the source names, with the slug that the source gives it.',
	published:
		'The date of publication that the source prints, in UTC: `2025`, `2025-11` or `2025-11-24`. It too may be found by the title.',
	publishedYear: '`explicit` where the source prints the year of that date, `inferred` where we worked it out.',
	listedOn: 'The first day whose daily list the paper was in, where the source says so.',
	listedAlso: 'Later days whose lists it was in.',
	comments: 'The newest known number of comments at the source.',
	upvotes: 'The newest known number of upvotes at the source.',
	arxivId: 'The arXiv id without its version. It too may be found by the title.',
	version: 'The newest known version at arXiv.',
	doi: 'The DOI, in lower case.',
	venue: 'Where it was published, in the words of the source.',
	language: 'The language of title and abstract, as a BCP 47 tag.',
	withdrawn: 'When and why it was withdrawn.',
	links: 'Addresses in the abstract or at the source; `kind` is code, model, data, project, paper or other.',
	topics: 'Slugs of the topics it was given here, best first. They are the work of this archive, not of its authors.',
	keyphrases: 'Phrases that say what it is about.',
	appearances:
		'Each entry that it was seen in: the listing, when that was captured, its place, and the values it had there.',
	conflicts: 'Fields of which the listings say different things, with each value and its listing.',
	corrected:
		'Fields that hold what no listing says: a maintainer corrected them, or arXiv was found to know them by the title. report.json tells which.',
	searchText: 'Other forms of words in its title and abstract, for searching.',
} satisfies Record<keyof PublishedPaper, string>;
