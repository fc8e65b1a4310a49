import { expect, test } from 'vitest';
import { buildSummary } from '../../scripts/build-summary.ts';
import type { Report } from '../../src/records/archive.ts';

type Problem = Report['listings'][number]['problems'][number];

function reportOf(...problems: Problem[]): Report {
	const listing = { file: 'mine/page.txt', sha256: '0'.repeat(64), dialect: 'huggingface-text', captured: null };
	return {
		papers: 12_345,
		entries: 12_400,
		merged: 55,
		conflicts: 0,
		corrections: { applied: 0, problems: [] },
		text: { papers: 0, changes: {}, unparsed: [] },
		listings: [{ ...listing, capturedFrom: null, day: null, entries: 12_400, problems }],
	};
}

const problem: Problem = { code: 'entry/no-meta', at: [461, 463], message: 'No date follows “A title”.', hint: 'look' };

test('of a build without problems', () => {
	expect(`\n${buildSummary(24_680, reportOf(), 'content/listings')}`).toMatchInlineSnapshot(`
		"
		## What was built

		| Papers | Pages | Listings | Problems |
		| ---: | ---: | ---: | ---: |
		| 12,345 | 24,680 | 1 | 0 |
		"
	`);
});

test('of a build with problems', () => {
	expect(`\n${buildSummary(3, reportOf(problem), 'content/listings')}`).toMatchInlineSnapshot(`
		"
		## What was built

		| Papers | Pages | Listings | Problems |
		| ---: | ---: | ---: | ---: |
		| 12,345 | 3 | 1 | 1 |

		What could not be read as expected:

		\`\`\`text
		problem entry/no-meta content/listings/mine/page.txt:461 No date follows “A title”.
		\`\`\`
		"
	`);
});

test('what a listing says cannot end the block that it is quoted in', () => {
	const hostile = { ...problem, message: 'A title\n````\n# Pay here' };
	const summary = buildSummary(3, reportOf(hostile), 'content/listings');
	expect(summary).toMatch(/\n`{5}text\n[\s\S]*\n````\n# Pay here\n`{5}\n$/);
});
