import { join, sep } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig, envField } from 'astro/config';

const { env } = process;
env.ASTRO_TELEMETRY_DISABLED = '1';

/** What lies in a folder of the project: a pattern would also mean folders of that name around the project. */
function made(name) {
	const slashes = (path) => path.replaceAll(sep, '/');
	const folder = slashes(join(import.meta.dirname, name));
	return (path) => `${slashes(path)}/`.startsWith(`${folder}/`);
}

/** Addresses end in `/` and nothing is inlined, so that every page can be rewritten to work from a file. */
export default defineConfig({
	output: 'static',
	// A site that search engines are to leave out says nowhere that its pages have an address to be found at.
	site: env.DAYBOOK_NOINDEX === 'true' ? undefined : env.DAYBOOK_SITE,
	base: env.DAYBOOK_BASE ?? '/',
	outDir: env.DAYBOOK_OUT ?? './dist',
	...(env.DAYBOOK_CACHE && { cacheDir: env.DAYBOOK_CACHE }),
	trailingSlash: 'always',
	build: { format: 'directory', inlineStylesheets: 'never' },
	env: { schema: { DAYBOOK_NOINDEX: envField.boolean({ context: 'server', access: 'public', default: false }) } },
	vite: {
		build: { assetsInlineLimit: 0 },
		// What a build makes meanwhile is no news for the pages that are being changed.
		server: { watch: { ignored: [made('.daybook'), made('dist')] } },
	},
	markdown: { processor: unified(), syntaxHighlight: false },
	devToolbar: { enabled: false },
});
