import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from './project-folder.ts';

/** The version of Daybook, as package.json says it. */
export function projectVersion(): string {
	const source = readFileSync(join(projectFolder, 'package.json'), 'utf8');
	return z.object({ version: z.string() }).parse(JSON.parse(source)).version;
}
