import { z } from 'zod';
import { formatError, receivedError, sentErrorSchema } from '../src/errors.ts';
import { quotedBlock } from './quoted-block.ts';

const outcomeSchema = z.object({
	/** Days that were asked for. */
	asked: z.int(),
	/** Files below the listings. */
	written: z.array(z.string()),
	unchanged: z.int(),
	empty: z.int(),
	problems: z.array(sentErrorSchema),
});

/** What `npm run fetch -- --json` prints: how it went, or the error that ended it. */
export const fetchedSchema = z.union([outcomeSchema, z.object({ error: sentErrorSchema })]);
export type Fetched = z.infer<typeof fetchedSchema>;

/** How a run of `npm run fetch` went, as Markdown; null where it ended without a word. */
export function fetchedSummary(fetched: Fetched | null): string {
	const lines = ['## What was fetched', ''];
	if (fetched === null) lines.push('The command ended without saying anything: its step has what it printed.');
	else if ('error' in fetched) lines.push(quotedBlock(formatError(receivedError(fetched.error))));
	else {
		const { asked, written, unchanged, empty, problems } = fetched;
		lines.push(
			'| Days asked for | New listings | Unchanged | Empty | Problems |',
			'| ---: | ---: | ---: | ---: | ---: |',
			`| ${[asked, written.length, unchanged, empty, problems.length].join(' | ')} |`,
		);
		if (problems.length > 0) {
			const told = problems.map((problem) => formatError(receivedError(problem))).join('\n');
			lines.push('', 'What could not be fetched, or not all of it:', '', quotedBlock(told));
		}
	}
	return `${lines.join('\n')}\n`;
}
