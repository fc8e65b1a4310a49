import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Report, reportSchema } from '../src/records/archive.ts';
import { isErrno } from '../src/store/beside.ts';
import { countProblems, problemLines } from './problem-lines.ts';
import { measuredSite } from './site-size.ts';

/** What is asked of a build to compare it with another. */
export interface BuiltState {
	pages: number;
	report: Report;
}

/** What a build has and the one before it had not. */
export const buildChangesSchema = z.object({
	/** Differences, which may be negative. */
	papers: z.int(),
	pages: z.int(),
	listings: z.int(),
	problems: z.int(),
	/** A line for each problem that is new. */
	newProblems: z.array(z.string()),
});
export type BuildChanges = z.infer<typeof buildChangesSchema>;

/**
 * The state of a built site; null where there is none, or one whose report has a form that we do not know, or where
 * another build is just putting its own.
 */
export function builtState(site: string): BuiltState | null {
	try {
		const report = reportSchema.safeParse(parsed(readFileSync(join(site, 'data/report.json'), 'utf8')));
		return report.success ? { pages: measuredSite(site).pages, report: report.data } : null;
	} catch (error) {
		if (isErrno(error, 'ENOENT', 'ENOTDIR')) return null;
		throw error;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Compares a build with the one before it; `folder` is where the listings are. */
export function buildChanges(before: BuiltState, after: BuiltState, folder: string): BuildChanges {
	return {
		papers: after.report.papers - before.report.papers,
		pages: after.pages - before.pages,
		listings: after.report.listings.length - before.report.listings.length,
		problems: countProblems(after.report) - countProblems(before.report),
		newProblems: problemLines(
			withNewProblems(before.report, after.report),
			folder,
			join(folder, '../corrections.yaml'),
		),
	};
}

function withNewProblems(before: Report, after: Report): Report {
	const known = new Set([
		...before.listings.flatMap(({ file, problems }) => problems.map((problem) => key(file, problem))),
		...before.corrections.problems.map((problem) => key('corrections', problem)),
		...before.enrichment.problems.map((problem) => key('enrichment', problem)),
		...before.text.unparsed.map((formula) => key('text', formula)),
	]);
	const fresh = <T>(where: string, problems: readonly T[]) =>
		problems.filter((problem) => !known.has(key(where, problem)));
	const { listings, corrections, enrichment, text } = after;
	return {
		...after,
		listings: listings.map((listing) => ({ ...listing, problems: fresh(listing.file, listing.problems) })),
		corrections: { ...corrections, problems: fresh('corrections', corrections.problems) },
		enrichment: { ...enrichment, problems: fresh('enrichment', enrichment.problems) },
		text: { ...text, unparsed: fresh('text', text.unparsed) },
	};
}

function key(...parts: readonly unknown[]): string {
	return JSON.stringify(parts);
}
