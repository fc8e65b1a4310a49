import { expect, test } from 'vitest';
import { type Built, buildSummary } from '../../scripts/build-summary.ts';
import { listingOf, problemOf, reportOf } from './reports.ts';

const built: Built = { pages: 24_680, size: '30,000 files, 200.0 MB', warning: null, changes: null };
const withProblem = reportOf({ listings: [listingOf('mine/page.txt', problemOf('No date follows “A title”.'))] });

test('of the first build', () => {
	expect(`\n${buildSummary(built, withProblem, 'content/listings')}`).toMatchInlineSnapshot(`
		"
		## What was built

		| | Papers | Pages | Listings | Problems |
		| --- | ---: | ---: | ---: | ---: |
		| Now | 12,345 | 24,680 | 1 | 1 |

		The site has 30,000 files, 200.0 MB.

		What could not be read as expected:

		\`\`\`text
		problem entry/no-meta content/listings/mine/page.txt:1 No date follows “A title”.
		\`\`\`
		"
	`);
});

test('of a build after another', () => {
	const changes = { papers: 30, pages: 41, listings: 1, problems: -2, newProblems: [] };
	expect(`\n${buildSummary({ ...built, changes }, withProblem, 'content/listings')}`).toMatchInlineSnapshot(`
		"
		## What was built

		| | Papers | Pages | Listings | Problems |
		| --- | ---: | ---: | ---: | ---: |
		| Now | 12,345 | 24,680 | 1 | 1 |
		| Since the build before | +30 | +41 | +1 | -2 |

		The site has 30,000 files, 200.0 MB.
		"
	`);
});

test('of a build that brings problems, and comes near the limit', () => {
	const changes = { papers: 0, pages: 0, listings: 0, problems: 1, newProblems: ['problem entry/no-meta a.txt:1 No.'] };
	const warned = { ...built, warning: 'The site takes 85%.', changes };
	expect(`\n${buildSummary(warned, withProblem, 'content/listings')}`).toMatchInlineSnapshot(`
		"
		## What was built

		| | Papers | Pages | Listings | Problems |
		| --- | ---: | ---: | ---: | ---: |
		| Now | 12,345 | 24,680 | 1 | 1 |
		| Since the build before | 0 | 0 | 0 | +1 |

		The site has 30,000 files, 200.0 MB.

		**The site takes 85%.**

		What could not be read as expected, and is new:

		\`\`\`text
		problem entry/no-meta a.txt:1 No.
		\`\`\`
		"
	`);
});

test('what a listing says cannot end the block that it is quoted in', () => {
	const listings = [listingOf('mine/page.txt', problemOf('A title\n````\n# Pay here'))];
	const summary = buildSummary(built, reportOf({ listings }), 'content/listings');
	expect(summary).toMatch(/\n`{5}text\n[^\n]* A title ```` # Pay here\n`{5}\n$/);
});
