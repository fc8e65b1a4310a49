import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Texts by the paths of their files. */
export type Files = Readonly<Record<string, string>>;

/** What git prints, run in a folder. */
export function git(at: string, ...args: readonly string[]): string {
	return execFileSync('git', args, { cwd: at, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** A repository without a work tree, as GitHub has them. */
export function newRepository(at: string): void {
	git('/', 'init', '--quiet', '--bare', '--initial-branch', 'main', at);
}

/** Clones the newest commit of a repository into a folder, and gives that. */
export function checkout(repository: string, at: string): string {
	git('/', 'clone', '--quiet', '--depth', '1', pathToFileURL(repository).href, at);
	return at;
}

export function commitAll(at: string, message: string): void {
	git(at, 'add', '--all');
	git(at, '-c', 'user.name=me', '-c', 'user.email=me@example.org', 'commit', '--quiet', '--message', message);
}

export function write(at: string, files: Files): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(at, name)), { recursive: true });
		writeFileSync(join(at, name), text);
	}
}

/** Gives a repository shell that git runs at a certain moment. */
export function hook(repository: string, name: string, shell: string): void {
	write(repository, { [`hooks/${name}`]: `#!/bin/bash\n${shell}\n` });
	chmodSync(join(repository, 'hooks', name), 0o755);
}
