import { DaybookError } from '../../src/errors.ts';
import { readArchive } from '../../src/store/read.ts';

/** What of a paper its topics are about. */
export interface ArchivePaper {
	id: string;
	/** Ids and addresses that mean it. */
	names: string[];
	slug: string;
	title: string;
	abstract: string | null;
	appearances: { listing: string; position: number; title: string }[];
}

/** The papers of an archive that are shown, shard by shard. Throws as `readArchive`. */
export function archivePapers(folder: string): ArchivePaper[] {
	const archive = readArchive(folder);
	return archive.summary.shards.flatMap(({ name }) =>
		archive
			.shard(name)
			.filter(({ withdrawn }) => withdrawn === null)
			.map(({ id, ids, slug, aliases, title, abstract, appearances }) => ({
				id,
				names: [...ids, slug, ...aliases],
				slug,
				title,
				abstract,
				appearances: appearances.map(({ listing, position, values }) => ({ listing, position, title: values.title })),
			})),
	);
}

/** The paper of an id, of an address, or of the last part of one. Throws `topics/no-paper`. */
export function paperNamed(papers: readonly ArchivePaper[], name: string): ArchivePaper {
	const last = name
		.replace(/[?#].*$/, '')
		.replace(/\/+$/, '')
		.replace(/^.*\//, '');
	const paper =
		papers.find(({ id, slug }) => id === name || slug === last) ??
		papers.find(({ names }) => names.includes(name) || names.includes(last));
	if (paper) return paper;
	throw new DaybookError({
		code: 'topics/no-paper',
		message: `No paper has the id or the address “${name}”.`,
		hint: 'take the address of its page, its last part, or an id such as arxiv:2401.00001',
	});
}
