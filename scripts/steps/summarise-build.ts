import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchive } from '../../src/store/read.ts';
import { buildSummary, builtSchema } from '../build-summary.ts';
import { command, run } from '../command.ts';
import { projectFolder } from '../project-folder.ts';

const program = command('summarise-build', 'Prints what a build of the project’s own listings made, as Markdown.')
	.requiredOption('--built <file>', 'what npm run build printed with --json')
	.action(async ({ built: file }: { built: string }) => {
		const built = builtSchema.parse(JSON.parse(await readFile(file, 'utf8')));
		const { report } = readArchive(join(projectFolder, 'content/archive'));
		console.log(buildSummary(built, report, 'content/listings'));
	});

await run(program);
