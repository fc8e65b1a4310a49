import { join, relative } from 'node:path';
import { buildArchive } from '../src/archive/build-archive.ts';
import { type ExplainedText, explainTexts } from '../src/archive/explain-text.ts';
import { readListings } from '../src/archive/read-listings.ts';
import { DaybookError } from '../src/errors.ts';
import { writeArchive } from '../src/store/write.ts';
import { command, run } from './command.ts';
import { capturedFiles } from './listing-files.ts';
import { problemLines } from './problem-lines.ts';
import { projectFolder } from './project-folder.ts';
import { readTopics } from './topic-files.ts';

interface Options {
	listings: string;
	topics: string;
	out: string;
	strict: boolean;
	json: boolean;
	/** A paper, or all. */
	explainText?: string;
}

const program = command('archive', 'Reads all listings and makes the archive of their papers.')
	.option('--listings <dir>', 'where the listings are', join(projectFolder, 'content/listings'))
	.option('--topics <dir>', 'where the topics are', join(projectFolder, 'content/topics'))
	.option('--out <dir>', 'where the archive goes', join(projectFolder, 'content/archive'))
	.option('--explain-text <id>', 'show instead what was done to the title and abstract of a paper, or of all')
	.option('--strict', 'fail when anything in a listing could not be read as expected', false)
	.action(async (options: Options) => {
		const listings = readListings(capturedFiles(options.listings), options.listings);
		if (options.explainText !== undefined) {
			console.log(explanation(explainTexts(listings.listings, options.explainText), options));
			return;
		}
		const archive = buildArchive(listings, readTopics(options.topics));
		const problems = archive.report.listings.reduce((sum, listing) => sum + listing.problems.length, 0);
		if (options.strict && problems > 0) {
			console.error(problemLines(archive.report, relative('', options.listings)).join('\n'));
			throw new DaybookError({
				code: 'archive/strict',
				message: `The listings have ${problems === 1 ? 'one problem' : `${problems} problems`}, and --strict allows none.`,
				hint: 'mend the listings or their sidecars, or leave --strict out',
				location: { file: options.listings },
			});
		}
		await writeArchive(options.out, archive);
		console.error(problemLines(archive.report, relative('', options.listings)).join('\n'));
		const { papers, entries, merged, conflicts } = archive.report;
		if (options.json) console.log(JSON.stringify({ papers, entries, merged, conflicts, problems, out: options.out }));
		else console.log(`${papers} papers from ${entries} entries of ${archive.report.listings.length} listings.`);
	});

/** Each change on a line of its own, before and after; of one paper its whole texts too. */
function explanation(texts: readonly ExplainedText[], { explainText: of, json }: Options): string {
	if (texts.length === 0 && of !== 'all') {
		throw new DaybookError({
			code: 'archive/no-paper',
			message: `No paper has the id or the address “${of}”.`,
			hint: 'take the last part of the address of its page, or an id such as arxiv:2401.00001',
		});
	}
	if (json) return JSON.stringify(texts);
	const counts = new Map<string, number>();
	const lines = texts.flatMap(({ slug, field, before, after, changes }) => [
		...(of === 'all' ? [] : [`${field}, before: ${before}`, `${field}, after:  ${after}`]),
		...changes.map(({ code, from, before: was, after: is }) => {
			counts.set(code, (counts.get(code) ?? 0) + 1);
			return `${code}\t${of === 'all' ? `${slug} ` : ''}${field}:${from}\t${was} → ${is}`;
		}),
	]);
	return [...lines, ...[...counts].sort().map(([code, count]) => `${count} ${code}`)].join('\n');
}

await run(program);
