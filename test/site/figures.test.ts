import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { archiveVariable, folderOf, siteBases } from './built-site.ts';
import { buildBakingSite } from './figures/baking-site.ts';
import { testChartFigures } from './figures/charts.ts';
import { testCountFigures } from './figures/counts.ts';
import { testDigestFigures } from './figures/digests.ts';
import { testRisingFigures } from './figures/rising.ts';
import { type FiguredSite, figuredSite } from './figures/shards.ts';
import { testTermFigures } from './figures/terms.ts';

/**
 * Every figure of a site is counted again here from the shards of its archive, by loops that know nothing of
 * `src/analysis` and `src/views`: of the seeds, of which years are drawn, and of a site of months in which much rises.
 */
const temporary: string[] = [];

const sites = [
	{
		name: 'of the seeds',
		read: async () => figuredSite(folderOf(siteBases[0]), process.env[archiveVariable] ?? ''),
		least: { pages: 3, changes: 5, sentences: 3, lists: 3 },
	},
	{
		name: 'of baking papers',
		read: async () => {
			const folder = await mkdtemp(join(tmpdir(), 'daybook-baking-'));
			temporary.push(folder);
			const { site, archive } = await buildBakingSite(folder);
			return figuredSite(site, archive);
		},
		least: { pages: 20, changes: 50, sentences: 20, lists: 10 },
	},
];

afterAll(async () => {
	for (const folder of temporary) await rm(folder, { recursive: true, force: true });
});

describe.each(sites)('the figures of the site $name are those of its papers:', ({ read, least }) => {
	let known: FiguredSite | null = null;
	const site = (): FiguredSite => {
		if (known === null) throw new Error('The site has not been read.');
		return known;
	};
	beforeAll(async () => {
		known = await read();
	});

	testChartFigures(site);
	testTermFigures(site);
	testRisingFigures(site, least);
	testDigestFigures(site, least);
	testCountFigures(site);
});
