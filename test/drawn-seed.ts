/** A seed for random numbers, another each time and printed; `DAYBOOK_SEED` names one to have the same again. */
export function drawnSeed(test: string): number {
	const seed = Number(process.env['DAYBOOK_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
	console.log(`${test}: DAYBOOK_SEED=${seed}`);
	return seed;
}
