import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { countReasons, noReason, refusedReasons, type Summary, summaryLines } from './summary.ts';

/**
 * Ends a run with plain lines of what passed, failed and was skipped for which reason. With `DAYBOOK_FULL=1` a skip
 * fails the run, but for the absence of `../shared`. With `DAYBOOK_SUMMARY` the counts also go to that file, as JSON.
 */
export default class SummaryReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
		const summary = summarize(modules, unhandledErrors);
		const refused = process.env['DAYBOOK_FULL'] === '1' ? refusedReasons(summary) : [];
		console.log(summaryLines(summary).join('\n'));
		for (const reason of refused) console.log(`a full run must not skip: ${reason}`);
		if (refused.length > 0) process.exitCode = 1;
		const file = process.env['DAYBOOK_SUMMARY'];
		if (file) writeFileSync(file, JSON.stringify({ ...summary, skipped: Object.fromEntries(summary.skipped) }));
	}
}

function summarize(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): Summary {
	const results = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result()));
	const brokenSuites = modules
		.flatMap((module) => [module, ...module.children.allSuites()])
		.filter((suite) => suite.errors().length > 0);
	return {
		passed: results.filter(({ state }) => state === 'passed').length,
		failed: results.filter(({ state }) => state === 'failed').length + brokenSuites.length + unhandledErrors.length,
		skipped: countReasons(results.flatMap((result) => (result.state === 'skipped' ? [result.note ?? noReason] : []))),
	};
}
