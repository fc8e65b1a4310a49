/** Text from elsewhere as a block of Markdown that it cannot end, and in which nothing of it is read as Markdown. */
export function quotedBlock(text: string): string {
	const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
	return [`${fence}text`, text, fence].join('\n');
}
