import { counted, countInWords, shareInWords } from '../charts/words.ts';
import type { Summary } from '../records/archive.ts';
import { catalogueOf } from './catalogue.ts';
import { entriesInWords } from './listing-words.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** What the page about the archive shows beside its prose. */
export interface AboutView {
	/** How much the archive holds, and of when. */
	holdings: string[];
	/** Of how many papers each thing is known. */
	known: { name: string; papers: string; share: string }[];
	sources: SourceRow[];
	/** What to write where this archive is cited; its address comes after it. */
	citation: string;
}

/** Who showed listings, how many, and on what terms. */
export interface SourceRow {
	name: string;
	listings: string;
	entries: string;
	/** One line for each kind of terms that its sidecars name. */
	rights: string[];
}

const names: Readonly<Record<keyof Summary['known'], string>> = {
	abstract: 'an abstract',
	date: 'a date',
	day: 'a date to the day',
	inferredYear: 'a date whose year was inferred',
	authorNames: 'the names of authors',
	authorCount: 'authors, or how many they are',
	organization: 'an organisation',
	arxivId: 'an arXiv id',
	doi: 'a DOI',
	code: 'an address of code',
	comments: 'the number of comments',
	upvotes: 'the number of upvotes',
	topics: 'a topic',
};

const fields = [
	'abstract',
	'date',
	'day',
	'inferredYear',
	'authorCount',
	'authorNames',
	'organization',
	'arxivId',
	'doi',
	'code',
	'comments',
	'upvotes',
	'topics',
] as const satisfies readonly (keyof Summary['known'])[];

export function aboutView(source: ArchiveSource): AboutView {
	const { summary, report } = source;
	return {
		holdings: holdingsOf(source),
		known:
			summary.papers === 0
				? []
				: fields.map((field) => ({
						name: names[field],
						papers: countInWords(summary.known[field]),
						share: shareInWords(summary.known[field] / summary.papers),
					})),
		sources: summary.sources.map(({ source: name, listings, entries, rights }) => ({
			name: name ?? 'not stated',
			listings: countInWords(listings),
			entries: countInWords(entries),
			rights: rights.map(({ licence, note }) =>
				[licence === null ? 'No licence is stated.' : `Licence: ${licence}.`, note ?? ''].filter(Boolean).join(' '),
			),
		})),
		citation: `Daybook. ${counted(report.papers, 'paper')} from ${counted(report.listings.length, 'captured listing')}${
			summary.newest === null ? '' : `, the newest of ${dateInWords(summary.newest.captured)}`
		}.`,
	};
}

function holdingsOf(source: ArchiveSource): string[] {
	const { summary, report } = source;
	const { years, days } = catalogueOf(source);
	const [first, last] = [[...years.keys()][0], [...years.keys()].at(-1)];
	const span = first === undefined ? '' : first === last ? `, of ${first}` : `, from ${first} to ${last}`;
	const undated = summary.undated === 0 ? '' : `; ${countInWords(summary.undated)} of them have no date`;
	return [
		`${counted(summary.papers, 'paper')}${span}${undated}.`,
		`${counted(report.listings.length, 'captured listing')} with ${entriesInWords(report.entries)}, of which ${countInWords(report.merged)} were merged into the paper of another.`,
		`Papers of ${counted(days.size, 'day')}, ${counted(summary.topics.length, 'topic')} and ${counted(summary.organizations.length, 'organisation')}.`,
	];
}
