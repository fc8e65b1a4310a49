import { type TermShare, termShares } from '../analysis/term-shares.ts';
import { longestTerm, termFile, termKey } from '../records/term-key.ts';
import type { CountedPeriods, TermCounts } from '../records/terms.ts';
import { loadScript } from './load-script.ts';

declare global {
	/** Registered by `trends/terms-periods.js` when that has run. */
	var daybookTermPeriods: CountedPeriods | undefined;
	/** Files of counts by their numbers: each registers itself here when it has run. */
	var daybookTerms: Record<number, TermCounts> | undefined;
}

/** What counts of terms are counts of. Rejects when it cannot be loaded. */
export async function countedPeriods(): Promise<CountedPeriods> {
	if (globalThis.daybookTermPeriods === undefined) await loadScript('trends/terms-periods.js');
	const periods = globalThis.daybookTermPeriods;
	if (periods === undefined) throw new Error('trends/terms-periods.js did not register the periods.');
	return periods;
}

/** The shares of a term; null where the archive does not count it. Rejects when its file cannot be loaded. */
export async function sharesOf(term: string, { periods, files }: CountedPeriods): Promise<TermShare[] | null> {
	const key = termKey(term);
	if (key === '' || key.split(' ').length > longestTerm) return null;
	const file = termFile(key, files);
	if (globalThis.daybookTerms?.[file] === undefined) await loadScript(`trends/terms-${file}.js`);
	const counts = globalThis.daybookTerms?.[file];
	if (counts === undefined) throw new Error(`trends/terms-${file}.js did not register its counts.`);
	const pairs = Object.hasOwn(counts, key) ? counts[key] : undefined;
	return pairs === undefined ? null : termShares(periods, pairs);
}
