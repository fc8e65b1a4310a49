import type { CustomRecord } from 'pagefind';
import { dateOf } from '../records/paper.ts';
import type { PublishedPaper } from '../records/published-paper.ts';
import { joinNames, shownDate, shownNumber } from './client/facts.ts';

/**
 * What Pagefind indexes of a paper. Excerpts come from the content; all metadata is searched too, the title with
 * more weight, and `also` holds what is searched and never shown. One language for all: Pagefind makes an index for
 * each, and searches one. Filters and orders have files of their own, since Pagefind's would be loaded by every search.
 */
export function searchRecord(paper: PublishedPaper): CustomRecord {
	const date = dateOf(paper);
	return {
		url: addressOf(paper),
		language: 'en',
		content: contentOf(paper),
		meta: known({
			title: plain(paper.title) || paper.slug,
			authors: plain(joinNames(paper.authors.map(({ name }) => name))),
			authorCount: paper.authorCount === null ? '' : shownNumber(paper.authorCount),
			organization: plain(paper.organization?.name ?? ''),
			date: date === null ? '' : shownDate(date),
			comments: paper.comments === null ? '' : shownNumber(paper.comments),
			upvotes: paper.upvotes === null ? '' : shownNumber(paper.upvotes),
			also: plain([...spokenForms(paper), paper.arxivId, paper.doi, paper.venue].filter(Boolean).join(' ')),
		}),
	};
}

/** What a record is known by. */
export function addressOf({ slug }: Pick<PublishedPaper, 'slug'>): string {
	return `/papers/${slug}/`;
}

/** What is typed for mathematics. `ell_infty` is one word for Pagefind, and its parts are others. */
function spokenForms({ searchText }: PublishedPaper): string[] {
	if (searchText === null) return [];
	return searchText.includes('_') ? [searchText, searchText.replaceAll('_', ' ')] : [searchText];
}

/** Pagefind drops a record whose content has no word, without saying so: then the title stands for it. */
function contentOf({ abstract, summary, title, slug }: PublishedPaper): string {
	return [abstract, summary, title].map((text) => plain(text ?? '')).find((text) => /[\p{L}\p{N}]/u.test(text)) ?? slug;
}

/** Text as Pagefind takes it: zero-width spaces would part its words, and half a character its messages. */
function plain(text: string): string {
	return text.toWellFormed().replaceAll('\u200B', '');
}

function known(meta: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== ''));
}
