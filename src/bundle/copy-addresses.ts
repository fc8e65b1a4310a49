import { DaybookError } from '../errors.ts';
import type { Use } from './element-addresses.ts';
import { liveAddress, relativeAddress, type Site, targetOf } from './site.ts';

/**
 * The address, on a page of the copy, of what `address` leads to there on the site; null where it stays as it is. What
 * the copy leaves out is linked where the site is published. Throws `bundle/…` where the page would miss something.
 */
export function addressInCopy(
	address: string,
	use: Use,
	page: string,
	site: Site,
	inCopy: ReadonlySet<string>,
): string | null {
	const target = targetOf(address, page, site);
	if (target.kind === 'own') return null;
	if (target.kind === 'missing') throw missing(address);
	if (target.kind === 'elsewhere') {
		if (use === 'part') throw foreign(address);
		return /^[a-z][a-z\d+.-]*:/i.test(address.trim()) ? null : target.url;
	}
	const { path, rest } = target;
	if (inCopy.has(path)) return relativeAddress(page, path) + rest;
	if (use === 'part' || !site.isPublished) throw leftOut(path);
	return liveAddress(path, site.home) + rest;
}

/** The file of the site that a page takes a script from. Throws `bundle/missing-target`. */
export function scriptAt(address: string, page: string, site: Site): string {
	const target = targetOf(address, page, site);
	if (target.kind !== 'file') throw missing(address);
	return target.path;
}

function missing(address: string): DaybookError {
	return new DaybookError({
		code: 'bundle/missing-target',
		message: `The site has nothing at ${address}, where this leads.`,
		hint: 'run npm run build again; if the address is in your own prose, correct it there',
	});
}

function foreign(address: string): DaybookError {
	return new DaybookError({
		code: 'bundle/foreign-part',
		message: `This page is partly made of ${address}, which an offline copy cannot have.`,
		hint: 'put the file into the site, and name it there',
	});
}

function leftOut(path: string): DaybookError {
	return new DaybookError({
		code: 'bundle/left-out',
		message: `This leads to ${path}, which is not in the copy, and nobody said where the site is published.`,
		hint: 'build the site with --site, so that what is left out is linked there',
	});
}
