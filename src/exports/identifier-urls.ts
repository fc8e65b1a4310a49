/** The page of a paper at arXiv, by its id without version. */
export function arxivUrl(arxivId: string): string {
	return `https://arxiv.org/abs/${encodedPath(arxivId)}`;
}

/** The paper itself at arXiv, in its newest version. */
export function arxivPdfUrl(arxivId: string): string {
	return `https://arxiv.org/pdf/${encodedPath(arxivId)}`;
}

/** Where a DOI leads. */
export function doiUrl(doi: string): string {
	return `https://doi.org/${encodedPath(doi)}`;
}

function encodedPath(text: string): string {
	return text.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
