import type { Paper } from '../records/paper.ts';
import { abstractToCite, authorsToCite, dateToCite } from './citation.ts';
import { arxivPdfUrl, arxivUrl, doiUrl } from './identifier-urls.ts';

/**
 * At most this many authors are described. A citation needs all of them and has them in its tags; a description need
 * not be complete, and 600 names twice would take more of a page than all else on it.
 */
const describedAuthors = 100;

/** The words of schema.org that a paper is described in; `test/exports/` holds them to the vocabulary. */
export interface ScholarlyArticle {
	'@type': 'ScholarlyArticle';
	headline: string;
	author?: { '@type': 'Person'; name: string }[];
	/** ISO 8601, as exact as known. */
	datePublished?: string;
	identifier?: { '@type': 'PropertyValue'; propertyID: 'arXiv' | 'DOI'; value: string }[];
	/** Pages elsewhere that stand for the same paper. */
	sameAs?: string[];
	abstract?: string;
	inLanguage?: string;
	/** The venue; sources do not say whether it is a journal or a conference. */
	isPartOf?: { '@type': 'CreativeWork'; name: string };
	/** The paper itself. */
	encoding?: { '@type': 'MediaObject'; contentUrl: string; encodingFormat: 'application/pdf' };
	creativeWorkStatus?: 'Withdrawn';
}

/** An article with its own address and the vocabulary, ready for a page. */
export type PlacedArticle = ScholarlyArticle & { '@context': 'https://schema.org'; url?: string };

/** What is known of a paper, in the words of schema.org; what is not known is left out. */
export function scholarlyArticle(paper: Paper): ScholarlyArticle {
	const { arxivId, doi, language, venue, withdrawn } = paper;
	const authors = authorsToCite(paper).slice(0, describedAuthors);
	const date = dateToCite(paper);
	const abstract = abstractToCite(paper);
	const sameAs = [...(arxivId === null ? [] : [arxivUrl(arxivId)]), ...(doi === null ? [] : [doiUrl(doi)])];
	return {
		'@type': 'ScholarlyArticle',
		headline: paper.title,
		...(authors.length > 0 && { author: authors.map(({ name }) => ({ '@type': 'Person', name })) }),
		...(date !== null && { datePublished: date }),
		...(sameAs.length > 0 && { identifier: identifiers(paper), sameAs }),
		...(abstract !== null && { abstract }),
		...(language !== null && { inLanguage: language }),
		...(venue !== null && { isPartOf: { '@type': 'CreativeWork', name: venue } }),
		...(arxivId !== null && {
			encoding: { '@type': 'MediaObject', contentUrl: arxivPdfUrl(arxivId), encodingFormat: 'application/pdf' },
		}),
		...(withdrawn !== null && { creativeWorkStatus: 'Withdrawn' }),
	};
}

/** The article at the absolute address of its page, where that is known. */
export function placedArticle(article: ScholarlyArticle, url: string | null): PlacedArticle {
	return { '@context': 'https://schema.org', ...(url !== null && { url }), ...article };
}

function identifiers({ arxivId, doi }: Paper): NonNullable<ScholarlyArticle['identifier']> {
	return [
		...(arxivId === null ? [] : [{ '@type': 'PropertyValue' as const, propertyID: 'arXiv' as const, value: arxivId }]),
		...(doi === null ? [] : [{ '@type': 'PropertyValue' as const, propertyID: 'DOI' as const, value: doi }]),
	];
}
