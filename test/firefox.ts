import type { TestContext } from 'vitest';
import { noFirefox } from './summary.ts';

/** The Firefox that `npm test` found; skips the test when there is none. */
export function requireFirefox(context: Pick<TestContext, 'skip'>): string {
	return process.env['DAYBOOK_FIREFOX'] || context.skip(noFirefox);
}
