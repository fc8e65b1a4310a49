import { join } from 'node:path';
import type { Report } from '../src/records/archive.ts';
import { countProblems, problemLines } from './problem-lines.ts';

/** What a build made, as Markdown for whoever published it. `folder` is where the listings are. */
export function buildSummary(pages: number, report: Report, folder: string): string {
	const problems = countProblems(report);
	const counts = [report.papers, pages, report.listings.length, problems].map((count) => count.toLocaleString('en'));
	const lines = [
		'## What was built',
		'',
		'| Papers | Pages | Listings | Problems |',
		'| ---: | ---: | ---: | ---: |',
		`| ${counts.join(' | ')} |`,
	];
	if (problems > 0) {
		// Problems quote listings, whose text must not be read as Markdown.
		const text = problemLines(report, folder, join(folder, '../corrections.yaml')).join('\n');
		const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
		lines.push('', 'What could not be read as expected:', '', `${fence}text`, text, fence);
	}
	return `${lines.join('\n')}\n`;
}
