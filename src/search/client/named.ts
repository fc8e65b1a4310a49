import { titleKey } from '../../records/title-key.ts';
import { fileOfKey, type PaperPlace, shortKey, type TitleFile } from './keys.ts';
import type { SearchSeam } from './seam.ts';

const arxivId = String.raw`(\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?`;
const bareArxiv = new RegExp(`^(?:arxiv\\s*:?\\s*)?${arxivId}$`, 'iu');
/** Sites whose addresses of papers end in their arXiv id. */
const arxivAddress = new RegExp(
	`^(?:https?:\\/\\/)?(?:[\\w-]+\\.)*(?:arxiv|alphaxiv|ar5iv|huggingface|hf)\\.[a-z]+\\/(?:[\\w-]+\\/)+?${arxivId}(?:\\.pdf)?\\/?$`,
	'iu',
);
const doi = /^(?:doi\s*:?\s*)?(10\.\d{4,9}\/\S+)$/iu;
const doiAddress = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]+\/(?:\S*?\/)?(10\.\d{4,9}\/[^\s?#]+?)\/?$/iu;
const doiOfArxiv = /^10\.48550\/arxiv\.(.+)$/iu;

/** The id that a text is, as `arxiv:…` or `doi:…`: by itself, as it is cited, or as the address of a page of it. */
export function idIn(text: string): string | null {
	const typed = decoded(text)
		.replace(/\s*\[[\w.-]+\]\s*$/u, '')
		.replace(/^[\s<("'“]+|[\s>"'”.,;]+$/gu, '')
		// A bracket that was opened belongs to it: DOIs have such.
		.replace(/^([^(]*)\)[.,;]*$/u, '$1');
	const address = typed.replace(/[?#].*$/u, '');
	const name = doi.exec(typed)?.[1] ?? doiAddress.exec(address)?.[1];
	const arxiv = bareArxiv.exec(doiOfArxiv.exec(name ?? '')?.[1] ?? typed)?.[1] ?? arxivAddress.exec(address)?.[1];
	if (arxiv !== undefined) return `arxiv:${arxiv.toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//u, '$1/')}`;
	return name === undefined ? null : `doi:${name.toLowerCase()}`;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Where the papers are that a text names by a title or an id. Loads one small file. */
export async function papersNamed(
	text: string,
	{ titleFiles, read }: Pick<SearchSeam, 'titleFiles' | 'read'>,
): Promise<PaperPlace[]> {
	const name = idIn(text) ?? titleKey(text);
	if (name === '' || titleFiles === 0) return [];
	const key = shortKey(name);
	const bytes = await read(`titles/${fileOfKey(key, titleFiles)}.json`);
	const file: TitleFile = JSON.parse(new TextDecoder().decode(bytes));
	return file[key] ?? [];
}
