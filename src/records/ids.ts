import { sha256 } from './hash.ts';
import type { Author } from './listing.ts';
import { type PaperId, paperIdSchema } from './paper.ts';
import { titleKey } from './title-key.ts';

/** From 2015 on five digits stand behind the month: four are an id that was cut (info.arxiv.org/help/arxiv_identifier.html). */
const arxivForm =
	/^(?:arxiv:)?(\d{4}\.\d{5}|(?!1[5-9]|[2-8]\d)\d{4}\.\d{4}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v(\d{1,3}))?$/i;

/** An arXiv id (`2405.15738`, `cs/0503050v1`, with or without `arXiv:`) without its version, and the version. */
export function parseArxivId(text: string): { arxivId: string; version: number | null } | null {
	const [, arxivId, version] = arxivForm.exec(text.trim()) ?? [];
	if (arxivId === undefined) return null;
	// `math.GT/0309136` is `math/0309136`: the class of old ids is no part of them.
	return {
		arxivId: arxivId.toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//, '$1/'),
		version: version === undefined ? null : Number(version) || null,
	};
}

/** The parts of an entry that its id is made of. */
export interface Identified {
	title: string;
	authors: readonly Author[];
	arxivId: string | null;
	doi: string | null;
}

/** The id an entry has alone: DESIGN.md section 9. */
export function idOf({ title, authors, arxivId, doi }: Identified): PaperId {
	if (arxivId !== null) return paperIdSchema.parse(`arxiv:${arxivId}`);
	if (doi !== null) return paperIdSchema.parse(`doi:${doi.toLowerCase()}`);
	return titleId(title, authors);
}

/** `t:` and 16 hex of SHA-256(title key, NUL, first author's key or nothing). */
export function titleId(title: string, authors: readonly Author[]): PaperId {
	const firstAuthor = authors[0] === undefined ? '' : titleKey(authors[0].name);
	return paperIdSchema.parse(`t:${sha256(`${titleKey(title)}\0${firstAuthor}`).slice(0, 16)}`);
}

/** An id that several papers share, told apart by 8 hex of SHA-256(abstract key). */
export function idWithAbstract(id: PaperId, abstract: string | null): PaperId {
	return paperIdSchema.parse(`${id}-${sha256(titleKey(abstract ?? '')).slice(0, 8)}`);
}
