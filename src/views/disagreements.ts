import { counted, countInWords } from '../charts/words.ts';
import type { Paper } from '../records/paper.ts';
import { listingPath, paperPath, type SitePath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { listingEntryPath } from './listing-groups.ts';
import { rangeInWords } from './lists.ts';
import type { NamedLink } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords, excerpt } from './words.ts';

export interface ListingLink {
	file: string;
	path: SitePath | null;
}

/** A fact of which the listings say different things. */
export interface Disagreement {
	field: string;
	values: { text: string; listing: ListingLink }[];
}

/** What the listings say of a paper that cannot all be so. */
export function disagreementsOf(source: ArchiveSource, { conflicts }: Pick<Paper, 'conflicts'>): Disagreement[] {
	return conflicts.map(({ field, values }) => ({
		field: fieldName(field),
		values: values.map(({ value, listing }) => ({ text: valueInWords(value), listing: listingLink(source, listing) })),
	}));
}

/** A paper on which listings disagree. */
export interface DisputedPaper extends NamedLink {
	/** BCP 47. */
	language: string | null;
	disagreements: Disagreement[];
}

/** `/listings/conflicts/`, or a part of it. */
export interface ConflictsView {
	path: SitePath;
	title: string;
	above: NamedLink[];
	lead: string;
	part: Part<DisputedPaper>;
}

/** The papers on which listings disagree, newest first. */
export function conflictsView(source: ArchiveSource, number: PartNumber): ConflictsView {
	const { conflicting } = source.summary;
	const path = '/listings/conflicts/';
	const part = partOf(conflicting, path, number);
	const title = 'Conflicts';
	return {
		path: partPath(path, number),
		title: number === null ? title : `${title}, ${rangeInWords(part)}`,
		above: [
			{ name: 'Listings', path: '/listings/' },
			...(number === null ? [] : [{ name: title, path: path as SitePath }]),
		],
		lead:
			conflicting.length === 0
				? 'The listings nowhere contradict each other.'
				: `Of ${counted(conflicting.length, 'paper')} of ${countInWords(source.index.length)} the listings say different things that cannot all be so. Each page shows the value of the most exact source, then the newest.`,
		part: { ...part, items: part.items.map((id) => disputed(source, source.paper(id))) },
	};
}

function disputed(source: ArchiveSource, paper: Paper): DisputedPaper {
	const { title, slug, language } = paper;
	return { name: title, path: paperPath(slug), language, disagreements: disagreementsOf(source, paper) };
}

/** The page that a listing has, by its path below the listings folder; of an entry of it, the place there. */
export function listingLink(source: ArchiveSource, file: string, position: number | null = null): ListingLink {
	const key = catalogueOf(source).listingKeys.get(file) ?? null;
	if (key === null) return { file, path: null };
	return { file, path: position === null ? listingPath(key) : listingEntryPath(source, key, position) };
}

const fieldNames: Readonly<Record<string, string>> = {
	abstract: 'the abstract',
	arxivId: 'the arXiv id',
	authorCount: 'the number of authors',
	authors: 'the authors',
	doi: 'the DOI',
	language: 'the language',
	listedOn: 'the day it was listed',
	organization: 'the organisation',
	published: 'the date of publication',
	title: 'the title',
	venue: 'the venue',
	version: 'the version',
};

/** A field in words. */
export function fieldName(field: string): string {
	return fieldNames[field] ?? field;
}

type ConflictValue = Paper['conflicts'][number]['values'][number]['value'];

function valueInWords(value: ConflictValue): string {
	if (value === null) return 'not stated';
	if (typeof value === 'string') return /^\d{4}(-\d{2}){0,2}$/.test(value) ? dateInWords(value) : excerpt(value, 300);
	if (Array.isArray(value)) return value.map(valueInWords).join(', ');
	if (typeof value === 'object')
		return 'name' in value ? valueInWords(value['name'] ?? null) : excerpt(JSON.stringify(value), 300);
	return String(value);
}
