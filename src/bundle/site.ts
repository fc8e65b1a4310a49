/** A built site as the addresses in its pages see it. */
export interface Site {
	/** The address of its home, with `/` at the end: where it is published, or a stand-in. */
	home: string;
	/** Whether anybody said where it is published. */
	isPublished: boolean;
	/** The paths of its files, from its folder, with `/`. */
	files: ReadonlySet<string>;
	/** What addresses lead to that are the same on every page, as far as they were asked for. */
	known: Map<string, Target>;
}

/** A site of these files, that is served below a base and, perhaps, published at an origin. */
export function siteOf(base: string, origin: string | null, files: Iterable<string>): Site {
	const home = new URL(base, origin ?? 'https://site.invalid').href;
	return { home, isPublished: origin !== null, files: new Set(files), known: new Map() };
}

/** What an address in a page leads to. */
export type Target =
	/** A file of the site, and the query and fragment after it. */
	| { kind: 'file'; path: string; rest: string }
	/** Another site. */
	| { kind: 'elsewhere'; url: string }
	/** A file that the site should have. */
	| { kind: 'missing' }
	/** The page itself, or nothing that can be fetched: `#part`, `?q=`, `mailto:`. */
	| { kind: 'own' };

/**
 * What `address` leads to from a page, as a server that serves the site below its base would have it: a folder is its
 * `index.html`, with or without the slash, and `name` is `name.html` where that exists.
 */
export function targetOf(address: string, page: string, site: Site): Target {
	const text = address.trim();
	if (text === '' || text.startsWith('#') || text.startsWith('?')) return { kind: 'own' };
	if (!text.startsWith('/')) return resolved(text, liveAddress(page, site.home), site);
	const target = site.known.get(text) ?? resolved(text, site.home, site);
	site.known.set(text, target);
	return target;
}

function resolved(text: string, from: string, { home, files }: Site): Target {
	const url = URL.parse(text, from);
	if (url === null || !['http:', 'https:'].includes(url.protocol)) return { kind: 'own' };
	const { href } = url;
	const bare = href.replace(/[?#].*$/s, '');
	const path = fileAt(bare, home, files);
	if (path !== null) return { kind: 'file', path, rest: href.slice(bare.length) };
	const isElsewhere = URL.canParse(text) || url.origin !== new URL(home).origin;
	return isElsewhere ? { kind: 'elsewhere', url: href } : { kind: 'missing' };
}

function fileAt(href: string, home: string, files: Site['files']): string | null {
	if (!`${href}/`.startsWith(home)) return null;
	const path = decoded(href.slice(home.length));
	if (path === null) return null;
	const folder = path.replace(/\/$/, '');
	const index = folder === '' ? 'index.html' : `${folder}/index.html`;
	const candidates = path === folder ? [path, `${path}.html`, index] : [index];
	return candidates.find((candidate) => files.has(candidate)) ?? null;
}

/** The path of a file, from that of an address; null where it can name none. */
function decoded(pathname: string): string | null {
	if (!pathname.includes('%')) return pathname;
	try {
		const parts = pathname.split('/').map(decodeURIComponent);
		return parts.some((part) => part.includes('/')) ? null : parts.join('/');
	} catch {
		return null;
	}
}

/** The address of a file on a page beside it, below it or above it, wherever the two are put together. */
export function relativeAddress(page: string, file: string): string {
	let shared = 0;
	for (let at = 0; at < file.length && page[at] === file[at]; at += 1) if (file[at] === '/') shared = at + 1;
	const steps = page.slice(shared).split('/').length - 1;
	return '../'.repeat(steps) + encodedPath(file.slice(shared));
}

/** The address of a file of the site whose home that is: folders end in `/`. */
export function liveAddress(file: string, home: string): string {
	return home + encodedPath(file.replace(/(^|\/)index\.html$/, '$1'));
}

/** Most paths are written in an address as they are, which is quickly seen. */
function encodedPath(path: string): string {
	return /^[\w./-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
}
