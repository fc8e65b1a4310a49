import { resolve } from 'node:path';
import { buildSearchIndex } from '../../src/search/index/build.ts';
import { command, run } from '../command.ts';

const program = command('index-search', 'Makes the search index of a built site from the papers published in it.')
	.option('--dist <dir>', 'the built site', 'dist')
	.action(async ({ dist, json }: { dist: string; json: boolean }) => {
		const { segments, records } = await buildSearchIndex({
			dist: resolve(dist),
			onProgress: ({ segment, indexed, records }) =>
				console.error(`search: segment ${segment}, ${indexed} of ${records} papers indexed`),
		});
		if (json) console.log(JSON.stringify({ records, segments }));
		else
			console.log(
				`${records} papers can be searched, in ${segments.length} segment${segments.length === 1 ? '' : 's'}.`,
			);
	});

await run(program);
