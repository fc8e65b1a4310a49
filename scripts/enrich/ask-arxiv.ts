import { foundByTitle } from '../../src/archive/found-by-title.ts';
import { DaybookError } from '../../src/errors.ts';
import type { MergedPaper } from '../../src/listings/merged-paper.ts';
import { readListing } from '../../src/listings/read.ts';
import { renderTitle } from '../../src/markup/render.ts';
import type { IsoDate } from '../../src/records/dates.ts';
import type { Enrichment } from '../../src/records/enrichment.ts';
import type { Entry } from '../../src/records/listing.ts';
import { searchAddress, searchArxiv, titleQueries } from '../../src/sources/arxiv-titles.ts';
import type { Requester } from '../../src/sources/requests.ts';
import { confidenceInWords } from '../../src/views/paper.ts';
import { givenUp } from '../asking.ts';

/** What came of a run. */
export interface Outcome {
	/** Papers that were answered about. */
	asked: number;
	found: number;
	problems: DaybookError[];
	/** Whether the run was stopped from outside. */
	stopped: boolean;
}

export interface Errand {
	papers: readonly MergedPaper[];
	/** Another address of the service. */
	from: string | undefined;
	/** The day, UTC. */
	today: () => IsoDate;
	/** Keeps what was answered so far. */
	keep: (answers: readonly Answer[]) => Promise<void>;
	/** Is told what came of a paper. */
	done: (title: string, said: string) => void;
}

type Answer = Omit<Enrichment, 'line'>;

/** After so many papers in a row that failed, the service is left alone. */
const patience = 3;
/** So many answers are lost at most when a run is killed. */
const keptAfter = 5;

/** The searches for a paper; none where its title has no word to search for. */
export function searchesFor({ title }: Pick<MergedPaper, 'title'>, from: string | undefined): string[] {
	return titleQueries(renderTitle(title).text).map((query) => searchAddress(query, from));
}

/**
 * Asks arXiv about each paper, one after the other. A paper that fails is a problem, is not kept, and costs the others
 * nothing. Throws what the disk refuses.
 */
export async function askArxiv(errand: Errand, requests: Requester, signal: AbortSignal): Promise<Outcome> {
	const { papers, from, today, keep, done } = errand;
	const outcome: Outcome = { asked: 0, found: 0, problems: [], stopped: false };
	let fresh: Answer[] = [];
	let failures = 0;
	for (const paper of papers) {
		if (signal.aborted) break;
		const title = renderTitle(paper.title).text;
		try {
			const found = foundByTitle(paper, await candidatesFor(paper, from, requests, signal));
			fresh.push({ paper: paper.id, title, asked: today(), found });
			outcome.asked += 1;
			outcome.found += found === null ? 0 : 1;
			failures = 0;
			done(title, found === null ? 'nothing near enough' : `${found.arxivId}, ${confidenceInWords(found.confidence)}`);
		} catch (error) {
			if (signal.aborted) break;
			if (!(error instanceof DaybookError)) throw error;
			failures += 1;
			outcome.problems.push(error);
			done(title, `failed: ${error.code}`);
			const isUnwelcome = error.code === 'source/rate-limited';
			if (paper === papers.at(-1) || (!isUnwelcome && failures < patience)) continue;
			outcome.problems.push(
				givenUp(
					isUnwelcome
						? 'arXiv takes no more requests, and the other papers were not asked about.'
						: `${patience} papers in a row failed, and the others were not asked about.`,
					error,
				),
			);
			break;
		}
		if (fresh.length < keptAfter) continue;
		await keep(fresh);
		fresh = [];
	}
	if (fresh.length > 0) await keep(fresh);
	return { ...outcome, stopped: signal.aborted };
}

/** The papers of the first search that finds any. */
async function candidatesFor(
	paper: MergedPaper,
	from: string | undefined,
	requests: Requester,
	signal: AbortSignal,
): Promise<Entry[]> {
	for (const url of searchesFor(paper, from)) {
		const bytes = await searchArxiv(requests, url, signal);
		const listing = readListing({ file: url, bytes, sidecar: { dialect: 'arxiv-atom' } });
		if ('problem' in listing) {
			const { code, message, hint } = listing.problem;
			throw new DaybookError({ code, message, hint, location: { file: url } });
		}
		if (listing.entries.length > 0) return listing.entries;
	}
	return [];
}
