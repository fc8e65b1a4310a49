import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildChanges, builtState } from '../../scripts/build-changes.ts';
import { paperIdSchema } from '../../src/records/paper.ts';
import { listingOf, problemOf, reportOf } from './reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-changes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [first, second] = [problemOf('first'), problemOf('second')];

test('what a build has and the one before had not', () => {
	const before = { pages: 10, report: reportOf({ papers: 5, listings: [listingOf('a.txt', first)] }) };
	const listings = [listingOf('a.txt', first, second), listingOf('b.txt', first), listingOf('c.txt')];
	const after = { pages: 17, report: reportOf({ papers: 8, listings }) };
	expect(buildChanges(before, after, 'here')).toEqual({
		papers: 3,
		pages: 7,
		listings: 2,
		problems: 2,
		newProblems: ['problem entry/no-meta here/a.txt:1 second', 'problem entry/no-meta here/b.txt:1 first'],
	});
	expect(buildChanges(after, before, 'here')).toEqual({
		...{ papers: -3, pages: -7, listings: -2, problems: -2 },
		newProblems: [],
	});
});

test('problems of corrections, finds and formulas are new only once', () => {
	const none = reportOf({});
	const some = reportOf({
		corrections: { applied: 0, problems: [first] },
		enrichment: { applied: [], notNeeded: 0, problems: [second] },
		text: { papers: 1, changes: {}, unparsed: [{ paper: paperIdSchema.parse('arxiv:2511.00001'), formula: 'x^' }] },
	});
	expect(buildChanges({ pages: 1, report: none }, { pages: 1, report: some }, 'here')).toMatchObject({
		problems: 2,
		newProblems: [
			'problem entry/no-meta corrections.yaml:1 first',
			'problem entry/no-meta enrichment/arxiv.jsonl:1 second',
			'problem text/unparsed-formula arxiv:2511.00001 “x^” does not parse, and is shown so.',
		],
	});
	expect(buildChanges({ pages: 1, report: some }, { pages: 1, report: some }, 'here').newProblems).toEqual([]);
});

test('the state of a site is in what it publishes', () => {
	const site = siteWith('good', JSON.stringify(reportOf({ papers: 3 })));
	expect(builtState(site)).toEqual({ pages: 1, report: reportOf({ papers: 3 }) });
});

test.each([
	['no site', null],
	['a report that is cut', '{"papers": 3'],
	['a report of another form', '{"papers": 3}'],
])('%s is nothing to compare with', (name, report) => {
	expect(builtState(report === null ? join(folder, name) : siteWith(name, report))).toBeNull();
});

function siteWith(name: string, report: string): string {
	const site = join(folder, name);
	mkdirSync(join(site, 'data'), { recursive: true });
	writeFileSync(join(site, 'index.html'), 'home');
	writeFileSync(join(site, 'data/report.json'), report);
	return site;
}
