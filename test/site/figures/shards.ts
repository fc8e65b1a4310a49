import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addressed } from '../../../src/records/organization.ts';
import { naiveTerms } from '../../analysis/naive-terms.ts';

const shardPaperSchema = z.object({
	id: z.string(),
	slug: z.string(),
	title: z.string(),
	abstract: z.string().nullable(),
	published: z.string().nullable(),
	listedOn: z.string().nullable(),
	topics: z.array(z.string()),
	organization: z.object({ slug: z.string(), name: z.string() }).nullable(),
	comments: z.number().nullable(),
	upvotes: z.number().nullable(),
	withdrawn: z.unknown(),
	appearances: z.array(z.object({ captured: z.string().nullable() })),
});

/** What a shard says of a paper, its date, and the address of its organisation. */
export interface ShardPaper extends z.infer<typeof shardPaperSchema> {
	date: string | null;
	organizationSlug: string | null;
}

/** An archive read as plain JSON, and a site that shows it. */
export interface FiguredSite {
	folder: string;
	/** Those that are shown: undated ones, then oldest first; of one date by id. */
	papers: readonly ShardPaper[];
	/** By slug. */
	topicNames: ReadonlyMap<string, string>;
	/** Of a paper, by its id: the keys of its terms, read the slow way. */
	termsOf: (id: string) => ReadonlySet<string>;
}

export function figuredSite(folder: string, archive: string): FiguredSite {
	const papers = shardPapers(archive);
	const summary = z
		.object({ topics: z.array(z.object({ slug: z.string(), name: z.string() })) })
		.parse(JSON.parse(readFileSync(join(archive, 'archive.json'), 'utf8')));
	const terms = new Map(
		papers.map(({ id, title, abstract }) => [id, new Set([...naiveTerms(title), ...naiveTerms(abstract ?? '')])]),
	);
	return {
		folder,
		papers,
		topicNames: new Map(summary.topics.map(({ slug, name }) => [slug, name])),
		termsOf: (id) => terms.get(id) ?? new Set(),
	};
}

function shardPapers(archive: string): ShardPaper[] {
	const files = globSync('papers/*.jsonl', { cwd: archive });
	return files
		.flatMap((file) => readFileSync(join(archive, file), 'utf8').split('\n'))
		.filter((line) => line !== '')
		.map((line) => shardPaperSchema.parse(JSON.parse(line)))
		.filter(({ withdrawn }) => withdrawn === null)
		.map((paper) => ({
			...paper,
			date: paper.listedOn ?? paper.published,
			organizationSlug: paper.organization === null ? null : (addressed(paper.organization)?.slug ?? null),
		}))
		.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ date, id }: ShardPaper): string {
	return `${date ?? ''}\u0000${id}`;
}
