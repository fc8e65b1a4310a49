import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { fetchedSchema, fetchedSummary } from '../../scripts/fetched-summary.ts';
import { runCommand } from './run-command.ts';

const problem = {
	code: 'source/changed',
	message: 'The field title is missing.',
	hint: 'see whether Daybook has been changed',
	location: { file: 'https://example.org/api', at: '[3].paper' },
};

test('of a run that went well', () => {
	const outcome = { asked: 3, written: ['huggingface/a.json.gz'], mended: [], unchanged: 1, empty: 1, problems: [] };
	expect(`\n${fetchedSummary(fetchedSchema.parse(outcome))}`).toMatchInlineSnapshot(`
		"
		## What was fetched

		| Days asked for | New listings | Unchanged | Empty | Problems |
		| ---: | ---: | ---: | ---: | ---: |
		| 3 | 1 | 1 | 1 | 0 |
		"
	`);
});

test('of a run of which something failed', () => {
	const outcome = { asked: 1, written: [], mended: [], unchanged: 0, empty: 0, problems: [problem] };
	expect(`\n${fetchedSummary(fetchedSchema.parse(outcome))}`).toMatchInlineSnapshot(`
		"
		## What was fetched

		| Days asked for | New listings | Unchanged | Empty | Problems |
		| ---: | ---: | ---: | ---: | ---: |
		| 1 | 0 | 0 | 0 | 1 |

		What could not be fetched, or not all of it:

		\`\`\`text
		error source/changed
		  https://example.org/api:[3].paper
		  The field title is missing.
		  Try: see whether Daybook has been changed
		\`\`\`
		"
	`);
});

test('of a run that an error ended', () => {
	expect(`\n${fetchedSummary(fetchedSchema.parse({ error: problem }))}`).toMatchInlineSnapshot(`
		"
		## What was fetched

		\`\`\`text
		error source/changed
		  https://example.org/api:[3].paper
		  The field title is missing.
		  Try: see whether Daybook has been changed
		\`\`\`
		"
	`);
});

test('of a run that was killed', () => {
	expect(fetchedSummary(null)).toContain('ended without saying anything');
});

test('what the command prints is understood, here of a day that has its captures', () => {
	const listings = mkdtempSync(join(tmpdir(), 'daybook-fetched-'));
	onTestFinished(() => rmSync(listings, { recursive: true }));
	const capture = join(listings, 'huggingface/2020-01-01.2020-02-01T000000Z.json.gz');
	mkdirSync(join(listings, 'huggingface'));
	writeFileSync(capture, gzipSync('[]'));
	writeFileSync(`${capture}.yaml`, 'captured: 2020-02-01T00:00:00Z\nday: 2020-01-01\n');
	const range = ['--since', '2020-01-01', '--until', '2020-01-01'];
	const { stdout } = runCommand('fetch.ts', ['--listings', listings, ...range, '--json']);
	expect(fetchedSummary(fetchedSchema.parse(JSON.parse(stdout)))).toContain('\n| 0 | 0 | 0 | 0 | 0 |\n');
});

test('so is what it prints when it is called wrongly', () => {
	const { stdout } = runCommand('fetch.ts', ['--since', 'tomorrow', '--json']);
	expect(fetchedSummary(fetchedSchema.parse(JSON.parse(stdout)))).toContain('error usage/wrong');
});
