import { resolve } from 'node:path';
import { command, run } from '../command.ts';
import { writePublishedPapers } from './published-papers.ts';

const program = command(
	'publish-data',
	'Puts the papers of an archive beside the pages of its site, for tools to read.',
)
	.requiredOption('--archive <dir>', 'the archive')
	.requiredOption('--dist <dir>', 'the built site')
	.action(({ archive, dist }: { archive: string; dist: string }) => {
		writePublishedPapers(resolve(archive), resolve(dist));
	});

await run(program);
