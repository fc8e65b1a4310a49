import type { APIRoute } from 'astro';
import { siteArchive } from '../../store/site-archive.ts';
import { type KeyOf, staticPaths } from '../../views/static-paths.ts';
import { trendCsv } from '../../views/trends.ts';

export function getStaticPaths() {
	return staticPaths(siteArchive(), 'trends/[chart].csv');
}

/** The numbers behind a chart of the page of trends. */
export const GET: APIRoute<{ key: KeyOf<'trends/[chart].csv'> }> = ({ props }) =>
	new Response(trendCsv(siteArchive(), props.key.chart), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
