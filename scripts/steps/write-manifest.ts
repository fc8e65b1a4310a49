import { resolve } from 'node:path';
import { counted } from '../../src/charts/words.ts';
import { command, run } from '../command.ts';
import { writeManifest } from './manifest-file.ts';

const program = command('write-manifest', 'Names every file of a finished site, with its size and SHA-256.')
	.requiredOption('--dist <dir>', 'the built site')
	.action(({ dist, json }: { dist: string; json: boolean }) => {
		const files = writeManifest(resolve(dist));
		console.log(json ? JSON.stringify({ files }) : `${counted(files, 'file')} in the manifest.`);
	});

await run(program);
