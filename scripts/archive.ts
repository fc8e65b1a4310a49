import { join, relative } from 'node:path';
import { buildArchive } from '../src/archive/build-archive.ts';
import { readListings } from '../src/archive/read-listings.ts';
import { DaybookError } from '../src/errors.ts';
import { writeArchive } from '../src/store/write.ts';
import { command, run } from './command.ts';
import { capturedFiles } from './listing-files.ts';
import { problemLines } from './problem-lines.ts';
import { projectFolder } from './project-folder.ts';
import { readTopics } from './topic-files.ts';

const program = command('archive', 'Reads all listings and makes the archive of their papers.')
	.option('--listings <dir>', 'where the listings are', join(projectFolder, 'content/listings'))
	.option('--topics <dir>', 'where the topics are', join(projectFolder, 'content/topics'))
	.option('--out <dir>', 'where the archive goes', join(projectFolder, 'content/archive'))
	.option('--strict', 'fail when anything in a listing could not be read as expected', false)
	.action(async (options: { listings: string; topics: string; out: string; strict: boolean; json: boolean }) => {
		const listings = readListings(capturedFiles(options.listings), options.listings);
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

await run(program);
