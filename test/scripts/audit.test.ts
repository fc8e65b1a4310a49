import { describe, expect, test } from 'vitest';
import { auditOf } from '../../scripts/check/audit.ts';

const advisory = {
	source: 1,
	name: 'knots',
	title: 'Untied',
	url: 'https://github.com/advisories/GHSA-1',
	severity: 'high',
};
const report = (vulnerabilities: Record<string, object>) =>
	JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { dependencies: { total: 3 } } });
const flaw = (severity: string, via: unknown[] = [advisory]) => ({
	name: 'x',
	severity,
	via,
	range: '<2.0.0',
	nodes: [],
});

describe('what npm audit prints', () => {
	test.each([
		['no flaw', {}, []],
		['lesser flaws', { knots: flaw('moderate'), bows: flaw('low'), ties: flaw('info') }, []],
		['a high flaw', { knots: flaw('high') }, ['knots <2.0.0: high, Untied (https://github.com/advisories/GHSA-1)']],
		['a critical flaw of another', { braids: flaw('critical', ['knots']) }, ['braids <2.0.0: critical, by knots']],
	])('with %s', (_, vulnerabilities, findings) => {
		expect(auditOf(report(vulnerabilities))).toEqual({ findings });
	});

	test.each([
		[
			'a refusal',
			JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '' } }),
			/405/,
		],
		['no network', JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'getaddrinfo ENOTFOUND' } }), /ENOTFOUND/],
		['nothing', '', /no report/],
		['a page of a proxy', '<html>Log in</html>', /no report/],
		['a report of another form', JSON.stringify({ auditReportVersion: 3, advisories: {} }), /no report/],
	])('is no answer when it is %s', (_, printed, why) => {
		expect(auditOf(printed)).toEqual({ unasked: expect.stringMatching(why) });
	});
});
