/** Where a share lies but for chance: 0 ≤ low ≤ share ≤ high ≤ 1. */
export interface Interval {
	low: number;
	high: number;
}

/** The normal deviate that leaves one in forty on either side. */
const z = 1.959963984540054;

/**
 * Wilson's score interval of a share, at 95%: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927); recommended where counts are small by Brown,
 * Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001).
 *
 * Both are whole numbers, 0 ≤ papers ≤ of, and `of` is not 0: else nothing is known, and a RangeError is thrown.
 */
export function wilson(papers: number, of: number): Interval {
	if (!(of > 0 && papers >= 0 && papers <= of)) throw new RangeError('A share is one of some papers.');
	const share = papers / of;
	const whole = 1 + z ** 2 / of;
	const middle = (share + z ** 2 / (2 * of)) / whole;
	const half = (z / whole) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
	// What is exact in the formula is not in floating point: an end of 0 or 1, and a share beside its end.
	return {
		low: papers === 0 ? 0 : Math.min(share, Math.max(0, middle - half)),
		high: papers === of ? 1 : Math.max(share, Math.min(1, middle + half)),
	};
}
