import { replacements } from 'unicodeit/ts_dist/js/data.js';

/** Names of functions that LaTeX and amsmath set upright. */
const functionNames = [
	...['arccos', 'arcsin', 'arctan', 'arg', 'cos', 'cosh', 'cot', 'coth', 'csc', 'deg', 'det', 'dim', 'exp', 'gcd'],
	...['hom', 'inf', 'ker', 'lg', 'lim', 'liminf', 'limsup', 'ln', 'log', 'max', 'min', 'Pr', 'sec', 'sin', 'sinh'],
	...['sup', 'tan', 'tanh', 'sqrt', 'argmin', 'argmax'],
];

/** What LaTeX's own kernel names otherwise than Unicode's tables do, or names too. */
const kernelNames = ['ldots', 'cdots', 'dots', 'to', 'le', 'ge', 'ne', 'neq', 'gets', 'land', 'lor', 'lnot', 'iff'];

/** The character of each command that stands for one, by the command's name. */
const characters: ReadonlyMap<string, string> = new Map(
	replacements.flatMap(([command = '', character = '']) => {
		const name = /^\\([A-Za-z]+)$/.exec(command)?.[1];
		return name === undefined ? [] : [[name, character] as const];
	}),
);

const letters: ReadonlyMap<string, string> = new Map(
	replacements.flatMap(([command = '', character = '']) => {
		const [, style, letter] = /^\\(math[a-z]+)\{([A-Za-z0-9])\}$/.exec(command) ?? [];
		return style === undefined || letter === undefined ? [] : [[`${style} ${letter}`, character] as const];
	}),
);

/** Short names that, glued to letters, are far more often the letters: `ni`, `wp`, `ac`. */
const rarelyMeant =
	/^(?:ac|ni|wp|wr|Re|Im|aa|ae|oe|ss|gg|ll|lt|gt|top|bot|mid|star|natural|sharp|flat|ast|square|circ)$/;

/** The character that a command stands for: `alpha` is α; null where it stands for none. */
export function characterOf(command: string): string | null {
	return characters.get(command) ?? null;
}

/** A letter or digit in a mathematical style: `mathbb` and `R` are ℝ; null where Unicode has none. */
export function styledLetter(style: string, letter: string): string | null {
	return letters.get(`${style} ${letter}`) ?? null;
}

/** Of text and not of mathematics (`AA`, `OE`), or hardly ever meant where letters stand before `times`. */
const notMeant = /^(?:[A-Z]{1,3}|[lr]times)$/;

const commands: ReadonlySet<string> = new Set(
	[...characters.keys(), ...functionNames, ...kernelNames].filter((name) => !notMeant.test(name)),
);

/** Whether a word is the name of a command of mathematics. */
export function isCommand(word: string): boolean {
	return word.length > 1 && commands.has(word);
}

/** Whether a command sets the name of a function. */
export function isFunction(word: string): boolean {
	return functionNames.includes(word);
}

/**
 * A run of letters as the commands and single letters that were written without a space between them: `ntimes` is `n`
 * and `times`. At most two letters, and as few pieces as can be; null where it is no such run.
 */
export function gluedCommands(run: string): string[] | null {
	if (run.length > 24) return null;
	const best: ({ pieces: string[]; singles: number } | null)[] = [{ pieces: [], singles: 0 }];
	for (let end = 1; end <= run.length; end += 1) {
		let found: { pieces: string[]; singles: number } | null = null;
		for (let start = 0; start < end; start += 1) {
			const before = best[start];
			const piece = run.slice(start, end);
			const single = piece.length === 1;
			if (!before || (!single && !isCommand(piece))) continue;
			const singles = before.singles + Number(single);
			if (singles > 2) continue;
			const pieces = [...before.pieces, piece];
			if (found === null || pieces.length + singles < found.pieces.length + found.singles) found = { pieces, singles };
		}
		best[end] = found;
	}
	const whole = best[run.length] ?? null;
	if (whole === null || whole.pieces.length === whole.singles) return null;
	const doubtful = whole.singles > 0 && whole.pieces.some((piece) => rarelyMeant.test(piece));
	return doubtful && !/^[a-z](?:ll|gg)[a-z]?$/.test(run) ? null : whole.pieces;
}
