/** Code that the import rules refuse or allow, each with the place where it would stand. */

/** The parts of src that have an import rule. */
export const areas = [
	...['records', 'listings', 'markup', 'analysis', 'charts', 'exports', 'archive', 'views', 'store', 'sources'],
	...['search', 'bundle', 'pages', 'layouts', 'components', 'browser'],
] as const;
type Area = (typeof areas)[number];

const analyses: Area[] = ['listings', 'markup', 'analysis', 'charts', 'exports'];
const ofMarkup: Area[] = ['records', 'charts', 'exports', 'views', 'layouts', 'components', 'browser'];

/** The import rules of the design: what each part of src may import beside itself. */
const mayImport: Record<Area, readonly Area[]> = {
	records: [],
	listings: ['records'],
	markup: ['records'],
	analysis: ['records'],
	charts: ['records'],
	exports: ['records'],
	archive: ['records', ...analyses],
	views: ['records', ...analyses, 'store'],
	store: ['records'],
	sources: ['records'],
	search: ['records'],
	bundle: ['records'],
	pages: [...ofMarkup, 'store'],
	layouts: ofMarkup,
	components: ofMarkup,
	browser: ['records', 'charts'],
};

const astroAreas: readonly Area[] = ['pages', 'layouts', 'components'];

export interface Sample {
	/** Where the code would stand. */
	path: string;
	code: string;
	refused: boolean;
}

/** An import of every part from every other, from a file and from a folder within it. */
export const importsOfAreas = areas.flatMap((from) =>
	areas
		.filter((to) => to !== from)
		.flatMap((to): Sample[] => {
			const refused = !mayImport[from].includes(to);
			const code = (up: string) => `import type { Thing } from '${up}${to}/thing.ts';\nexport type Other = Thing;\n`;
			const samples = [
				{ path: `src/${from}/${to}-flat.ts`, code: code('../'), refused },
				{ path: `src/${from}/deep/${to}-deep.ts`, code: code('../../'), refused },
			];
			if (!astroAreas.includes(from)) return samples;
			return [...samples, { path: `src/${from}/${to}.astro`, code: `---\n${code('../')}---\n<p>Text</p>\n`, refused }];
		}),
);

const allowed = (path: string, code: string): Sample => ({ path, code, refused: false });
const refused = (path: string, code: string): Sample => ({ path, code, refused: true });

