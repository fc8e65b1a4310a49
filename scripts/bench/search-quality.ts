import { titleKey } from '../../src/records/title-key.ts';
import type { KnownItem } from './search-queries.ts';
import { grouped, table } from './table.ts';

/** A search to be judged: the titles of what it finds, best first, ten at most. */
export interface JudgedSearch {
	name: string;
	titles(query: string): Promise<string[]>;
}

/** How well a search answered some queries. Shares are of 1. */
export interface Quality {
	queries: number;
	/** How many have a wanted paper first, among the first three, among the first ten. */
	recall1: number;
	recall3: number;
	recall10: number;
	/** The mean of 1 ÷ rank, 0 where none of the ten is wanted. */
	reciprocalRank: number;
}

/** A query whose first result is none that was wanted. */
export interface MissedItem extends KnownItem {
	search: string;
	/** Of the best wanted paper, from 1; null when it is not among ten. */
	rank: number | null;
	/** The titles that came first, three at most. */
	first: string[];
}

export interface QualityReport {
	papers: number;
	/** By search, then by kind of query; `all` is all of them. */
	quality: { search: string; kind: string; quality: Quality }[];
	missed: MissedItem[];
}

/** Asks every search every query. */
export async function judged(
	searches: readonly JudgedSearch[],
	items: readonly KnownItem[],
): Promise<Omit<QualityReport, 'papers'>> {
	const quality: QualityReport['quality'] = [];
	const missed: MissedItem[] = [];
	for (const { name, titles } of searches) {
		const ranked: { kind: string; rank: number | null }[] = [];
		for (const item of items) {
			const found = await titles(item.query);
			const rank = rankOf(item.wanted, found);
			ranked.push({ kind: item.kind, rank });
			if (rank !== 1) missed.push({ search: name, ...item, rank, first: found.slice(0, 3) });
		}
		for (const [kind, ofKind] of Map.groupBy(ranked, ({ kind }) => kind)) {
			quality.push({ search: name, kind, quality: qualityOf(ofKind.map(({ rank }) => rank)) });
		}
		quality.push({ search: name, kind: 'all', quality: qualityOf(ranked.map(({ rank }) => rank)) });
	}
	return { quality, missed };
}

/** The place of the first wanted title among ten, from 1, or null. Titles are the same when their keys are. */
export function rankOf(wanted: readonly string[], found: readonly string[]): number | null {
	const keys = new Set(wanted.map(titleKey));
	const at = found.slice(0, 10).findIndex((title) => keys.has(titleKey(title)));
	return at === -1 ? null : at + 1;
}

/** Sums ranks up; of no queries all is 0. */
export function qualityOf(ranks: readonly (number | null)[]): Quality {
	const queries = ranks.length;
	const mean = (value: (rank: number) => number) =>
		queries === 0 ? 0 : ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : value(rank)), 0) / queries;
	const within = (places: number) => mean((rank) => (rank <= places ? 1 : 0));
	return {
		queries,
		recall1: within(1),
		recall3: within(3),
		recall10: within(10),
		reciprocalRank: mean((rank) => 1 / rank),
	};
}

/** The report as aligned text, and below it what Daybook did not find among ten. */
export function qualityTable({ papers, quality, missed }: QualityReport): string {
	const rows = quality.map(({ search, kind, quality: of }) => [
		`${search}, ${kind}`,
		grouped(of.queries),
		...[of.recall1, of.recall3, of.recall10, of.reciprocalRank].map((share) => grouped(share, 3)),
	]);
	const lost = missed.filter(({ search, rank }) => search === 'Daybook' && rank === null);
	return [
		table([`${grouped(papers)} papers`, 'queries', 'recall@1', '@3', '@10', 'MRR'], rows),
		...lost.map(({ query, wanted, first }) => `“${query}” did not find “${wanted[0]}” but “${first[0] ?? 'nothing'}”`),
	].join('\n');
}
