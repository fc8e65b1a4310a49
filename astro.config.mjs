import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';

const { env } = process;
env.ASTRO_TELEMETRY_DISABLED = '1';

/** Addresses end in `/` and nothing is inlined, so that every page can be rewritten to work from a file. */
export default defineConfig({
	output: 'static',
	site: env.DAYBOOK_SITE,
	base: env.DAYBOOK_BASE ?? '/',
	outDir: env.DAYBOOK_OUT ?? './dist',
	...(env.DAYBOOK_CACHE && { cacheDir: env.DAYBOOK_CACHE }),
	trailingSlash: 'always',
	build: { format: 'directory', inlineStylesheets: 'never' },
	vite: { build: { assetsInlineLimit: 0 } },
	markdown: { processor: unified(), syntaxHighlight: false },
	devToolbar: { enabled: false },
});
