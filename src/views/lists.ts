import { countInWords } from '../charts/words.ts';
import type { IndexedPaper } from '../records/archive.ts';
import type { Slug } from '../records/paper.ts';
import { paperPath, periodPapersPath, periodPath, type SitePath, unsortedPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { listRow, type PaperRow, paperRow } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** A page that is a list of papers, or one part of it. */
export interface PaperListView {
	path: SitePath;
	title: string;
	/** One sentence: what stands here. */
	intro: string;
	description: string;
	part: Part<PaperRow>;
	/** The page above it. */
	up: { name: string; path: SitePath } | null;
}

/** All papers, undated ones oldest. */
export function papersView(source: ArchiveSource, number: PartNumber): PaperListView {
	const list = {
		path: '/papers/',
		title: 'Papers',
		intro: source.index.length === 0 ? 'No papers yet.' : 'All papers of the archive, newest first.',
		up: null,
	} as const;
	return listView(source, source.index, number, list);
}

/** Papers of which no listing states a date. */
export function undatedView(source: ArchiveSource, number: PartNumber): PaperListView {
	const { undated } = catalogueOf(source);
	const intro =
		undated.length === 0
			? 'Every paper of the archive has a date.'
			: 'Papers for which no listing that we hold states a date. Nothing here is guessed.';
	return listView(source, undated, number, { path: '/undated/', title: 'Undated papers', intro, up: null });
}

/** Papers of no topic. */
export function unsortedView(source: ArchiveSource, number: PartNumber): PaperListView {
	const { unsorted } = catalogueOf(source);
	const intro =
		unsorted.length === 0
			? 'Every paper of the archive belongs to a topic.'
			: 'Papers in whose titles and abstracts the words of no topic were found.';
	const up = { name: 'Topics', path: '/topics/' } as const;
	return listView(source, unsorted, number, { path: unsortedPath, title: 'Unsorted papers', intro, up });
}

/** All papers of a year or a month. */
export function periodPapersView(source: ArchiveSource, period: string, number: PartNumber): PaperListView {
	const { years, months } = catalogueOf(source);
	const papers = (period.length === 4 ? years : months).get(period)?.papers ?? [];
	const name = dateInWords(period);
	return listView(source, papers, number, {
		path: periodPapersPath(period),
		title: `Papers of ${name}`,
		intro: `All papers of ${name}, newest first.`,
		up: { name, path: periodPath(period) },
	});
}

/** The papers that would share an address, so that it leads to each of them. */
export function sharedView(source: ArchiveSource, slug: Slug): PaperListView {
	const ids = catalogueOf(source).shared.get(slug) ?? [];
	const rows = ids
		.map((id) => source.indexed(id))
		.filter((paper) => paper !== undefined)
		.map((paper) => paperRow(source, paper));
	const intro = `${countInWords(rows.length)} papers would have this address. Each has one of its own.`;
	return {
		path: paperPath(slug),
		title: 'Papers of one title',
		intro,
		description: intro,
		part: { items: rows, from: 1, to: rows.length, older: null, newer: null },
		up: { name: 'Papers', path: '/papers/' },
	};
}

type ListFrame = Pick<PaperListView, 'title' | 'intro' | 'up'> & { path: SitePath };

function listView(
	source: ArchiveSource,
	papers: readonly IndexedPaper[],
	partNumber: PartNumber,
	{ path, title, intro, up }: ListFrame,
): PaperListView {
	const part = partOf(papers, path, partNumber);
	const rows = part.items.map((paper) => listRow(source, paper, partNumber));
	return {
		path: partPath(path, partNumber),
		title: partNumber === null ? title : `${title}, ${rangeInWords(part)}`,
		intro,
		description: intro,
		part: { ...part, items: rows },
		up: partNumber === null ? up : { name: title, path },
	};
}

/** `51 to 100`: places counted from the oldest, so that they stay true. */
export function rangeInWords({ from, to }: Pick<Part<unknown>, 'from' | 'to'>): string {
	return from === to ? countInWords(from) : `${countInWords(from)} to ${countInWords(to)}`;
}
