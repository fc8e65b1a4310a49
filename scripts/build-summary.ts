import { join } from 'node:path';
import { z } from 'zod';
import type { Report } from '../src/records/archive.ts';
import { buildChangesSchema } from './build-changes.ts';
import { countProblems, problemLines } from './problem-lines.ts';
import { quotedBlock } from './quoted-block.ts';

/** The part of what `npm run build -- --json` prints that its summary tells. */
export const builtSchema = z.object({
	pages: z.int(),
	/** How large the site is, in words. */
	size: z.string(),
	/** That it is near its limit; null when it is not. */
	warning: z.string().nullable(),
	/** Since the build before; null when there was none to compare with. */
	changes: buildChangesSchema.nullable(),
});
export type Built = z.infer<typeof builtSchema>;

/** What a build made, as Markdown for whoever published it. `folder` is where the listings are. */
export function buildSummary({ pages, size, warning, changes }: Built, report: Report, folder: string): string {
	const problems = countProblems(report);
	const counts = [report.papers, pages, report.listings.length, problems].map((count) => count.toLocaleString('en'));
	const lines = [
		'## What was built',
		'',
		'| | Papers | Pages | Listings | Problems |',
		'| --- | ---: | ---: | ---: | ---: |',
		`| Now | ${counts.join(' | ')} |`,
	];
	if (changes !== null) {
		const differences = [changes.papers, changes.pages, changes.listings, changes.problems].map(signed);
		lines.push(`| Since the build before | ${differences.join(' | ')} |`);
	}
	lines.push('', `The site has ${size}.`);
	if (warning !== null) lines.push('', `**${warning}**`);
	const news = changes?.newProblems ?? problemLines(report, folder, join(folder, '../corrections.yaml'));
	if (news.length > 0) {
		const what =
			changes === null ? 'What could not be read as expected' : 'What could not be read as expected, and is new';
		lines.push('', `${what}:`, '', quotedBlock(news.join('\n')));
	}
	return `${lines.join('\n')}\n`;
}

function signed(difference: number): string {
	return difference.toLocaleString('en', { signDisplay: 'exceptZero' });
}
