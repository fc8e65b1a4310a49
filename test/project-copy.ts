import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '..');

/** Copies what git has or would take of the project, and lends it the installed packages. */
export function copyProject(copy: string): void {
	const options = { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
	const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], options);
	for (const file of tracked
		.split('\0')
		.filter((name) => name !== '' && statSync(join(project, name), { throwIfNoEntry: false }))) {
		mkdirSync(dirname(join(copy, file)), { recursive: true });
		cpSync(join(project, file), join(copy, file));
	}
	symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
}
