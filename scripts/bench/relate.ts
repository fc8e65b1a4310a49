import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { z } from 'zod';
import { type RelatablePaper, relatedPapers } from '../../src/analysis/related.ts';
import { paperIdSchema } from '../../src/records/paper.ts';
import { recallAtFive } from './related-recall.ts';

/** What `bench --related` measures: papers, one JSON object a line, related; a line for each is written. `sample`
 * measures the recall, too, when time and memory are measured. */
const [from = '', to = '', recall = 'none'] = process.argv.slice(2);
const lineSchema = z.object({ id: paperIdSchema, title: z.string(), abstract: z.string().nullable() });

const papers: RelatablePaper[] = [];
for await (const line of linesOf(from)) papers.push(lineSchema.parse(JSON.parse(line)));
const started = performance.now();
const related = relatedPapers(papers);
const seconds = (performance.now() - started) / 1000;
// In kilobytes, whatever the system.
const peakBytes = process.resourceUsage().maxRSS * 1024;

const output = createWriteStream(to);
for (const [id, found] of related) {
	if (!output.write(`${JSON.stringify({ id, related: found })}\n`)) await once(output, 'drain');
}
output.end();
await once(output, 'finish');
const found = recall === 'sample' ? recallAtFive(papers, related) : null;
console.log(JSON.stringify({ seconds, peakBytes, recallAtFive: found }));

/** Only newlines part lines: `node:readline` takes other separators for one too. */
async function* linesOf(file: string): AsyncGenerator<string> {
	let rest = '';
	for await (const chunk of createReadStream(file, 'utf8')) {
		const lines = `${rest}${chunk}`.split('\n');
		rest = lines.pop() ?? '';
		yield* lines;
	}
}
