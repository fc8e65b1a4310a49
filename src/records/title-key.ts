/**
 * The title key and the words of a text: what identity, search and address rules compare.
 * No import: browser code uses this file as it is.
 */

const greekNames: Readonly<Record<string, string>> = {
	α: 'alpha',
	β: 'beta',
	γ: 'gamma',
	δ: 'delta',
	ε: 'epsilon',
	ζ: 'zeta',
	η: 'eta',
	θ: 'theta',
	ι: 'iota',
	κ: 'kappa',
	λ: 'lambda',
	μ: 'mu',
	ν: 'nu',
	ξ: 'xi',
	ο: 'omicron',
	π: 'pi',
	ρ: 'rho',
	σ: 'sigma',
	ς: 'sigma',
	τ: 'tau',
	υ: 'upsilon',
	φ: 'phi',
	χ: 'chi',
	ψ: 'psi',
	ω: 'omega',
	'×': 'times',
};

/** NFKD and lower case, with Greek letters and `×` spelt out and combining marks removed. */
export function spelled(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}+/gu, '')
		.replace(/[α-ω×]/gu, (letter) => greekNames[letter] ?? letter);
}

/**
 * The frozen key of DESIGN.md section 9: NFKD, lower case, TeX commands (`\times`) and Greek letters and `×`
 * by their names, backslashes and `$` dropped, then letters and digits only. Keys of abstracts and of authors
 * are made the same way. To change what it returns is a migration of every id.
 */
export function titleKey(text: string): string {
	return spelled(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a text in order, folded as the title key is. */
export function wordsOf(text: string): string[] {
	return (
		spelled(text)
			.replace(/[\\$]/g, '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}
