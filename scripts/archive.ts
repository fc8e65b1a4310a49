import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildArchive } from '../src/archive/build-archive.ts';
import { type ExplainedText, explainTexts } from '../src/archive/explain-text.ts';
import { readListings } from '../src/archive/read-listings.ts';
import { DaybookError } from '../src/errors.ts';
import { type ExplainedFile, explainListing } from '../src/listings/explain.ts';
import type { Report } from '../src/records/archive.ts';
import { writeArchive } from '../src/store/write.ts';
import { command, run } from './command.ts';
import { readCorrections } from './corrections-file.ts';
import { readEnrichments } from './enrichment-file.ts';
import { givenFile } from './given-file.ts';
import { capturedFile, capturedFiles } from './listing-files.ts';
import { countProblems, problemsWithHints } from './problem-lines.ts';
import { projectFolder } from './project-folder.ts';
import { thisProcess } from './this-process.ts';
import { readTopics } from './topic-files.ts';

interface Options {
	listings: string;
	topics: string;
	corrections?: string;
	enrichment?: string;
	out: string;
	strict: boolean;
	json: boolean;
	/** A file. */
	explain?: string;
	/** A paper, or all. */
	explainText?: string;
}

const program = command('archive', 'Reads all listings and makes the archive of their papers.')
	.option('--listings <dir>', 'where the listings are', join(projectFolder, 'content/listings'))
	.option('--topics <dir>', 'where the topics are', join(projectFolder, 'content/topics'))
	.option(
		'--corrections <file>',
		'what maintainers know better; corrections.yaml beside the folder of listings if not said',
	)
	.option(
		'--enrichment <file>',
		'what arXiv answered; enrichment/arxiv.jsonl beside the folder of listings if not said',
	)
	.option('--out <dir>', 'where the archive goes', join(projectFolder, 'content/archive'))
	.option('--explain <file>', 'show instead how each line or item of a file is understood')
	.option('--explain-text <id>', 'show instead what was done to the title and abstract of a paper, or of all')
	.option('--strict', 'fail when anything in a listing could not be read as expected', false)
	.action(async (options: Options) => {
		if (options.explain !== undefined) {
			console.log(explainedFile(explainListing(capturedFile(fileNamed(options.explain, options.listings))), options));
			return;
		}
		const correctionsFile = givenFile('corrections', options.corrections, options.listings);
		const enrichmentFile = givenFile('enrichment', options.enrichment, options.listings);
		const listings = readListings(capturedFiles(options.listings), options.listings);
		if (options.explainText !== undefined) {
			console.log(explanation(explainTexts(listings.listings, options.explainText), options));
			return;
		}
		const archive = buildArchive(
			listings,
			readTopics(options.topics),
			readCorrections(correctionsFile),
			readEnrichments(enrichmentFile),
		);
		const problems = countProblems(archive.report);
		const lines = () =>
			problemsWithHints(
				archive.report,
				relative('', options.listings),
				relative('', correctionsFile),
				relative('', enrichmentFile),
			);
		if (options.strict && problems > 0) {
			console.error(lines().join('\n'));
			throw new DaybookError({
				code: 'archive/strict',
				message: `The listings, corrections and finds have ${problems === 1 ? 'one problem' : `${problems} problems`}, and --strict allows none.`,
				hint: 'mend the listings, their sidecars or the corrections, or leave --strict out',
				location: { file: options.listings },
			});
		}
		await writeArchive(options.out, archive, thisProcess);
		console.error(lines().join('\n'));
		const { papers, entries, merged, conflicts, listings: files } = archive.report;
		if (options.json) console.log(JSON.stringify({ papers, entries, merged, conflicts, problems, out: options.out }));
		else console.log(summaryOf(papers, entries, files));
	});

/** A file that was read is a listing; one that was not may be anything. */
function summaryOf(papers: number, entries: number, files: Report['listings']): string {
	const named = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;
	const unread = files.filter(({ dialect }) => dialect === null).length;
	const [all, of] = [named(papers, 'paper', 'papers'), named(entries, 'entry', 'entries')];
	const beside = unread === 0 ? '' : `; ${named(unread, 'file', 'files')} could not be read`;
	return `${all} from ${of} of ${named(files.length - unread, 'listing', 'listings')}${beside}.`;
}

/** A file by its path from here, else by its path below the folder of listings. */
function fileNamed(name: string, listings: string): string {
	const found = [name, join(listings, name)].find((path) => existsSync(path));
	if (found !== undefined) return found;
	throw new DaybookError({
		code: 'archive/no-file',
		message: 'There is no such file, here or below the folder of listings.',
		hint: 'name it by its path',
		location: { file: name },
	});
}

function explainedFile(explained: ExplainedFile, { json }: Options): string {
	if (json) return JSON.stringify(explained.parts);
	const { listing, refused, parts } = explained;
	const heading =
		listing === null
			? `${refused?.file}: not read`
			: `${listing.file}: ${listing.dialect}, captured ${listing.captured ?? 'at an unknown time'}, ` +
				`day ${listing.day ?? 'none'}, ${listing.entries.length} entries`;
	const rows = parts.map(({ at, what, entry, text }) => {
		return `${at.padStart(6)}  ${what.padEnd(9)}${entry === null ? '      ' : ` #${entry}`.padEnd(6)} ${shortened(text)}`;
	});
	return [heading, ...rows].join('\n');
}

function shortened(text: string): string {
	const width = Math.max(60, (process.stdout.columns ?? 160) - 24);
	return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

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
