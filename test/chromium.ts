import type { TestContext } from 'vitest';
import { noChromium } from './summary.ts';

/** The Chromium that `npm test` found, for Playwright's `executablePath`; skips the test when there is none. */
export function requireChromium(context: Pick<TestContext, 'skip'>): string {
	return process.env['DAYBOOK_CHROMIUM'] || context.skip(noChromium);
}