/** What each rule refuses and allows. */
export const rules: Record<string, Sample[]> = {
	'every part may import itself and the errors': [
		allowed('src/listings/self.ts', `import './other.ts';\nimport '../errors.ts';\n`),
		allowed('src/listings/deep/self.ts', `import '../other.ts';\nimport '../../errors.ts';\n`),
		allowed('src/browser/self.ts', `import './other.ts';\n`),
	],
	'other ways to name a forbidden file': [
		refused('src/archive/dynamic.ts', `export const views = await import('../views/thing.ts');\n`),
		refused('src/archive/again.ts', `export { thing } from '../views/thing.ts';\n`),
		refused('src/archive/dotted.ts', `import './../views/thing.ts';\n`),
		refused('src/archive/absolute.ts', `import '/src/views/thing.ts';\n`),
		refused('src/components/Script.astro', `<p>Text</p>\n<script>import '../search/thing.ts';</script>\n`),
	],
	'nobody imports scripts': [
		refused('src/archive/scripts.ts', `import '../../scripts/archive.ts';\n`),
		refused('src/pages/scripts.astro', `---\nimport '../../scripts/archive.ts';\n---\n<p>Text</p>\n`),
		allowed('scripts/other.ts', `import './archive.ts';\nimport '../src/store/read.ts';\n`),
	],
	'records imports zod and node:crypto only': [
		allowed('src/records/packages.ts', `import 'node:crypto';\nimport 'zod';\nimport './dates.ts';\n`),
		refused('src/records/path.ts', `import 'node:path';\n`),
		refused('src/records/yaml.ts', `import 'yaml';\n`),
		refused('src/records/errors.ts', `import '../errors.ts';\n`),
		refused('src/records/title-key.ts', `import 'zod';\n`),
	],
	'a new part of src needs a rule': [
		refused('src/novelty/thing.ts', `import '../records/paper.ts';\n`),
		allowed('src/novelty/errors.ts', `import '../errors.ts';\n`),
	],
	'files are for the edges': [
		refused('src/archive/files.ts', `import 'node:fs';\n`),
		refused('src/listings/files.ts', `import { readFile } from 'node:fs/promises';\nexport const read = readFile;\n`),
		refused('src/views/files.ts', `export const files = await import('node:fs');\n`),
		refused('src/search/client/files.ts', `import 'node:fs';\n`),
		refused('src/pages/files.astro', `---\nimport 'node:fs/promises';\n---\n<p>Text</p>\n`),
		allowed('src/store/files.ts', `import 'node:fs/promises';\n`),
		refused('src/search/files.ts', `import 'node:fs';\n`),
		allowed('src/search/index/files.ts', `import 'node:fs';\n`),
		allowed('src/bundle/files.ts', `import 'node:fs';\n`),
		refused('src/bundle/client/files.ts', `import 'node:fs';\n`),
		allowed('src/content.config.ts', `import 'node:fs';\nimport 'astro:content';\nimport './store/read.ts';\n`),
		allowed('scripts/files.ts', `import 'node:fs';\n`),
		allowed('test/files.ts', `import 'node:fs';\n`),
	],
	'the network is for sources': [
		refused('src/store/network.ts', `import 'node:http';\n`),
		refused('src/bundle/network.ts', `import 'node:https';\n`),
		refused('src/archive/network.ts', `import 'node:net';\n`),
		refused('src/search/network.ts', `import 'undici';\n`),
		refused('src/sources/fetch.ts', `export const answer = await fetch('https://example.org/');\n`),
		refused(
			'src/pages/fetch.astro',
			`---\nconst answer = await fetch('https://example.org/');\n---\n<p>{answer.status}</p>\n`,
		),
		allowed('src/sources/network.ts', `import 'node:http';\n`),
		allowed(
			'src/sources/given.ts',
			`export const load = (fetch: (url: string) => string) => fetch('https://example.org/');\n`,
		),
	],
	'astro is for what it renders': [
		refused('src/views/astro.ts', `import 'astro';\n`),
		refused('src/markup/astro.ts', `import '@astrojs/markdown-remark';\n`),
		refused('src/store/astro.ts', `import 'astro:content';\n`),
		refused('src/browser/astro.ts', `import 'astro:transitions/client';\n`),
		allowed('src/pages/content.astro', `---\nimport 'astro:content';\n---\n<p>Text</p>\n`),
		allowed('src/layouts/types.ts', `import 'astro/types';\n`),
	],
	'the core reads no clock, chance, console, process or host': [
		refused('src/archive/now.ts', `export const now = Date.now();\n`),
		refused('src/archive/today.ts', `export const today = new Date();\n`),
		refused('src/views/chance.ts', `export const chance = Math.random();\n`),
		refused('src/views/id.ts', `import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();\n`),
		refused('src/search/time.ts', `export const time = performance.now();\n`),
		refused('src/store/time.ts', `export const time = Date.now();\n`),
		refused('src/exports/order.ts', `export const order = (a: string, b: string) => a.localeCompare(b);\n`),
		refused('src/exports/process.ts', `export const home = process.cwd();\n`),
		refused('src/exports/worker.ts', `import 'node:worker_threads';\n`),
		refused('src/store/console.ts', `console.log('done');\n`),
		refused('src/pages/now.astro', `<p>{new Date().getFullYear()}</p>\n`),
		refused('src/components/Now.astro', `<p>Text</p>\n<script>document.title = String(Math.random());</script>\n`),
		allowed('src/archive/date.ts', `export const day = new Date('2025-11-24T00:00:00Z').getUTCDay();\n`),
		allowed('scripts/now.ts', `console.log(Date.now(), process.cwd());\n`),
	],
	'views take the type of the store only': [
		allowed(
			'src/views/store-type.ts',
			`import type { ArchiveStore } from '../store/read.ts';\nexport type Store = ArchiveStore;\n`,
		),
		refused(
			'src/views/store-value.ts',
			`import { openArchive } from '../store/read.ts';\nexport const open = openArchive;\n`,
		),
	],
	'browser code takes types of records, and the keys of titles and terms': [
		...['src/browser', 'src/search/client'].flatMap((folder) => {
			const up = folder === 'src/browser' ? '../' : '../../';
			return [
				allowed(
					`${folder}/type.ts`,
					`import type { Paper } from '${up}records/paper.ts';\nexport type Shown = Paper;\n`,
				),
				allowed(
					`${folder}/key.ts`,
					`import { titleKey } from '${up}records/title-key.ts';\nexport const key = titleKey;\n`,
				),
				allowed(
					`${folder}/term.ts`,
					`import { termKey } from '${up}records/term-key.ts';\nexport const key = termKey;\n`,
				),
				refused(`${folder}/value.ts`, `import { dayOf } from '${up}records/paper.ts';\nexport const day = dayOf;\n`),
				refused(
					`${folder}/inline.ts`,
					`import { type Paper } from '${up}records/paper.ts';\nexport type Shown = Paper;\n`,
				),
				refused(`${folder}/again.ts`, `export { dayOf } from '${up}records/paper.ts';\n`),
				refused(`${folder}/node.ts`, `import 'node:path';\n`),
				refused(`${folder}/fetch.ts`, `export const answer = fetch('x.json');\n`),
				refused(
					`${folder}/html.ts`,
					`export const show = (node: Element, text: string) => {\n\tnode.innerHTML = text;\n};\n`,
				),
			];
		}),
		allowed('src/browser/drawn.ts', `export const parser = new DOMParser();\n`),
		refused('src/browser/parsed.ts', `export const parser = new DOMParser();\n`),
		allowed('src/browser/shares.ts', `import '../analysis/term-shares.ts';\n`),
		allowed('src/browser/client.ts', `import '../search/client/query.ts';\n`),
		refused('src/browser/index-of-search.ts', `import '../search/build.ts';\n`),
		refused('src/search/client/index-of-search.ts', `import '../build.ts';\n`),
		refused('src/bundle/client/zip.ts', `import '../zip.ts';\n`),
		allowed('src/bundle/client/same.ts', `import './places.ts';\n`),
	],
};
