import { stringify } from 'csv-stringify/sync';
import type { PublishedPaper } from '../records/published-paper.ts';

/** A column of `data/csv/`. */
interface Column {
	/** What it holds, for readers; null where it is what the key of its name holds in the JSON Lines. */
	meaning: string | null;
	/** Null is an empty field. */
	value(paper: PublishedPaper): string | number | null;
}

const listed = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '));

/** The columns in their order: what a table can hold of a paper, by the names that the JSON Lines have. */
export const csvColumns = {
	id: { meaning: null, value: ({ id }) => id },
	slug: { meaning: null, value: ({ slug }) => slug },
	title: { meaning: null, value: ({ title }) => title },
	authors: {
		meaning: 'Their names, with a semicolon between them.',
		value: ({ authors }) => listed(authors.map(({ name }) => name)),
	},
	authorCount: { meaning: null, value: ({ authorCount }) => authorCount },
	organization: { meaning: 'The name of the organisation.', value: ({ organization }) => organization?.name ?? null },
	published: { meaning: null, value: ({ published }) => published },
	publishedYear: { meaning: null, value: ({ publishedYear }) => publishedYear },
	listedOn: { meaning: null, value: ({ listedOn }) => listedOn },
	comments: { meaning: null, value: ({ comments }) => comments },
	upvotes: { meaning: null, value: ({ upvotes }) => upvotes },
	arxivId: { meaning: null, value: ({ arxivId }) => arxivId },
	doi: { meaning: null, value: ({ doi }) => doi },
	venue: { meaning: null, value: ({ venue }) => venue },
	language: { meaning: null, value: ({ language }) => language },
	topics: { meaning: 'Slugs of its topics, best first.', value: ({ topics }) => listed(topics) },
	appearances: { meaning: 'In how many entries it was seen.', value: ({ appearances }) => appearances.length },
} satisfies Record<string, Column>;

const columns: readonly Column[] = Object.values(csvColumns);

/** The first line of each CSV file, after a mark by which spreadsheets know UTF-8. */
export function csvHeader(): string {
	return `\uFEFF${stringify([Object.keys(csvColumns)])}`;
}

/**
 * Papers as lines of CSV. A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or
 * a return) has an apostrophe before it: the tables are made to be opened in spreadsheets, and the JSON Lines have the
 * text as it is.
 */
export function csvLines(papers: readonly PublishedPaper[]): string {
	return stringify(
		papers.map((paper) => columns.map(({ value }) => value(paper))),
		{ escape_formulas: true },
	);
}
