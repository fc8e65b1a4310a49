import { descending } from 'd3-array';
import type { IndexedPaper } from '../records/archive.ts';
import { compare } from '../records/order.ts';
import { gainWithin } from './momentum-words.ts';
import { type PaperRow, paperRow } from './paper-row.ts';
import type { PeriodKind } from './period-kind.ts';
import type { ArchiveSource } from './source.ts';

const risingShown = 5;

/** The papers of a period that gained upvotes between captures, or why none is named. */
export interface Rising {
	/** Most gained first, each with what it gained for its counts: `+34 upvotes in 3 days`. */
	rows: PaperRow[];
	/** A sentence in place of rows. */
	note: string | null;
}

type Gained = IndexedPaper & { momentum: NonNullable<IndexedPaper['momentum']> };

/**
 * The papers that gained most upvotes, by plain gain; of equal ones those that gained more comments, then the newest.
 * Null when there are no papers.
 */
export function risingOf(source: ArchiveSource, papers: readonly IndexedPaper[], kind: PeriodKind): Rising | null {
	if (papers.length === 0) return null;
	const known = papers.filter((paper): paper is Gained => paper.momentum !== null);
	const gained = known.filter(({ momentum }) => momentum.upvotes > 0).sort(byGain);
	if (gained.length > 0)
		return { rows: gained.slice(0, risingShown).map((paper) => risingRow(source, paper)), note: null };
	return {
		rows: [],
		note:
			known.length === 0
				? `No paper of this ${kind} was captured at two known times with its upvotes, so which are gaining upvotes cannot be told.`
				: `No paper of this ${kind} is known to have gained upvotes between captures.`,
	};
}

function byGain(a: Gained, b: Gained): number {
	return (
		descending(a.momentum.upvotes, b.momentum.upvotes) ||
		descending(a.momentum.comments ?? 0, b.momentum.comments ?? 0) ||
		compare(b.date ?? '', a.date ?? '') ||
		compare(a.id, b.id)
	);
}

function risingRow(source: ArchiveSource, paper: Gained): PaperRow {
	const { upvotes, hours } = paper.momentum;
	return { ...paperRow(source, paper), counts: [gainWithin(upvotes, 'upvote', hours)] };
}
