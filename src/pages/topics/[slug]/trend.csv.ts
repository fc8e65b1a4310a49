import type { APIRoute } from 'astro';
import { siteArchive } from '../../../store/site-archive.ts';
import { type KeyOf, staticPaths } from '../../../views/static-paths.ts';
import { topicTrendView } from '../../../views/topic.ts';

export function getStaticPaths() {
	return staticPaths(siteArchive(), 'topics/[slug]/trend.csv');
}

/** The numbers behind the chart of a topic. */
export const GET: APIRoute<{ key: KeyOf<'topics/[slug]/trend.csv'> }> = ({ props }) =>
	new Response(topicTrendView(siteArchive(), props.key.slug).csv, {
		headers: { 'content-type': 'text/csv; charset=utf-8' },
	});
