import type { APIRoute } from 'astro';
import { siteArchive } from '../../store/site-archive.ts';
import { topicSharesOf } from '../../views/topics.ts';

/** The numbers behind the drawings of all topics. */
export const GET: APIRoute = () =>
	new Response(topicSharesOf(siteArchive()), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
