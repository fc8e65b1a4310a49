import type { BrowserContext, Page } from 'playwright-core';

/** Someone who looks at pages of hostile papers, and what happened to them there. */
export interface Visitor {
	page: Page;
	/** Where a script called `ran()`, and what dialogs said. */
	ran: string[];
	/** What the console says, which has breaches of the policy too; errors of scripts, windows, requests to other hosts. */
	problems: string[];
	/** Nodes that no page of ours would hold, with the address of their page. */
	foreign: string[];
	/** Opens a page and looks it over; one that leads on by itself together with where it leads. */
	visit(address: string, leadsOn?: boolean): Promise<void>;
	/** Looks over the page as it is now. */
	look(): Promise<void>;
}

/**
 * A visitor with a tab of `context`. Requests to other hosts than that of `origin` are noticed and not refused, since
 * refusing costs the browser its cache; evil.example is nowhere.
 */
export async function visitor(context: BrowserContext, origin: string): Promise<Visitor> {
	const page = await context.newPage();
	const ran: string[] = [];
	const problems: string[] = [];
	const foreign: string[] = [];
	await page.exposeFunction('ran', () => {
		ran.push(page.url());
	});
	page.on('dialog', (dialog) => {
		ran.push(dialog.message());
		return dialog.dismiss();
	});
	page.on('popup', (opened) => problems.push(`window: ${opened.url()}`));
	page.on('pageerror', ({ message }) => problems.push(`error: ${message}`));
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()} in ${page.url()}`);
	});
	page.on('request', (request) => {
		const { origin: asked, protocol } = new URL(request.url());
		if (asked !== new URL(origin).origin && protocol !== 'data:') problems.push(`request: ${request.url()}`);
	});
	const look = async () => {
		for (const node of await page.evaluate(foreignNodes)) foreign.push(`${node} in ${page.url()}`);
	};
	return {
		page,
		ran,
		problems,
		foreign,
		look,
		async visit(address, leadsOn = false) {
			await page.goto(address, { waitUntil: leadsOn ? 'commit' : 'load' });
			if (leadsOn) await page.waitForURL((url) => url.href !== address);
			await look();
		},
	};
}

/** Runs in the page: planted elements, handlers of events and addresses that run, in templates and shadow trees too. */
function foreignNodes(): string[] {
	const found: string[] = [];
	const visit = (root: ParentNode): void => {
		for (const element of root.querySelectorAll('*')) {
			const isForeign = Array.from(element.attributes).some(
				({ name, value }) =>
					(name === 'class' && value.split(/\s+/).includes('planted')) ||
					(name === 'id' && value === 'planted') ||
					/^on|^srcdoc$|^style$/.test(name) ||
					(/(^|:)href$|^src$|action$|^data$/.test(name) && runs(value)),
			);
			if (isForeign) found.push(element.outerHTML.slice(0, 200));
			if (element instanceof HTMLTemplateElement) visit(element.content);
			if (element.shadowRoot) visit(element.shadowRoot);
		}
	};
	const runs = (address: string): boolean =>
		!URL.canParse(address, location.href) || !/^(https?|file):$/.test(new URL(address, location.href).protocol);
	visit(document);
	return found;
}
