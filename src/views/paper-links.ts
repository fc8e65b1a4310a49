import { arxivPdfUrl, arxivUrl, doiUrl } from '../exports/identifier-urls.ts';
import type { Link } from '../records/listing.ts';
import type { Paper } from '../records/paper.ts';

/** A way out of the site. */
export interface ExternalLink {
	/** What it is: `Code`, `arXiv`. */
	label: string;
	/** What is shown of the address; null when the label says enough. */
	text: string | null;
	url: string;
}

const kindNames: Readonly<Record<Link['kind'], string>> = {
	code: 'Code',
	model: 'Model',
	data: 'Data',
	project: 'Project page',
	paper: 'Paper',
	other: 'Link',
};

/** The address, when it is one of the web; null for anything else a listing may call an address. */
export function externalUrl(text: string): string | null {
	const url = URL.parse(text);
	return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
}

/** The links that a paper's listings give, each once. */
export function linksOfPaper({ links }: Pick<Paper, 'links'>): ExternalLink[] {
	const found = new Map<string, ExternalLink>();
	for (const { url, kind } of links) {
		const safe = externalUrl(url);
		if (safe === null || found.has(safe)) continue;
		found.set(safe, { label: kindNames[kind], text: shownAddress(safe), url: safe });
	}
	return [...found.values()];
}

/** Where a paper can be looked up: by its identifiers, or, when it has none that we know, by its title. */
export function lookupsOf({ arxivId, doi, title }: Pick<Paper, 'arxivId' | 'doi' | 'title'>): ExternalLink[] {
	const known = [
		...(arxivId === null
			? []
			: [
					{ label: 'arXiv', text: null, url: arxivUrl(arxivId) },
					{ label: 'PDF', text: null, url: arxivPdfUrl(arxivId) },
				]),
		...(doi === null ? [] : [{ label: 'DOI', text: null, url: doiUrl(doi) }]),
	];
	return known.length > 0 ? known : titleSearches(title);
}

function titleSearches(title: string): ExternalLink[] {
	const search = (label: string, address: string, query: Record<string, string>) => ({
		label,
		text: null,
		url: `${address}?${new URLSearchParams(query)}`,
	});
	return [
		search('arXiv', 'https://arxiv.org/search/', { searchtype: 'title', query: title }),
		search('Google Scholar', 'https://scholar.google.com/scholar', { q: `"${title}"` }),
		search('Semantic Scholar', 'https://www.semanticscholar.org/search', { q: title }),
		search('OpenReview', 'https://openreview.net/search', { term: title }),
	];
}

function shownAddress(url: string): string {
	const text = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
