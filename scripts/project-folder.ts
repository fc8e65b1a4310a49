import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DaybookError } from '../src/errors.ts';

/** The folder of the project, whatever the working directory is. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Refuses a folder that pages cannot be made in: Vite takes paths for addresses, in which these characters have a meaning.
 * Throws `project/path`.
 */
export function refuseOddFolder(folder: string): void {
	const odd = /[%#?"]/.exec(folder)?.[0];
	if (odd === undefined) return;
	throw new DaybookError({
		code: 'project/path',
		message: `Pages cannot be made in a folder whose path has ${odd} in it.`,
		hint: 'move the project, or name its folder with letters, digits and hyphens',
		location: { file: folder },
	});
}
