import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { topicRecogniser } from '../../src/analysis/topics.ts';
import type { Topic } from '../../src/records/archive.ts';
import { idWithAbstract, titleId } from '../../src/records/ids.ts';
import type { PaperId, Slug } from '../../src/records/paper.ts';
import { type PublishedPaper, publishedPaperSchema } from '../../src/records/published-paper.ts';
import { slugOf, slugWithId } from '../../src/records/slug.ts';
import { gzip } from '../../src/search/index/gzip.ts';
import type { BenchPaper } from './bench-paper.ts';
import { randomNumbers } from './random.ts';

/**
 * Papers as a site publishes them, without the hour that an archive of 100,000 takes. Each year's are spread evenly
 * over its days. Papers of the same title, first author and abstract are one. Counts that are not known are made up,
 * since an order by them has to be measured too.
 */
export function publishedPapers(papers: Iterable<BenchPaper>, topics: readonly Topic[]): PublishedPaper[] {
	const random = randomNumbers(1);
	const topicsOf = topicRecogniser(topics);
	const seen = new Set<PaperId>();
	const ids = new Set<PaperId>();
	const slugs = new Set<Slug>();
	const published: PublishedPaper[] = [];
	for (const [year, ofYear] of Map.groupBy(papers, ({ year }) => year)) {
		for (const [at, paper] of ofYear.entries()) {
			const title = plain(paper.title);
			const abstract = plain(paper.abstract) || null;
			const authors = paper.authors.map((name) => ({ name: plain(name), url: null }));
			const bare = titleId(title, authors);
			const whole = idWithAbstract(bare, abstract);
			if (title === '' || seen.has(whole)) continue;
			seen.add(whole);
			const id = ids.has(bare) ? whole : bare;
			ids.add(id);
			const slug = slugs.has(slugOf(title)) ? slugWithId(slugOf(title), id) : slugOf(title);
			slugs.add(slug);
			const known = { id, slug, title, abstract, authors, topics: topicsOf({ title, abstract }) };
			const comments = paper.comments ?? manyOrFew(random());
			const upvotes = paper.upvotes ?? manyOrFew(random());
			published.push(publishedPaper({ ...known, comments, upvotes, published: dayOf(year, at / ofYear.length) }));
		}
	}
	return published;
}

type KnownOfPaper = Pick<PublishedPaper, 'id' | 'slug' | 'title' | 'abstract' | 'authors' | 'topics'> & {
	comments: number;
	upvotes: number;
	published: string;
};

function publishedPaper(known: KnownOfPaper): PublishedPaper {
	const values = {
		title: known.title,
		authorCount: known.authors.length,
		organization: null,
		published: known.published,
		publishedYear: 'explicit',
		comments: known.comments,
		upvotes: known.upvotes,
	};
	return publishedPaperSchema.parse({
		ids: [known.id],
		aliases: [],
		abstractCut: null,
		summary: null,
		listedOn: null,
		listedAlso: [],
		arxivId: null,
		version: null,
		doi: null,
		venue: null,
		language: null,
		withdrawn: null,
		links: [],
		keyphrases: [],
		appearances: [{ listing: 'bench.json', captured: null, position: 1, at: '/0', values }],
		conflicts: [],
		corrected: [],
		searchText: null,
		...values,
		...known,
	});
}

/** As an archive would have it: one space where several or control characters stand. */
function plain(text: string): string {
	return text
		.toWellFormed()
		.normalize()
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** Half have none; few have many. */
function manyOrFew(random: number): number {
	return Math.floor(1 / (1 - 0.995 * random) / 2);
}

function dayOf(year: number, share: number): string {
	const [from, to] = [Date.UTC(year), Date.UTC(year + 1)];
	return new Date(from + share * (to - from)).toISOString().slice(0, 10);
}

/** Writes `data/papers/` of a site, a shard a month. */
export async function writePapers(site: string, papers: readonly PublishedPaper[]): Promise<void> {
	const folder = join(site, 'data/papers');
	await mkdir(folder, { recursive: true });
	for (const [month, ofMonth] of Map.groupBy(papers, ({ published }) => published?.slice(0, 7) ?? 'undated')) {
		const lines = ofMonth.map((paper) => `${JSON.stringify(paper)}\n`);
		await writeFile(join(folder, `${month}.jsonl.gz`), gzip(lines.join('')));
	}
}
