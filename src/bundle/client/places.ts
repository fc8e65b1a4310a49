/** The excerpt of one paper, by its number in its segment. */
const fragment = /^(.*\/fragment\/)(\d+)\.pf_fragment$/;

/**
 * The script that holds a file of the search, both below `pagefind/`. Excerpts go together, `together` of them in a
 * script; every other file has its own.
 */
export function scriptOf(file: string, together: number): string {
	const [, folder, number] = fragment.exec(file) ?? [];
	if (folder === undefined) return `${file}.js`;
	return `${folder}${Math.floor(Number(number) / together)}.js`;
}

/**
 * How many excerpts a script holds in an archive of so many papers. A reader loads ten scripts for ten results, and a
 * folder has a script for each group: as the root of the number of papers both stay small.
 */
export function excerptsTogether(papers: number): number {
	return Math.max(1, Math.round(Math.sqrt(papers) / 10));
}

/** Whether a file is put into its script compressed: what Pagefind wrote is so already. */
export function isPacked(file: string): boolean {
	return file.endsWith('.json');
}
