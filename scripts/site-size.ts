import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { DaybookError } from '../src/errors.ts';

/** A part of a site, by the folder that it is in. */
export interface SitePart {
	name: string;
	files: number;
	bytes: number;
}

/** How large a site is, as a host counts it: the sizes of its files. */
export interface SiteSize {
	files: number;
	bytes: number;
	/** How many of the files are pages. */
	pages: number;
	/** The largest first; of equal ones, by name. */
	parts: SitePart[];
}

/** What a site on GitHub Pages may have, taken as the smaller of what is called 1 GB. */
export const githubLimit = 1_000_000_000;

/** From this share of the limit on, the site is said to be near it. */
const nearShare = 0.8;

/** Measures a built site. */
export function measuredSite(folder: string): SiteSize {
	const parts = new Map<string, SitePart>();
	let pages = 0;
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const name = partOf(entry, folder);
		const part = parts.get(name) ?? { name, files: 0, bytes: 0 };
		part.files += 1;
		part.bytes += statSync(join(entry.parentPath, entry.name)).size;
		if (entry.name.endsWith('.html')) pages += 1;
		parts.set(name, part);
	}
	const sorted = [...parts.values()].sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
	return {
		files: sorted.reduce((sum, { files }) => sum + files, 0),
		bytes: sorted.reduce((sum, { bytes }) => sum + bytes, 0),
		pages,
		parts: sorted,
	};
}

function partOf(file: Dirent, site: string): string {
	const [folder = ''] = relative(site, file.parentPath).split(sep);
	if (folder === '') return 'top';
	if (/^\d{4}$/.test(folder)) return 'years';
	return named[folder] ?? folder;
}

const named: Readonly<Record<string, string>> = {
	_astro: 'styles and scripts',
	cards: 'social cards',
	pagefind: 'search',
};

/** Whether a site of so many bytes fits where `limit` bytes may be; null is no limit. */
export function judgedSize(bytes: number, limit: number | null): 'fits' | 'near' | 'over' {
	if (limit === null || bytes < limit * nearShare) return 'fits';
	return bytes > limit ? 'over' : 'near';
}

/** “12,345 files, 234.5 MB: papers 120.0 MB, search 80.2 MB, data 30.1 MB” */
export function sizeInWords({ files, bytes, parts }: SiteSize): string {
	const largest = parts.slice(0, 5).map((part) => `${part.name} ${bytesInWords(part.bytes)}`);
	return `${files.toLocaleString('en')} files, ${bytesInWords(bytes)}: ${largest.join(', ')}`;
}

/** Says that a site is near its limit; null when there is nothing to say. Throws `build/too-large` when it is over. */
export function sizeWarning(size: SiteSize, limit: number | null): string | null {
	const judged = judgedSize(size.bytes, limit);
	if (limit === null || judged === 'fits') return null;
	const most = bytesInWords(limit);
	if (judged === 'near') {
		const share = Math.floor((size.bytes / limit) * 100);
		return `The site takes ${share}% of the ${most} that it may have: docs/publish.md says what to do when it is full.`;
	}
	throw new DaybookError({
		code: 'build/too-large',
		message: `The site would have ${sizeInWords(size)}; it may have ${most}, so the last good site was left as it is.`,
		hint: 'leave out listings, have fewer --cards, or publish where more fits and say so with --limit 5GB or --limit none',
	});
}

/** 1234 as “1.2 kB”, in units of a thousand. */
export function bytesInWords(bytes: number): string {
	const at = ['kB', 'MB', 'GB'].findLastIndex((_, nth) => bytes >= 1000 ** (nth + 1));
	const unit = ['kB', 'MB', 'GB'][at];
	return unit === undefined ? `${bytes} B` : `${(bytes / 1000 ** (at + 1)).toFixed(1)} ${unit}`;
}

/**
 * The argument of `--limit`: a size such as `5GB`, or `none`, which is null. Nothing, as an empty variable gives it, is
 * GitHub's. Throws for anything else.
 */
export function sizeLimit(text: string): number | null {
	if (text === '') return githubLimit;
	if (text === 'none') return null;
	const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?) ?([kMG]?B)$/i.exec(text) ?? [];
	const power = ['b', 'kb', 'mb', 'gb'].indexOf(unit.toLowerCase());
	const bytes = Math.floor(Number(number) * 1000 ** power);
	if (power === -1 || bytes === 0) throw new InvalidArgumentError('It is a size such as 500MB or 5GB, or none.');
	return bytes;
}
