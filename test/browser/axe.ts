import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with the page that is shown, or with the parts of it that a selector names: the rule, what it
 * wants, and where. All rules are asked. Only what breaks one is described, and in the page itself: to describe all that
 * is well, in a page of its own, takes three times as long as the rules do.
 */
export async function axeFindings(page: Page, part?: string): Promise<string[]> {
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
	return violations.map(({ id, help, nodes }) => `${id}, ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The same for the page in light and in dark: its style sheets follow the scheme at once, and no script asks for it. */
export async function axeFindingsInSchemes(page: Page, part?: string): Promise<string[]> {
	const found: string[] = [];
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		for (const finding of await axeFindings(page, part)) found.push(`${colorScheme}: ${finding}`);
	}
	return found;
}
