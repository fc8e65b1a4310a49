import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type HonestBrowser, ofFiles } from './honest-browser.ts';

const canary = join(resolve(import.meta.dirname, '../fixtures/canary'), 'index.html');

export interface Seen {
	/** What of a page in a file ran. */
	ran: Record<string, string | undefined>;
	problems: string[];
}

/** Opens a page in a file that tries what browsers forbid to those, breaks its policy, and asks a server for a picture. */
export async function canarySeen(browser: HonestBrowser): Promise<Seen> {
	const { page, problems } = await browser.open(ofFiles);
	await page.goto(pathToFileURL(canary).href);
	await page.waitForFunction(() => document.documentElement.dataset['fetch'] !== undefined);
	const ran = await page.evaluate(() => ({ ...document.documentElement.dataset }));
	await page.close();
	return { ran, problems };
}
