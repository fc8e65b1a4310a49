import { texAccents } from '../records/tex-accents.ts';
import { collapsed } from './dialect.ts';

/** Letters and signs of text by their commands. */
const characters: ReadonlyMap<string, string> = new Map(
	Object.entries({
		...{
			i: 'ı',
			j: 'ȷ',
			o: 'ø',
			O: 'Ø',
			l: 'ł',
			L: 'Ł',
			ss: 'ß',
			ae: 'æ',
			AE: 'Æ',
			oe: 'œ',
			OE: 'Œ',
			aa: 'å',
			AA: 'Å',
		},
		...{ dh: 'ð', DH: 'Ð', dj: 'đ', DJ: 'Đ', th: 'þ', TH: 'Þ', ng: 'ŋ', NG: 'Ŋ', S: '§', P: '¶', copyright: '©' },
		...{ dots: '…', ldots: '…', textellipsis: '…', textendash: '–', textemdash: '—', texttrademark: '™', textbar: '|' },
		...{ textquotesingle: "'", textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”' },
		...{ textasciitilde: '~', textasciicircum: '^', textunderscore: '_', textless: '<', textgreater: '>', slash: '/' },
		...{ textregistered: '®', textdegree: '°', LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX' },
	}),
);

/** Commands that say how their argument, or the rest of their group, is set, and nothing else. */
const styles: ReadonlySet<string> = new Set(
	[
		'emph em it itshape textit sl slshape textsl bf bfseries textbf tt ttfamily texttt sc scshape textsc rm rmfamily',
		'textrm sf sffamily textsf textnormal normalfont textup upshape textmd text mbox hbox underline uline',
		'protect relax noindent xspace small large',
	].flatMap((names) => names.split(' ')),
);

const token = new RegExp(
	[
		String.raw`(?<formula>\$\$[^$]*\$\$|\$[^$]*\$)`,
		String.raw`\\(?:(?:url|path)\s?\{(?<address>[^{}]*)\}|href\s?\{[^{}]*\})`,
		String.raw`\\(?<accent>[\x60'^"~=.]|[uvHckrdb](?=[\s{]))\s?(?:\{\s?\\?(?<inBraces>[ij]|(?<!\\)\p{L})?\s?\}|\\?(?<bare>[ij](?![A-Za-z])|(?<!\\)\p{L}))`,
		String.raw`\\(?<command>[A-Za-z]+)(?<space>\s?)`,
		String.raw`\\(?<escaped>[^A-Za-z])`,
		"[{}]|~|---?|\x60\x60|''",
	].join('|'),
	'gu',
);

/** What signs typed in TeX print. */
const ligatures: ReadonlyMap<string, string> = new Map([
	['~', ' '],
	['--', '–'],
	['---', '—'],
	['``', '“'],
	["''", '”'],
]);

/**
 * The text that TeX prints, its white space collapsed: accents and letters as characters, braces and styles gone.
 * Formulas between dollars, escaped dollars, and commands that are not known here stay as they are written.
 */
export function plainTex(tex: string): string {
	const source = collapsed(tex);
	if (!/[\\{}~]|--|``|''/.test(source)) return source;
	const printed: string[] = [];
	const groups: boolean[] = [];
	// Braces directly behind a command that is not known are its arguments, and stay with it.
	let isArgument = false;
	let end = 0;
	for (const found of source.matchAll(token)) {
		const [piece] = found;
		if (found.index > end) isArgument = false;
		printed.push(source.slice(end, found.index));
		end = found.index + piece.length;
		if (piece === '{') {
			groups.push(isArgument);
			if (isArgument) printed.push(piece);
			isArgument = false;
		} else if (piece === '}') {
			isArgument = groups.pop() ?? false;
			if (isArgument) printed.push(piece);
		} else {
			const text = printedBy(piece, found.groups ?? {});
			printed.push(text ?? piece);
			isArgument = text === null && found.groups?.['command'] !== undefined;
		}
	}
	printed.push(source.slice(end));
	return collapsed(printed.join(''));
}

/** What a piece of TeX prints; null where it stays as it is written. */
function printedBy(piece: string, groups: Readonly<Record<string, string | undefined>>): string | null {
	const { formula, address, accent, command, space = '', escaped } = groups;
	if (formula !== undefined) return null;
	if (address !== undefined) return address;
	if (accent !== undefined) {
		const letter = groups['inBraces'] ?? groups['bare'];
		if (letter === undefined) return accent === '~' || accent === '^' ? accent : '';
		return (letter + (texAccents[accent] ?? '')).normalize('NFC');
	}
	if (command !== undefined) {
		if (command === 'href' || styles.has(command)) return '';
		const character = characters.get(command);
		if (character === undefined) return null;
		return /^\p{L}{1,2}$/u.test(character) ? character : character + space;
	}
	if (escaped !== undefined) {
		if ('&%#_{}'.includes(escaped)) return escaped;
		if (' ,;:\\'.includes(escaped)) return ' ';
		return '-/@!'.includes(escaped) ? '' : null;
	}
	return piece.startsWith('\\href') ? '' : (ligatures.get(piece) ?? null);
}
