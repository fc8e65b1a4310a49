/** Loads a classic script of the site, which no page has of its own, by its path from the site's root. */
export function loadScript(path: string): Promise<void> {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const script = document.createElement('script');
	script.src = new URL(path, siteRoot()).href;
	script.addEventListener('load', () => resolve());
	script.addEventListener('error', () => reject(new Error(`${path} could not be loaded.`)));
	document.head.append(script);
	return promise.finally(() => script.remove());
}

/** Where the site is, on a server or in a folder: every page has a script there. */
function siteRoot(): string {
	const script = document.querySelector<HTMLScriptElement>('script[src$="settings.js"]');
	return new URL('.', script?.src ?? document.baseURI).href;
}
