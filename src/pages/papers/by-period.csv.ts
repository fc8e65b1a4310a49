import type { APIRoute } from 'astro';
import { siteArchive } from '../../store/site-archive.ts';
import { archiveCourse } from '../../views/archive-course.ts';

/** The numbers behind the chart of all papers. */
export const GET: APIRoute = () =>
	new Response(archiveCourse(siteArchive()).csv, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
