import type { APIRoute } from 'astro';
import { siteArchive } from '../../store/site-archive.ts';
import { type KeyOf, staticPaths } from '../../views/static-paths.ts';
import { termScript } from '../../views/term-script.ts';

export function getStaticPaths() {
	return staticPaths(siteArchive(), 'trends/terms-[file].js');
}

/** Counts of terms over time, as a classic script that registers them: it works from a file too. */
export const GET: APIRoute<{ key: KeyOf<'trends/terms-[file].js'> }> = ({ props }) =>
	new Response(termScript(siteArchive(), props.key.file), {
		headers: { 'content-type': 'text/javascript; charset=utf-8' },
	});
