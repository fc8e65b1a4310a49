import { quantileSorted } from 'd3-array';
import type { PageSearch } from './search-page.ts';
import type { SearchedSite } from './search-site.ts';
import { type OpenedPage, onStage } from './search-stage.ts';
import { grouped, table } from './table.ts';

/** How long a search takes from a key to the data of ten rows, in milliseconds. */
export interface SearchSpeed {
	search: string;
	median: number;
	p95: number;
	most: number;
	/** What took longest, and how long. */
	slowest: { text: string; milliseconds: number }[];
}

export interface SpeedReport {
	papers: number;
	keys: number;
	speeds: SearchSpeed[];
}

const typedTitles = 100;
const typedWords = 2;

/**
 * Times Daybook and MiniSearch in Chromium: the first two words of 100 titles are typed letter by letter, and each text
 * is searched when the one before is answered. Both type one title before either types the next, since a machine is
 * not as fast at all times. All is typed once before it is timed, so that what a search keeps is there. Nothing is
 * drawn.
 */
export async function searchSpeed(site: SearchedSite): Promise<SpeedReport> {
	const typed = typedTexts(site.papers.map(({ title }) => title));
	return await onStage(site, { miniSearch: true }, async (stage) => {
		const searches = [
			{ name: 'Daybook', page: await stage.daybook(), times: [] as number[] },
			{ name: 'MiniSearch', page: await stage.miniSearch(), times: [] as number[] },
		];
		for (const isTimed of [false, true]) {
			for (const texts of typed) {
				for (const { page, times } of searches) {
					const taken = await timed(page, texts);
					if (isTimed) times.push(...taken);
				}
			}
		}
		const texts = typed.flat();
		const speeds = searches.map(({ name, times }) => speedOf(name, texts, times));
		return { papers: site.papers.length, keys: texts.length, speeds };
	});
}

/** What stands in a field after each key, for titles spread evenly over all. */
export function typedTexts(titles: readonly string[]): string[][] {
	const count = Math.min(typedTitles, titles.length);
	return Array.from({ length: count }, (_, nth) => {
		const title = titles[Math.floor((nth * titles.length) / count)] ?? '';
		const typed = [...title.split(/\s+/).slice(0, typedWords).join(' ')];
		return typed.map((_, at) => typed.slice(0, at + 1).join(''));
	});
}

/** In milliseconds, one after another. */
async function timed({ search }: OpenedPage<PageSearch>, texts: string[]): Promise<number[]> {
	return await search.evaluate(async (search, texts) => {
		const times: number[] = [];
		for (const text of texts) {
			const started = performance.now();
			await search.rows(text, { typing: true });
			times.push(performance.now() - started);
		}
		return times;
	}, texts);
}

export function speedOf(search: string, texts: readonly string[], times: readonly number[]): SearchSpeed {
	const sorted = times.toSorted((a, b) => a - b);
	const slowest = texts
		.map((text, at) => ({ text, milliseconds: times[at] ?? 0 }))
		.sort((a, b) => b.milliseconds - a.milliseconds)
		.slice(0, 5);
	const at = (share: number) => quantileSorted(sorted, share) ?? 0;
	return { search, median: at(0.5), p95: at(0.95), most: at(1), slowest };
}

export function speedTable({ papers, keys, speeds }: SpeedReport): string {
	return [
		`ms from a key to ten rows, ${grouped(papers)} papers, ${grouped(keys)} keys`,
		table(
			['search', 'median', 'p95', 'most'],
			speeds.map(({ search, median, p95, most }) => [search, ...[median, p95, most].map((time) => grouped(time, 1))]),
		),
		'',
		...speeds.flatMap(({ search, slowest }) =>
			slowest.map(({ text, milliseconds }) => `${search} took ${grouped(milliseconds)} ms for “${text}”`),
		),
	].join('\n');
}
