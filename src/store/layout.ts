/** What a folder of an archive holds, by name. */
export const archiveFiles = {
	report: 'report.json',
	summary: 'archive.json',
	index: 'index.jsonl',
	papers: 'papers',
	listings: 'listings',
	termChanges: 'term-changes.jsonl',
	termPeriods: 'terms.json',
	terms: 'terms',
} as const;
