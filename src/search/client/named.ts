import { titleKey } from '../../records/title-key.ts';
import { fileOfKey, type PaperPlace, shortKey, type TitleFile } from './keys.ts';
import type { SearchSeam } from './seam.ts';

const arxivNew = /^(?:arxiv:\s*|https?:\/\/\S*\/)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?\/?(?:[?#]\S*)?$/i;
const arxivOld = /^(?:arxiv:\s*|https?:\/\/\S*\/)?([a-z][a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\/?$/i;
const doiForm = /^(?:doi:\s*|https?:\/\/\S*?\/)?(10\.\d{4,9}\/\S+?)[.,;]?$/i;
const arxivDoi = /^10\.48550\/arxiv\.(.+)$/i;

/** The id that a text is, as `arxiv:…` or `doi:…`: by itself, with its prefix, or as the address of a page of it. */
export function idIn(text: string): string | null {
	const typed = text.trim();
	const doi = doiForm.exec(typed)?.[1]?.toLowerCase();
	const ofArxiv = doi === undefined ? undefined : arxivDoi.exec(doi)?.[1];
	const arxiv = arxivNew.exec(ofArxiv ?? typed)?.[1] ?? arxivOld.exec(ofArxiv ?? typed)?.[1];
	if (arxiv !== undefined) return `arxiv:${arxiv.replace(/^([a-z-]+)\.[a-z]{2}\//i, '$1/').toLowerCase()}`;
	return doi === undefined ? null : `doi:${doi}`;
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
