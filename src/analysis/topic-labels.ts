import type { Slug } from '../records/paper.ts';
import { titleKey } from '../records/title-key.ts';

/** A reader's topics for one paper, from a line of a file of labels. */
export interface TopicLabel {
	line: number;
	/** The listing that it stands in, by its path or the last part of it, and its position there from 1. */
	file: string | null;
	ordinal: number | null;
	title: string | null;
	topics: readonly Slug[];
}

/** What of a paper a label can name. */
export interface LabelledPaper {
	title: string;
	appearances: readonly { listing: string; position: number; title: string }[];
}

export interface LabelProblem {
	code: 'labels/no-paper' | 'labels/two-papers' | 'labels/twice';
	line: number;
	message: string;
}

/**
 * The paper of each label: the one at its place in its listing, when that has the label's title or the label has none;
 * else the one of its title, whatever capitals and punctuation it has. A label that names none, that could name two, or
 * whose paper was labelled before is a problem, and left out.
 */
export function matchLabels<Paper extends LabelledPaper>(
	labels: readonly TopicLabel[],
	papers: readonly Paper[],
): { matched: { label: TopicLabel; paper: Paper }[]; problems: LabelProblem[] } {
	const byPlace = indexed(papers, ({ appearances }) =>
		appearances.flatMap(({ listing, position }) => pathEnds(listing).map((end) => placeKey(end, position))),
	);
	const byTitle = indexed(papers, ({ title, appearances }) =>
		[title, ...appearances.map((seen) => seen.title)].map(titleKey),
	);
	const labelled = new Map<Paper, number>();
	const problems: LabelProblem[] = [];
	const matched = labels.flatMap((label) => {
		const { line, file, ordinal, title } = label;
		const fail = (code: LabelProblem['code'], message: string) => {
			problems.push({ code, line, message });
			return [];
		};
		const ofTitle = title === null ? null : (byTitle.get(titleKey(title)) ?? new Set());
		const there = file === null || ordinal === null ? new Set<Paper>() : byPlace.get(placeKey(file, ordinal));
		const atPlace = [...(there ?? [])].filter((paper) => ofTitle === null || ofTitle.has(paper));
		const candidates = atPlace.length > 0 ? atPlace : [...(ofTitle ?? [])];
		const [paper, other] = candidates;
		if (paper === undefined)
			return fail('labels/no-paper', `No paper of this archive is “${title ?? `${file} ${ordinal}`}”.`);
		if (other !== undefined)
			return fail('labels/two-papers', `More than one paper is “${title ?? `${file} ${ordinal}`}”.`);
		const before = labelled.get(paper);
		if (before !== undefined) return fail('labels/twice', `“${paper.title}” has labels on line ${before}.`);
		labelled.set(paper, line);
		return { label, paper };
	});
	return { matched, problems };
}

function indexed<Paper>(
	papers: readonly Paper[],
	keysOf: (paper: Paper) => readonly string[],
): Map<string, Set<Paper>> {
	const index = new Map<string, Set<Paper>>();
	for (const paper of papers) {
		for (const key of keysOf(paper)) {
			const known = index.get(key);
			if (known) known.add(paper);
			else index.set(key, new Set([paper]));
		}
	}
	return index;
}

/** "a/b/c", "b/c" and "c". */
function pathEnds(path: string): string[] {
	const parts = path.split('/');
	return parts.map((_, from) => parts.slice(from).join('/'));
}

function placeKey(file: string, position: number): string {
	return `${position} ${file}`;
}
