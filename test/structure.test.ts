import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Chart } from '../src/charts/chart.ts';
import type { StackedBar } from '../src/charts/stacked-bar.ts';
import type { Svg } from '../src/charts/svg.ts';
import type { JsonLd, jsonLd } from '../src/exports/json-ld.ts';
import type { SafeHtml } from '../src/records/paper.ts';
import type { OrganizationRow } from '../src/views/organizations.ts';
import type { PaperView } from '../src/views/paper.ts';
import type { TopicRow } from '../src/views/topics.ts';

const source = resolve(import.meta.dirname, '../src');

/** Everything that Astro prints as it is: each was reviewed, and its type is below. A new one is added by hand. */
const printedRaw = [
	'components/ChartFigure.astro: set:html={svg.narrow}',
	'components/ChartFigure.astro: set:html={svg.wide}',
	'components/ListingAccounting.astro: set:html={bar.svg}',
	'components/OrganizationList.astro: set:html={sparkline}',
	'components/PaperAbstract.astro: set:html={abstractHtml}',
	'components/PaperHead.astro: set:html={jsonLd(article)}',
	'components/PaperPage.astro: set:html={view.titleHtml}',
	'components/TopicMultiples.astro: set:html={drawing}',
];

/** Each place of `pattern`, as `file: text`. */
function found(pattern: RegExp, files = '**/*.astro'): string[] {
	return globSync(files, { cwd: source })
		.flatMap((file) => {
			const code = readFileSync(join(source, file), 'utf8');
			return [...code.matchAll(pattern)].map(([text]) => `${file.replaceAll('\\', '/')}: ${text}`);
		})
		.sort();
}

describe('what the linter cannot see of Astro files', () => {
	test('prints no HTML but what was reviewed', () => {
		expect(found(/set:html(?:\s*=\s*(?:\{[^}]*\}|\S+))?/g, '**/*.{astro,ts}')).toEqual(printedRaw);
	});

	test('prints only what src/markup, src/charts and src/exports made', () => {
		expectTypeOf<ReturnType<typeof jsonLd>>().toEqualTypeOf<JsonLd>();
		expectTypeOf<PaperView['titleHtml']>().toEqualTypeOf<SafeHtml>();
		expectTypeOf<PaperView['abstractHtml']>().toEqualTypeOf<SafeHtml | null>();
		expectTypeOf<NonNullable<Chart['svg']>>().toEqualTypeOf<{ wide: Svg; narrow: Svg }>();
		expectTypeOf<TopicRow['drawing']>().toEqualTypeOf<Svg | null>();
		expectTypeOf<StackedBar['svg']>().toEqualTypeOf<Svg | null>();
		expectTypeOf<OrganizationRow['sparkline']>().toEqualTypeOf<Svg | null>();
	});

	test('has no other way to print HTML or to run text', () => {
		expect(found(/\bsrcdoc\b|\bdefine:vars\b|\bis:raw\b|astro\/runtime|\bon[a-z]+\s*=(?=["'{])/g)).toEqual([]);
	});

	test('writes no attribute in backticks, which are not linted', () => {
		expect(found(/[\w:-]+=`/g)).toEqual([]);
	});
});
