import { resolve } from 'node:path';
import { buildSearchIndex } from '../../src/search/index/build.ts';
import { command, run } from '../command.ts';

const program = command('index-search', 'Makes the search index of a built site from the papers published in it.')
	.option('--dist <dir>', 'the built site', 'dist')
	.option('--previous <dir>', 'an earlier index, from which what has not changed is taken; else that of the site')
	.action(async ({ dist, previous, json }: { dist: string; previous?: string; json: boolean }) => {
		const { segments, records, made } = await buildSearchIndex({
			dist: resolve(dist),
			...(previous !== undefined && { previous: resolve(previous) }),
			onProgress: ({ segment, indexed, records }) =>
				console.error(`search: segment ${segment}, ${indexed} of ${records} papers indexed`),
		});
		if (json) console.log(JSON.stringify({ records, segments, made }));
		else
			console.log(
				`${records} papers can be searched, in ${segments.length} segment${segments.length === 1 ? '' : 's'}, ${made} of them made anew.`,
			);
	});

await run(program);
