import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, expect, type TestContext } from 'vitest';
import { type StaticServer, startStaticServer } from '../../scripts/static-server.ts';
import { requireChromium } from '../chromium.ts';

/** Breaches of the policy in pages that are watched, since they were last asked for. */
const breaches: string[] = [];

/** Gives these, for a test that wants some: any other would fail of them. */
export function takenBreaches(): string[] {
	return breaches.splice(0);
}

/**
 * One Chromium for the tests of a file, started when the first asks for it; skips a test when there is none. A test
 * in which a watched page breaks its policy fails, whatever else it looks at.
 */
export function sharedChromium(): (context: Pick<TestContext, 'skip'>) => Promise<Browser> {
	let started: Promise<Browser> | null = null;
	afterAll(async () => await (await started)?.close());
	afterEach(async () => {
		for (const context of (await started)?.contexts() ?? []) await closed(context);
		expect(takenBreaches()).toEqual([]);
	});
	return (context) => {
		const executablePath = requireChromium(context);
		started ??= launch(executablePath);
		return started;
	};
}

/** Serves a folder for the tests of a file, from the first call on, and gives the address of its home. */
export function sharedServer(folder: () => string, base: string): () => Promise<string> {
	let started: Promise<StaticServer> | null = null;
	afterAll(async () => await (await started)?.close());
	return async () => {
		started ??= startStaticServer({ folder: folder(), base, port: 0 });
		return (await started).url;
	};
}

/** Requests that wait for a test to answer them are left: an answer that comes later is no error. */
async function closed(context: BrowserContext): Promise<void> {
	await context.unrouteAll({ behavior: 'ignoreErrors' });
	await context.close();
}

/** Chromium without what it does by itself, for which no host is there but this machine. */
async function launch(executablePath: string): Promise<Browser> {
	return await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			`--disable-features=${unusedFeatures.join()}`,
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
		],
	});
}

/**
 * What takes the place of Playwright's own list. Of the popups each window loads two pages of the browser itself, which
 * costs as much as to open a page of ours.
 */
const unusedFeatures = [
	...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'LensOverlay', 'MediaRouter', 'AimEnabled'],
	...['OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
	...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'PaintHolding', 'DestroyProfileOnBrowserClose'],
];

export interface WatchedPage {
	page: Page;
	/** What went wrong so far: errors of scripts and of the console, breaches of the policy, requests to other hosts. */
	problems: string[];
}

/**
 * A page in a context of its own that reports what goes wrong in it. Requests to other hosts than that of `origin` are
 * noticed here and not refused, since refusing costs the browser its cache: the browser knows no such host.
 */
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
		// Some have no event.
		if (/content security policy/i.test(message.text())) breaches.push(message.text());
	});
	await page.exposeFunction('reportBreach', (breach: string) => {
		problems.push(`policy: ${breach}`);
		breaches.push(breach);
	});
	await page.addInitScript(reportBreaches);
	context.on('request', (request) => {
		const { origin: asked, protocol } = new URL(request.url());
		if (asked !== new URL(origin).origin && protocol !== 'data:') problems.push(`request: ${request.url()}`);
	});
	return { page, problems };
}

/** Opens pages of a served site, each in a context of its own. */
export function pageOpener(
	browser: ReturnType<typeof sharedChromium>,
	site: ReturnType<typeof sharedServer>,
	usual: BrowserContextOptions = {},
) {
	return async (
		context: Pick<TestContext, 'skip'>,
		path: string,
		options: BrowserContextOptions = {},
	): Promise<WatchedPage> => {
		const watched = await watchedPage(await browser(context), await site(), { ...usual, ...options });
		await watched.page.goto((await site()) + path);
		return watched;
	};
}

/** Runs in the page: tells `reportBreach`, which the page must have, what breaks the policy. */
export function reportBreaches(): void {
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		const report: unknown = Reflect.get(window, 'reportBreach');
		if (typeof report === 'function') report(`${violatedDirective} ${blockedURI}`);
	});
}
