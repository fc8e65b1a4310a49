import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Chromium without what it does by itself, for tests of pages from this machine only. */
export async function launchChromium(executablePath: string): Promise<Browser> {
	return await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}

export interface WatchedPage {
	page: Page;
	/** What went wrong so far: errors of scripts and of the console, breaches of the policy, requests to other hosts. */
	problems: string[];
}

/** A page in a context of its own that reports what goes wrong in it. Requests to hosts but `origin` are refused. */
export async function watchedPage(
	browser: Browser,
	origin: string,
	options: BrowserContextOptions = {},
): Promise<WatchedPage> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
	});
	await page.exposeFunction('reportBreach', (breach: string) => problems.push(`policy: ${breach}`));
	await page.addInitScript(reportBreaches);
	await context.route(
		(url) => url.origin !== new URL(origin).origin && url.protocol !== 'data:',
		(route) => {
			problems.push(`request: ${route.request().url()}`);
			return route.abort();
		},
	);
	return { page, problems };
}

/** Runs in the page. */
function reportBreaches(): void {
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		const report: unknown = Reflect.get(window, 'reportBreach');
		if (typeof report === 'function') report(`${violatedDirective} ${blockedURI}`);
	});
}
