import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestContext } from 'vitest';
import { sharedIsAbsent } from './summary.ts';

const folder = resolve(import.meta.dirname, '../../shared');

/** The path of a file or folder of `../shared`, or null when it is not there. */
export function sharedPath(name: string): string | null {
	const path = join(folder, name);
	return existsSync(path) ? path : null;
}

/** The path of a file or folder of `../shared`; skips the test when there is no `../shared`. */
export function requireShared(context: Pick<TestContext, 'skip'>, name: string): string {
	if (!existsSync(folder)) context.skip(sharedIsAbsent);
	const path = sharedPath(name);
	if (path === null) throw new Error(`../shared has no ${name}`);
	return path;
}
