import type { Browser, CDPSession } from 'playwright-core';

/** What a page costs somebody who opens it on a phone for the first time and touches nothing. */
export interface PageWeight {
	/** Bytes that came over the line, headers too. */
	html: number;
	css: number;
	script: number;
	/** Pictures, fonts, data. */
	other: number;
	total: number;
	/** Cumulative layout shift. */
	shift: number;
	/** Addresses at other hosts that the page asked for. */
	thirdParty: string[];
}

const kinds: Readonly<Record<string, 'html' | 'css' | 'script'>> = {
	Document: 'html',
	Stylesheet: 'css',
	Script: 'script',
};

/** Opens a page with nothing kept from before, and weighs it when it has come to rest. */
export async function pageWeight(browser: Browser, url: string): Promise<PageWeight> {
	const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 });
	try {
		const page = await context.newPage();
		const line = await context.newCDPSession(page);
		const { weight, thirdParty } = await countedBytes(line, new URL(url).origin);
		await page.goto(url, { waitUntil: 'networkidle' });
		const shift = await page.evaluate(layoutShift);
		return { ...weight, total: weight.html + weight.css + weight.script + weight.other, shift, thirdParty };
	} finally {
		await context.close();
	}
}

async function countedBytes(line: CDPSession, origin: string) {
	const weight = { html: 0, css: 0, script: 0, other: 0 };
	const thirdParty: string[] = [];
	const kindOf = new Map<string, keyof typeof weight>();
	line.on('Network.requestWillBeSent', ({ request }) => {
		const { protocol, origin: host } = new URL(request.url);
		if (protocol !== 'data:' && host !== origin) thirdParty.push(request.url);
	});
	line.on('Network.responseReceived', ({ requestId, type }) => kindOf.set(requestId, kinds[type] ?? 'other'));
	line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		weight[kindOf.get(requestId) ?? 'other'] += encodedDataLength;
	});
	await line.send('Network.enable');
	return { weight, thirdParty };
}

/** Runs in the page: the sum of the shifts so far that nobody caused. */
async function layoutShift(): Promise<number> {
	const entries = await new Promise<PerformanceEntry[]>((resolve) => {
		const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
		observer.observe({ type: 'layout-shift', buffered: true });
		setTimeout(() => resolve([]), 500);
	});
	return entries
		.filter((entry) => Reflect.get(entry, 'hadRecentInput') !== true)
		.reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0);
}
