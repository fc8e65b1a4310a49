import type { MergedPaper } from '../listings/merged-paper.ts';
import type { AppliedEnrichment, EnrichedField } from '../records/archive.ts';
import type { Enrichment, FoundPaper } from '../records/enrichment.ts';
import type { Problem } from '../records/listing.ts';
import { compare } from '../records/order.ts';
import type { PaperId } from '../records/paper.ts';

/** Papers with what was found by their titles, and what came of each answer. */
export interface EnrichedPapers {
	papers: MergedPaper[];
	/** By the id of the paper. */
	applied: AppliedEnrichment[];
	/** In the order of their lines. */
	problems: Problem[];
}

const enrichable: readonly EnrichedField[] = ['arxivId', 'authors', 'authorCount', 'published'];

/**
 * Fills in what arXiv was found to know of papers, where no listing says it and no correction was made: `corrected` gives
 * the fields of a paper that were. Nothing of a record is taken whose arXiv id another paper has or would get, or that
 * what is known by now speaks against.
 */
export function enrichPapers(
	papers: readonly MergedPaper[],
	answers: ReadonlyMap<PaperId, Enrichment>,
	corrected: (paper: PaperId) => ReadonlySet<string>,
): EnrichedPapers {
	const claims = papers.map((paper) => claimOf(paper, answers.get(paper.id), corrected(paper.id)));
	const holders = holdersOf(papers, claims);
	const applied: AppliedEnrichment[] = [];
	const problems: { line: number; problem: Problem }[] = [];
	const enriched = papers.map((paper, place) => {
		const claim = claims[place] ?? null;
		if (claim === null) return paper;
		const { answer, found, filled, fields } = claim;
		const others = [...(holders.get(found.arxivId) ?? [])].filter((id) => id !== paper.id);
		if (others.length > 0) {
			problems.push({ line: answer.line, problem: samePaper(paper, found, others, answer.line) });
			return paper;
		}
		const { arxivId, confidence } = found;
		applied.push({ paper: paper.id, fields, source: 'arXiv', arxivId, confidence, asked: answer.asked });
		return filled;
	});
	return {
		papers: enriched,
		applied: applied.sort((a, b) => compare(a.paper, b.paper)),
		problems: problems.sort((a, b) => a.line - b.line).map(({ problem }) => problem),
	};
}

/** A paper as it is shown where nobody corrects it. */
export function shownWith(answers: ReadonlyMap<PaperId, Enrichment>): (paper: MergedPaper) => MergedPaper {
	return (paper) => {
		const found = answers.get(paper.id)?.found ?? null;
		return found === null ? paper : filledWith(paper, found);
	};
}

interface Claim {
	answer: Enrichment;
	found: FoundPaper;
	filled: MergedPaper;
	fields: EnrichedField[];
}

/** What an answer would change of a paper; null when it would change nothing. */
function claimOf(paper: MergedPaper, answer: Enrichment | undefined, corrected: ReadonlySet<string>): Claim | null {
	const found = answer?.found ?? null;
	if (answer === undefined || found === null || paper.withdrawn !== null) return null;
	// A maintainer has said that it has no such id, or another.
	if (corrected.has('arxivId') && paper.arxivId !== found.arxivId) return null;
	const whole = filledWith(paper, found);
	const isKept = (field: EnrichedField) =>
		corrected.has(field) || (field === 'authorCount' && corrected.has('authors'));
	const kept = Object.fromEntries(enrichable.filter(isKept).map((field) => [field, paper[field]]));
	const filled = { ...whole, ...kept, publishedYear: isKept('published') ? paper.publishedYear : whole.publishedYear };
	const fields = enrichable.filter((field) => filled[field] !== paper[field]);
	return fields.length === 0 ? null : { answer, found, filled, fields };
}

/** A paper with what is unknown of it as it was found; as it is, where what is known of it is of another paper. */
function filledWith(paper: MergedPaper, { arxivId, authors, published }: FoundPaper): MergedPaper {
	const isAnother = paper.arxivId !== null && paper.arxivId !== arxivId;
	const counted = paper.authors.length === 0 ? paper.authorCount : null;
	if (isAnother || (counted !== null && counted !== authors.length)) return paper;
	const isNamed = paper.authors.length > 0 || authors.length === 0;
	const isDated = paper.published !== null || published === null;
	return {
		...paper,
		arxivId,
		...(isNamed
			? {}
			: { authors: authors.map((name) => ({ name, url: null })), authorCount: paper.authorCount ?? authors.length }),
		...(isDated ? {} : { published, publishedYear: 'explicit' }),
	};
}

/** The papers that have, or would get, each arXiv id. */
function holdersOf(papers: readonly MergedPaper[], claims: readonly (Claim | null)[]): Map<string, Set<PaperId>> {
	const holders = new Map<string, Set<PaperId>>();
	for (const [place, { id, arxivId }] of papers.entries()) {
		const held = claims[place]?.found.arxivId ?? arxivId;
		if (held !== null) holders.set(held, (holders.get(held) ?? new Set()).add(id));
	}
	return holders;
}

function samePaper({ id, title }: MergedPaper, found: FoundPaper, others: readonly PaperId[], line: number): Problem {
	return {
		code: 'enrichment/same-paper',
		at: [line, line],
		message: `“${title.slice(0, 120)}” (${id}) was found as ${found.arxivId}, which is also the arXiv id of ${others.join(', ')}.`,
		hint: 'if they are one paper, say so with merge: in corrections.yaml; if not, correct the arXiv id to null',
	};
}
