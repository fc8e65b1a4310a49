import { bisectRight } from 'd3-array';

/** Numbers from 0 up to 1 that a seed decides, the same on any machine (Mulberry32; they repeat after 2³²). */
export function randomNumbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A function from a random number to a rank, 0 to `size` − 1, where rank r is met in proportion to 1 ÷ (r + 1). */
export function zipfRanks(size: number): (random: number) => number {
	const sums = new Float64Array(size);
	let sum = 0;
	for (let rank = 0; rank < size; rank++) {
		sum += 1 / (rank + 1);
		sums[rank] = sum;
	}
	return (random) => bisectRight(sums, random * sum);
}
