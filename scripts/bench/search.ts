import { judgedDaybook, openInNode } from './daybook-search.ts';
import { judgedMiniSearch } from './minisearch.ts';
import { bytesTable, searchBytes } from './search-bytes.ts';
import { judged, type QualityReport, qualityTable } from './search-quality.ts';
import { type KnownItem, makeKnownItems, readKnownItems } from './search-queries.ts';
import { scaleTable, searchScale } from './search-scale.ts';
import { type SearchedSite, type SiteOptions, withSearchedSite } from './search-site.ts';
import { searchSpeed, speedTable } from './search-speed.ts';

/** What was measured, as data and as text. */
export interface Measured {
	report: object;
	text: string;
}

/**
 * Measures the search of a site. `what` is a file of queries or `made`, for how well known papers are found; or
 * `bytes`, `speed` or `scale`.
 */
export async function searchBench(what: string, options: SiteOptions): Promise<Measured> {
	const measure = await measureOf(what, options.work);
	return await withSearchedSite(options, measure);
}

async function measureOf(what: string, work: string): Promise<(site: SearchedSite) => Promise<Measured>> {
	if (what === 'bytes') return async (site) => told(await searchBytes(site), bytesTable);
	if (what === 'speed') return async (site) => told(await searchSpeed(site), speedTable);
	if (what === 'scale') return async (site) => told(await searchScale(site, work), scaleTable);
	// A file that is none is told before an index is made.
	const items = what === 'made' ? null : await readKnownItems(what);
	return async (site) => told(await searchQuality(site, items), qualityTable);
}

function told<Report extends object>(report: Report, textOf: (report: Report) => string): Measured {
	return { report, text: textOf(report) };
}

async function searchQuality({ folder, papers }: SearchedSite, items: KnownItem[] | null): Promise<QualityReport> {
	const searches = [judgedDaybook(await openInNode(folder)), judgedMiniSearch(papers)];
	const asked = items ?? makeKnownItems(papers.map(({ title }) => title));
	return { papers: papers.length, ...(await judged(searches, asked)) };
}
