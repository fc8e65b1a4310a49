/** How often each letter occurs: what two texts can be ruled out by before their distance is measured. */
export type LetterCounts = Uint16Array;

/** Counts of a–z and 0–9, all others together. */
export function letterCounts(text: string): LetterCounts {
	const counts = new Uint16Array(37);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const place = code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : 36;
		counts[place] = (counts[place] ?? 0) + 1;
	}
	return counts;
}

/** False when texts with these counts cannot be `least` alike: each edit changes the counts by two at most. */
export function mayBeAlike(a: LetterCounts, b: LetterCounts, least: number): boolean {
	let [ofA, ofB, apart] = [0, 0, 0];
	for (let place = 0; place < a.length; place++) {
		const [one, other] = [a[place] ?? 0, b[place] ?? 0];
		ofA += one;
		ofB += other;
		apart += Math.abs(one - other);
	}
	return apart <= 2 * reachOf(Math.max(ofA, ofB), least);
}

/** The greatest edit distance that leaves texts, the longer of this length, `least` alike. */
function reachOf(longer: number, least: number): number {
	return Math.floor((1 - least) * longer + 1e-9);
}

/** Whether two texts are at least `least` alike, as `likenessFrom` measures it. */
export function alike(a: string, b: string, least: number): boolean {
	return likenessFrom(a, b, least) !== null;
}

/**
 * How alike two texts are, from 0 to 1: 1 − edit distance ÷ the longer's length (Levenshtein 1966); null when that is
 * less than `least`. Only the diagonals that such a distance can reach are filled (Ukkonen 1985), so unlike texts cost
 * little.
 */
export function likenessFrom(a: string, b: string, least: number): number | null {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (long.length === 0) return 1;
	const reach = reachOf(long.length, least);
	const distance = long.length - short.length <= reach ? distanceWithin(short, long, reach) : null;
	return distance === null ? null : 1 - distance / long.length;
}

/** The edit distance of two texts; null when it is more than `reach`. */
function distanceWithin(short: string, long: string, reach: number): number | null {
	const beyond = reach + 1;
	let above = Uint16Array.from({ length: long.length + 1 }, (_, column) => Math.min(column, beyond));
	let row = new Uint16Array(long.length + 1);
	for (let i = 1; i <= short.length; i++) {
		row.fill(beyond);
		if (i <= reach) row[0] = i;
		let smallest = row[0] ?? beyond;
		const last = Math.min(long.length, i + reach);
		for (let j = Math.max(1, i - reach); j <= last; j++) {
			const replaced = (above[j - 1] ?? beyond) + (short.charCodeAt(i - 1) === long.charCodeAt(j - 1) ? 0 : 1);
			const cost = Math.min(replaced, (above[j] ?? beyond) + 1, (row[j - 1] ?? beyond) + 1, beyond);
			row[j] = cost;
			smallest = Math.min(smallest, cost);
		}
		if (smallest > reach) return null;
		[above, row] = [row, above];
	}
	const distance = above[long.length] ?? beyond;
	return distance <= reach ? distance : null;
}
