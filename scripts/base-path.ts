import { InvalidArgumentError } from 'commander';

/**
 * The path a site is served below, with a slash at both ends: `some/base`, `/some/base` and `/some/base/` alike. Refuses
 * what would not be the same in an address, a file's name and a page, which GitHub, whose names of repositories are
 * letters, digits and `.`, `_` and `-`, never asks for.
 */
export function basePath(text: string): string {
	if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) throw new InvalidArgumentError('The address belongs into --site.');
	if (/^[a-z]:[\\/]/i.test(text)) {
		throw new InvalidArgumentError('It is a path on a disk. In Git Bash, write it without its first slash.');
	}
	const parts = text.split('/').filter(Boolean);
	if (!parts.every((part) => /^[\w.~-]+$/.test(part) && part !== '.' && part !== '..')) {
		throw new InvalidArgumentError(
			'It is a path such as /NAME, of letters, digits, dots, underscores, tildes and hyphens.',
		);
	}
	return pathOf(parts);
}

/** The path that a page was built for, as its style sheets name it; every page has one, in `_astro/` below the base. */
export function basePathOf(page: string): string {
	return pathOf((/ href="([^"]*)\/_astro\//.exec(page)?.[1] ?? '').split('/').filter(Boolean));
}

function pathOf(parts: readonly string[]): string {
	return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}
