/** Addresses of each kind of page, most exact first; what none of them names is of the kind of its first part. */
const kinds: readonly (readonly [kind: string, address: RegExp])[] = [
	['home', /^\/$/],
	['404', /^\/404\.html$/],
	['papers', /^\/papers\/$/],
	['papers-part', /^\/papers\/\d+\/$/],
	['paper', /^\/papers\/[^/]+\/$/],
	['year', /^\/\d{4}\/$/],
	['year-papers', /^\/\d{4}\/papers\//],
	['week', /^\/\d{4}\/w\d\d\//],
	['month', /^\/\d{4}\/\d\d\/$/],
	['month-papers', /^\/\d{4}\/\d\d\/papers\//],
	['day', /^\/\d{4}\/\d\d\/\d\d\//],
	['topics', /^\/topics\/$/],
	['topic', /^\/topics\/[^/]+\/$/],
	['topic-part', /^\/topics\/[^/]+\/\d+\/$/],
	['organizations', /^\/organizations\/$/],
	['organization', /^\/organizations\/[^/]+\/$/],
	['organization-part', /^\/organizations\/[^/]+\/\d+\/$/],
	['listings', /^\/listings\/$/],
	['conflicts', /^\/listings\/conflicts\//],
	['listing', /^\/listings\/[^/]+\/$/],
];

/** A page of a built site, as far as its file tells. */
export interface BuiltPage {
	/** Without the base: `/papers/some-title/`. */
	path: string;
	bytes: number;
	/** An alias, which shows nothing and leads on. */
	leadsOn: boolean;
}

/** A page to be looked at, and the name of its pictures. */
export interface ShownPage {
	name: string;
	path: string;
}

/** The kind of page that stands at an address. */
export function kindOf(path: string): string {
	return kinds.find(([, address]) => address.test(path))?.[0] ?? path.split('/')[1] ?? 'home';
}

/**
 * A page of every kind that the site has: that of the longest address, which has a long title, and of papers, days,
 * topics and their like the largest too, which has the most to show. The search page comes with results as well.
 */
export function shownPages(pages: readonly BuiltPage[]): ShownPage[] {
	const byKind = Map.groupBy(
		pages.filter(({ leadsOn }) => !leadsOn),
		({ path }) => kindOf(path),
	);
	const order = [...kinds.map(([kind]) => kind), ...[...byKind.keys()].sort()];
	return [...new Set(order)].flatMap((kind): ShownPage[] => {
		const [first, ...others] = (byKind.get(kind) ?? []).toSorted(byPath);
		if (!first) return [];
		const longest = others.reduce((best, page) => (page.path.length > best.path.length ? page : best), first);
		const largest = others.reduce((best, page) => (page.bytes > best.bytes ? page : best), first);
		return [
			{ name: kind, path: longest.path },
			...(kindsOfAllSizes.has(kind) && largest !== longest ? [{ name: `${kind}-large`, path: largest.path }] : []),
			...(kind === 'search' ? [{ name: 'search-results', path: `${longest.path}?q=model` }] : []),
		];
	});
}

const kindsOfAllSizes: ReadonlySet<string> = new Set([
	'paper',
	'year',
	'month',
	'week',
	'day',
	'topic',
	'organization',
	'listing',
]);

function byPath(a: BuiltPage, b: BuiltPage): number {
	return a.path < b.path ? -1 : 1;
}

/** The page at an address that someone asked for, named after it. */
export function pageAt(path: string): ShownPage {
	const name = path.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '');
	return { name: name.slice(0, 60) || 'home', path };
}
