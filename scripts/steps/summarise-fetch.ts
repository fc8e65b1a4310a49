import { readFile } from 'node:fs/promises';
import { command, run } from '../command.ts';
import { fetchedSchema, fetchedSummary } from '../fetched-summary.ts';

const program = command('summarise-fetch', 'Prints how a run of npm run fetch went, as Markdown.')
	.requiredOption('--fetched <file>', 'what npm run fetch printed with --json')
	.action(async ({ fetched: file }: { fetched: string }) => {
		const text = await readFile(file, 'utf8');
		console.log(fetchedSummary(text.trim() === '' ? null : fetchedSchema.parse(JSON.parse(text))));
	});

await run(program);
