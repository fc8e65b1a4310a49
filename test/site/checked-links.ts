import { LinkChecker } from 'linkinator';

/** The links of a served site, followed from its home: those that lead nowhere, and the addresses that were reached. */
export async function checkedLinks(home: string): Promise<{ broken: string[]; reached: Set<string> }> {
	const { links } = await new LinkChecker().check({
		path: home,
		recurse: true,
		concurrency: 20,
		checkFragments: true,
		redirects: 'error',
		// A busy machine drops a connection now and then; what is missing is missing at once.
		retryErrors: true,
		retryErrorsCount: 3,
		linksToSkip: async (link) => !link.startsWith(home) && !isLocal(link),
	});
	return {
		broken: links
			.filter(({ state }) => state === 'BROKEN')
			.map(({ url, parent, status }) => `${status} ${url} on ${parent}`),
		reached: new Set(links.filter(({ state }) => state === 'OK').map(({ url }) => url.replace(/[?#].*$/, ''))),
	};
}

/** Addresses on this machine that are not below the base would be mistakes, and are checked too. */
function isLocal(link: string): boolean {
	return new URL(link).hostname === '127.0.0.1';
}
