import fc from 'fast-check';

/** What is done to a file. Places are fractions of its length, so that one mutation fits any file. */
export interface Mutation {
	how: 'cut' | 'drop' | 'double' | 'swap' | 'join' | 'insert' | 'spoil' | 'crlf' | 'bom' | 'nfd';
	/** From 0 to 1. */
	place: number;
	/** How many lines. */
	lines: number;
	text: string;
}

const odd = [
	...['\0', '\uFEFF', '\u202E', '\u200B', '\u0301', '"', "'", '<', '&', ']]>', '{', '}', '[', ']', '\\', '`', '·'],
	...[
		'-',
		'---',
		'```',
		'@article{',
		'ER  - ',
		'<!--',
		'&bomb;',
		'\u2028',
		'\u0007',
		'```text',
		'12',
		'Mar 3',
		'• 3 authors',
	],
];

export const mutations: fc.Arbitrary<Mutation> = fc.record({
	how: fc.constantFrom('cut', 'drop', 'double', 'swap', 'join', 'insert', 'spoil', 'crlf', 'bom', 'nfd'),
	place: fc.noBias(fc.nat(1_000_000)).map((place) => place / 1_000_001),
	lines: fc.constantFrom(1, 1, 1, 2, 3, 10),
	text: fc.oneof(fc.constantFrom(...odd), fc.string()),
});

export interface Mutated {
	content: string;
	/** The stretches of the original that were changed, or next to which something was. */
	touched: { from: number; to: number }[];
}

/** A file after a mutation. */
export function mutated(original: string, { how, place, lines, text }: Mutation): Mutated {
	if (how === 'crlf') return { content: original.replace(/\r?\n/g, '\r\n'), touched: [] };
	if (how === 'bom') return { content: `\uFEFF${original}`, touched: [] };
	if (how === 'nfd') return { content: original.normalize('NFD'), touched: [{ from: 0, to: original.length }] };
	if (how === 'cut') {
		// At each tenth of the file, and about there.
		const at = Math.min(original.length, Math.round((Math.ceil(place * 10) / 10) * original.length) + lines - 1);
		return { content: original.slice(0, at), touched: [{ from: at, to: original.length }] };
	}
	const starts = [0, ...[...original.matchAll(/\n/g)].map(({ index }) => index + 1)];
	const first = Math.min(starts.length - 1, Math.floor(place * starts.length));
	const from = starts[first] ?? 0;
	const to = starts[first + lines] ?? original.length;
	const [before, taken, after] = [original.slice(0, from), original.slice(from, to), original.slice(to)];
	if (how === 'drop') return { content: before + after, touched: [{ from, to }] };
	if (how === 'double') return { content: before + taken + taken + after, touched: [{ from, to }] };
	if (how === 'insert')
		return { content: `${before}${text}\n${taken}${after}`, touched: [{ from: from - 1, to: from }] };
	if (how === 'spoil') {
		const at = from + Math.floor((taken.length * (place * 7919)) % Math.max(1, taken.length));
		return { content: original.slice(0, at) + text + original.slice(at + 1), touched: [{ from: at, to: at + 1 }] };
	}
	if (how === 'join') return { content: before + taken.replaceAll('\n', '') + after, touched: [{ from, to: to + 1 }] };
	const next = starts[first + lines + 1] ?? original.length;
	return { content: before + original.slice(to, next) + taken + original.slice(next), touched: [{ from, to: next }] };
}
