import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readArchive } from '../../src/store/read.ts';
import { buildSummary } from '../build-summary.ts';
import { command, run } from '../command.ts';
import { projectFolder } from '../project-folder.ts';

const builtSchema = z.object({ pages: z.int() });

const program = command('summarise-build', 'Prints what a build of the project’s own listings made, as Markdown.')
	.requiredOption('--built <file>', 'what npm run build printed with --json')
	.action(async ({ built }: { built: string }) => {
		const { pages } = builtSchema.parse(JSON.parse(await readFile(built, 'utf8')));
		const { report } = readArchive(join(projectFolder, 'content/archive'));
		console.log(buildSummary(pages, report, 'content/listings'));
	});

await run(program);
