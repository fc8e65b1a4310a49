import type { Merged } from '../listings/merge.ts';
import type { MergedPaper } from '../listings/merged-paper.ts';
import { matchesNothing, matchesSeveral, notNeeded } from '../listings/regroup.ts';
import type { AppliedCorrection } from '../records/archive.ts';
import { type Correction, correctableFields, type FieldCorrection } from '../records/correction.ts';
import type { Problem } from '../records/listing.ts';
import type { PaperId } from '../records/paper.ts';
import { titleKey } from '../records/title-key.ts';

/** Papers as a maintainer knows them better than their sources, and what came of each correction. */
export interface CorrectedPapers {
	papers: MergedPaper[];
	applied: AppliedCorrection[];
	problems: Problem[];
}

/**
 * Makes the corrections of values, and takes out what is withdrawn, in their order; those that say which entries are
 * one paper were made when entries were merged. `shown` gives a paper as it would be shown uncorrected, with what was
 * found elsewhere: a correction may be of that, and need not know whether its value was listed or found.
 */
export function correctPapers(
	merged: Merged,
	corrections: readonly Correction[],
	shown: (paper: MergedPaper) => MergedPaper = (paper) => paper,
): CorrectedPapers {
	const papers = [...merged.papers];
	const problems = [...merged.regrouped.problems];
	const applied = groupingsOf(merged);
	const places = corrections.length === 0 ? new Map<string, Set<number>>() : placesByName(papers);
	for (const correction of corrections) {
		if ('merge' in correction || 'split' in correction) continue;
		const found = [...(places.get(nameIn(correction)) ?? [])];
		const [place = -1] = found;
		const paper = papers[place];
		if (paper === undefined || found.length > 1) {
			problems.push(found.length === 0 ? matchesNothing(correction) : matchesSeveral(correction));
			continue;
		}
		const corrected = 'field' in correction ? withValue(paper, shown(paper), correction) : withdrawn(paper, correction);
		if ('code' in corrected) {
			problems.push(corrected);
			continue;
		}
		papers[place] = corrected;
		applied.push(appliedTo(paper.id, correction));
	}
	return { papers, applied, problems };
}

/** The corrections that say which entries are one paper, by the papers that they made. */
function groupingsOf({ papers, regrouped }: Merged): AppliedCorrection[] {
	return regrouped.applied.flatMap(({ correction, seen }) => {
		const made = papers.find(({ appearances }) =>
			appearances.some(({ listing, position }) => listing === seen.listing && position === seen.position),
		);
		return made === undefined ? [] : [appliedTo(made.id, correction)];
	});
}

/** Where the papers are that have an id, an address or a title: titles by their keys, behind a mark that no id has. */
function placesByName(papers: readonly MergedPaper[]): Map<string, Set<number>> {
	const places = new Map<string, Set<number>>();
	for (const [place, { id, ids, slug, aliases, title, appearances }] of papers.entries()) {
		const titles = [title, ...appearances.map(({ values }) => values.title)].map((each) => `"${titleKey(each)}`);
		for (const name of [id, ...ids, slug, ...aliases, ...titles]) {
			const known = places.get(name);
			if (known === undefined) places.set(name, new Set([place]));
			else known.add(place);
		}
	}
	return places;
}

function nameIn({ paper, title }: Correction): string {
	return paper ?? `"${titleKey(title ?? '')}`;
}

function withValue(paper: MergedPaper, shown: MergedPaper, correction: FieldCorrection): MergedPaper | Problem {
	const { field, was, value } = correction;
	const before = [paper, shown].map((each) => fieldOf(each, field));
	if (was !== undefined && !before.some((each) => areEqual(was, each))) return oldValue(correction, before[1]);
	if (before.every((each) => areEqual(each, value))) return notNeeded(correction);
	const listedAlso =
		field === 'listedOn' ? paper.listedAlso.filter((day) => value !== null && day !== value) : paper.listedAlso;
	return { ...paper, ...valuesFor(field, value), listedAlso };
}

/** What a field holds, in the form that corrections are written in. */
function fieldOf(paper: MergedPaper, field: FieldCorrection['field']): unknown {
	if (field !== 'authors') return paper[field];
	return paper.authors.length === 0 ? null : paper.authors.map(({ name }) => name);
}

function areEqual(a: unknown, b: unknown): boolean {
	return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** What follows from a value: a date that is given is printed nowhere and yet exact, authors that are named are counted. */
function valuesFor(field: FieldCorrection['field'], value: unknown): Partial<MergedPaper> {
	const fields = correctableFields;
	if (field === 'title') return { title: fields.title.parse(value) };
	if (field === 'abstract') return { abstract: fields.abstract.parse(value), abstractCut: null };
	if (field === 'authors') {
		const names = fields.authors.parse(value) ?? [];
		return { authors: names.map((name) => ({ name, url: null })), authorCount: names.length || null };
	}
	if (field === 'published') {
		const published = fields.published.parse(value);
		return { published, publishedYear: published === null ? null : 'explicit' };
	}
	return { [field]: fields[field].parse(value) };
}

/** Nothing is left of a withdrawn paper but that it was, where it was seen, and why it is gone. */
function withdrawn(paper: MergedPaper, { date, reason }: Correction): MergedPaper {
	return { ...paper, withdrawn: { date, reason } };
}

function appliedTo(paper: PaperId, correction: Correction): AppliedCorrection {
	const { reason, date } = correction;
	const field =
		'field' in correction
			? correction.field
			: 'merge' in correction
				? 'merged'
				: 'split' in correction
					? 'split'
					: 'withdrawn';
	return { paper, field, reason, date };
}

function oldValue(correction: FieldCorrection, value: unknown): Problem {
	return {
		code: 'correction/other-value',
		at: [correction.line, correction.line],
		message: `“${correction.paper ?? correction.title}” is not as the correction says it was: ${correction.field} is ${JSON.stringify(value).slice(0, 120)}.`,
		hint: 'look whether the correction is still needed; mend its was:, or delete it',
	};
}
