import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireChromium } from '../chromium.ts';
import { requireFirefox } from '../firefox.ts';

/**
 * Browsers as a person has them, each with a new profile. What drives browsers likes to allow pages in files what they
 * are not allowed: `canary.ts` sees whether it does.
 */
export interface HonestBrowser {
	/** A page, and what goes wrong in it: errors, breaches of the policy, requests that `allowed` does not know. */
	open(allowed: (url: URL) => boolean): Promise<{ page: Page; problems: string[] }>;
	close(): Promise<void>;
}

/** Each starts one; skips the test when there is none. */
export const honestBrowsers = {
	Chromium: async (context: Parameters<typeof requireChromium>[0]) => await honestChromium(requireChromium(context)),
	Firefox: async (context: Parameters<typeof requireFirefox>[0]) => await honestFirefox(requireFirefox(context)),
};

/** What pages in files may ask for. */
export function ofFiles({ protocol }: URL): boolean {
	return ['file:', 'data:', 'about:', 'blob:'].includes(protocol);
}

async function honestChromium(executablePath: string): Promise<HonestBrowser> {
	const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
	return { open: (allowed) => opened(browser, allowed), close: async () => await browser.close() };
}

/** Puppeteer would start it with preferences of its own: it is only connected to one that has those of a new profile. */
async function honestFirefox(executablePath: string): Promise<HonestBrowser> {
	const profile = await mkdtemp(join(tmpdir(), 'daybook-firefox-'));
	await writeFile(join(profile, 'user.js'), 'user_pref("remote.prefs.recommended", false);\n');
	const options = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
	const firefox = spawn(executablePath, options, { stdio: ['ignore', 'ignore', 'pipe'] });
	const ended = new Promise<void>((resolve) => firefox.once('exit', () => resolve()));
	const close = async () => {
		firefox.kill();
		await ended;
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const address = await new Promise<string>((resolve, reject) => {
			let said = '';
			firefox.stderr.on('data', (text) => {
				said += text;
				const [, listening] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
				if (listening !== undefined) resolve(listening);
			});
			firefox.once('error', reject);
			ended.then(() => reject(new Error(`Firefox ended: ${said}`)));
		});
		const browser = await puppeteer.connect({ browserWSEndpoint: `${address}/session`, protocol: 'webDriverBiDi' });
		return { open: (allowed) => opened(browser, allowed), close };
	} catch (error) {
		await close();
		throw error;
	}
}

async function opened(browser: Browser, allowed: (url: URL) => boolean): Promise<{ page: Page; problems: string[] }> {
	const page = await browser.newPage();
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(`error: ${error instanceof Error ? error.message : String(error)}`));
	page.on('console', (message) => {
		if (['error', 'warn', 'assert'].includes(message.type())) problems.push(`console: ${message.text()}`);
	});
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (!allowed(url)) problems.push(`request: ${url.href}`);
	});
	await page.evaluateOnNewDocument(reportBreaches);
	return { page, problems };
}

/** Runs in the page. */
function reportBreaches(): void {
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		console.error(`policy: ${violatedDirective} ${blockedURI}`);
	});
}
