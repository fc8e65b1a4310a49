import { join, resolve } from 'node:path';
import { counted } from '../../src/charts/words.ts';
import { readArchive } from '../../src/store/read.ts';
import { basePath } from '../base-path.ts';
import { command, run } from '../command.ts';
import { writeManifest } from './manifest-file.ts';
import { writePublishedPapers, writeReport } from './published-papers.ts';
import { writeSitemap } from './sitemap.ts';

interface Options {
	archive: string;
	dist: string;
	site?: string;
	base: string;
	noindex: boolean;
	json: boolean;
}

const program = command(
	'publish-data',
	'Puts the papers of an archive, and the sitemap, beside the pages of its site, for tools to read.',
)
	.requiredOption('--archive <dir>', 'the archive')
	.requiredOption('--dist <dir>', 'the built site')
	.option('--site <url>', 'the address the site is published at; without it there is no sitemap')
	.option('--base <path>', 'the path it is published below', basePath, '/')
	.option('--noindex', 'search engines are to leave the site out: it has no sitemap', false)
	.action((options: Options) => {
		const folder = resolve(options.archive);
		const dist = resolve(options.dist);
		const data = join(dist, 'data');
		const archive = readArchive(folder);
		const modified = writePublishedPapers(archive, data);
		writeReport(folder, data);
		writeManifest(data);
		const root = options.site === undefined || options.noindex ? null : new URL(options.base, options.site).href;
		const addresses = writeSitemap(archive, dist, root, modified);
		if (options.json) console.log(JSON.stringify({ papers: modified.size, sitemap: root && addresses }));
		else if (options.noindex) console.log('No sitemap: search engines are asked to leave the site out.');
		else console.log(root === null ? noSitemap : `${counted(addresses, 'page')} in the sitemap.`);
	});

const noSitemap = 'No sitemap: it needs the address of the site, which --site or DAYBOOK_SITE gives.';

await run(program);
