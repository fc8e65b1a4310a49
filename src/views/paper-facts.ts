import { type Gain, momentumOf } from '../analysis/momentum.ts';
import { counted, countInWords } from '../charts/words.ts';
import { arxivUrl, doiUrl } from '../exports/identifier-urls.ts';
import type { EnrichedField } from '../records/archive.ts';
import { addressed } from '../records/organization.ts';
import type { Paper } from '../records/paper.ts';
import { organizationPath, periodPath, type SitePath } from './addresses.ts';
import { gainBetween } from './momentum-words.ts';
import { externalUrl } from './paper-links.ts';
import { dateInWords } from './words.ts';

/** One line of what is known of a paper. */
export interface Fact {
	label: string;
	values: FactValue[];
	/** Those that stay folded until a reader asks for them. */
	folded: FactValue[];
	/** How many more stand in a part of the page that has them all. */
	more: { count: string; anchor: string } | null;
	/** How we know it, where that needs saying. */
	note: string | null;
}

export interface FactValue {
	text: string;
	/** A page of this site. */
	path: SitePath | null;
	/** A page elsewhere. */
	url: string | null;
}

/** Of more authors than fit, the first are shown and the others folded: never only one or two of them. */
const authorsThatFit = 15;
const authorsShown = 12;
/** More than these would be a column beside nothing: they stand in a part of their own. */
const authorsThatFold = 60;

/** Stands beside what no listing states, and a search for the title found. */
export const foundNote = 'found by its title';

/**
 * What listings state of a paper, and what they do not state where a reader would look for it. What was `found` by its
 * title says so.
 */
export function paperFacts(paper: Paper, found: readonly EnrichedField[] = []): Fact[] {
	const momentum = momentumOf(paper.appearances);
	const marked = (field: EnrichedField, line: Fact) =>
		found.includes(field) ? { ...line, note: [foundNote, line.note].filter(Boolean).join(', ') } : line;
	return [
		listed(paper),
		marked('published', published(paper)),
		marked('authors', authors(paper)),
		organization(paper),
		paper.venue === null ? null : fact('Venue', paper.venue),
		paper.arxivId === null
			? null
			: marked(
					'arxivId',
					identifier(
						'arXiv',
						paper.version === null ? paper.arxivId : `${paper.arxivId}, version ${paper.version}`,
						arxivUrl(paper.arxivId),
					),
				),
		paper.doi === null ? null : identifier('DOI', paper.doi, doiUrl(paper.doi)),
		count('Comments', paper.comments, momentum?.comments),
		count('Upvotes', paper.upvotes, momentum?.upvotes),
	].filter((line) => line !== null);
}

function fact(label: string, text: string, note: string | null = null): Fact {
	return { label, values: [{ text, path: null, url: null }], folded: [], more: null, note };
}

function identifier(label: string, text: string, url: string): Fact {
	return { ...fact(label, text), values: [{ text, path: null, url }] };
}

function count(label: string, known: number | null, gain: Gain | null = null): Fact | null {
	return known === null ? null : fact(label, countInWords(known), gain && gainBetween(gain));
}

function listed({ listedOn, listedAlso }: Paper): Fact | null {
	if (listedOn === null) return null;
	const days = [listedOn, ...listedAlso];
	return {
		label: 'Listed on',
		values: days.map((day, nth) => ({ text: dateInWords(day), path: nth === 0 ? periodPath(day) : null, url: null })),
		folded: [],
		more: null,
		note: null,
	};
}

function published(paper: Paper): Fact {
	const { listedOn, published, publishedYear } = paper;
	if (published === null) return fact('Published', 'not stated');
	const path = listedOn === null ? periodPath(published) : null;
	return {
		label: 'Published',
		values: [{ text: dateInWords(published), path, url: null }],
		folded: [],
		more: null,
		note: publishedYear === 'inferred' ? 'year inferred' : null,
	};
}

function authors({ authors: named, authorCount }: Paper): Fact {
	if (named.length === 0) {
		return authorCount === null
			? fact('Authors', 'not stated')
			: fact('Authors', counted(authorCount, 'author'), 'names not stated');
	}
	const values = named.map(nameOf);
	const shown = values.length > authorsThatFit ? authorsShown : values.length;
	const unnamed = (authorCount ?? 0) - named.length;
	return {
		label: 'Authors',
		values: values.slice(0, shown),
		folded: values.length > authorsThatFold ? [] : values.slice(shown),
		more:
			values.length > authorsThatFold
				? { count: `and ${countInWords(values.length - shown)} more`, anchor: 'authors' }
				: null,
		note: unnamed > 0 ? `and ${countInWords(unnamed)} more` : null,
	};
}

/** All authors, where they are too many to stand among the facts; else null. */
export function authorsApart({ authors: named }: Paper): FactValue[] | null {
	return named.length > authorsThatFold ? named.map(nameOf) : null;
}

function nameOf({ name, url }: Paper['authors'][number]): FactValue {
	return { text: name, path: null, url: url === null ? null : externalUrl(url) };
}

function organization({ organization }: Paper): Fact | null {
	const known = organization && addressed(organization);
	if (known === null) return null;
	const { name, slug } = known;
	return {
		label: 'Organisation',
		values: [{ text: name, path: organizationPath(slug), url: null }],
		folded: [],
		more: null,
		note: null,
	};
}
