/** What a folder of an archive holds, by name. */
export const archiveFiles = {
	report: 'report.json',
	summary: 'archive.json',
	index: 'index.jsonl',
	papers: 'papers',
	listings: 'listings',
} as const;
