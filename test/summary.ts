/** How a run of the tests ended. */
export interface Summary {
	passed: number;
	/** Tests that failed, and files and errors that no test stands for. */
	failed: number;
	/** Reason → number of tests, in the order of their reasons. */
	skipped: Map<string, number>;
}

/** The one reason to skip that a full run accepts: a clone stands alone. */
export const sharedIsAbsent = '../shared is absent';

/** Why a test is skipped that needs a browser. */
export const noChromium = 'no Chromium';
export const noFirefox = 'no Firefox';

/** What a skipped test counts under when it does not say why. */
export const noReason = 'no reason given';

/** Counts reasons to skip; the order of the tests does not matter. */
export function countReasons(reasons: readonly string[]): Map<string, number> {
	const counted = Map.groupBy(reasons, (reason) => reason);
	return new Map(
		[...counted].map(([reason, tests]) => [reason, tests.length] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

/** The closing lines of a run: the counts, then how many were skipped for each reason. */
export function summaryLines({ passed, failed, skipped }: Summary): string[] {
	const total = [...skipped.values()].reduce((sum, count) => sum + count, 0);
	const reasons = [...skipped].map(([reason, count]) => `skipped: ${count} (${reason})`);
	return [`${passed} passed, ${failed} failed, ${total} skipped`, ...(total === 0 ? ['skipped: 0'] : reasons)];
}

/** Reasons for which a full run must not skip. */
export function refusedReasons({ skipped }: Summary): string[] {
	return [...skipped.keys()].filter((reason) => reason !== sharedIsAbsent);
}
