import { askOf, foundIn } from './ask.ts';
import type { Examples } from './found.ts';
import { tellingWords } from './parse.ts';
import { noFilters } from './query.ts';
import type { OpenSegment } from './segment.ts';

/** So many of the newest titles are looked through for words that stand beside each other. */
const titlesLookedAt = 30;

/** How many years before the last one an example reaches back, where there are papers of them. */
const yearsBack = 2;

/** Texts that find something, from the newest papers that have what they ask for. */
export async function examplesIn(segments: readonly OpenSegment[]): Promise<Examples> {
	let topic: string | null = null;
	let organization: string | null = null;
	for (const open of segments) {
		topic ??= largest(await open.column('topics'), ({ length }) => length);
		organization ??= largest(await open.column('organizations'), ({ papers }) => papers.length);
		if (topic !== null && organization !== null) break;
	}
	const [newest] = segments;
	return {
		topic: topic && `topic:${topic}`,
		organization: organization && `org:${organization}`,
		year: await yearIn(segments),
		...(newest ? await wordsIn(newest) : { phrase: null, without: null }),
	};
}

/** The name of the most papers that can be typed behind a colon as it is. */
function largest<T>(column: Readonly<Record<string, T>>, papers: (value: T) => number): string | null {
	const names = Object.entries(column).filter(([name]) => /^[\p{L}\p{N}][^\s"]*$/u.test(name));
	return names.sort(([, a], [, b]) => papers(b) - papers(a))[0]?.[0] ?? null;
}

async function yearIn(segments: readonly OpenSegment[]): Promise<string | null> {
	const found = new Set<string>();
	for (const open of segments) {
		for (const [year] of await open.column('years')) if (/^\d{4}$/.test(year)) found.add(year);
		if (found.size > yearsBack) break;
	}
	const years = [...found].sort().slice(-1 - yearsBack);
	const [first] = years;
	const last = years.at(-1);
	if (first === undefined || last === undefined) return null;
	return first === last ? `year:${last}` : `year:${first}..${last}`;
}

/** Words of titles that find papers as a phrase, and one without the other. */
async function wordsIn(open: OpenSegment): Promise<Pick<Examples, 'phrase' | 'without'>> {
	let phrase: string | null = null;
	let without: string | null = null;
	const { papers } = open.segment;
	for (let number = papers - 1; number >= Math.max(0, papers - titlesLookedAt); number -= 1) {
		const { meta } = await open.record(number);
		for (const [a, b] of pairsIn(meta['title'] ?? '')) {
			phrase ??= await finding(open, [`"${a} ${b}"`]);
			without ??= await finding(open, [`${a} -${b}`, `${b} -${a}`]);
			if (phrase !== null && without !== null) return { phrase, without };
		}
	}
	return { phrase, without };
}

/** Plain words of a title that stand beside each other. */
function pairsIn(title: string): [string, string][] {
	const words = title.toLowerCase().split(' ');
	const isPlain = (word: string): boolean => /^\p{L}{5,}$/u.test(word) && tellingWords([word]).length > 0;
	return words.flatMap((word, at): [string, string][] => {
		const next = words[at + 1];
		return next !== undefined && isPlain(word) && isPlain(next) ? [[word, next]] : [];
	});
}

/** The first of texts that finds something. */
async function finding(open: OpenSegment, texts: readonly string[]): Promise<string | null> {
	for (const text of texts) {
		const ask = askOf({ text, ...noFilters, order: 'date', literal: true });
		if ((await foundIn(open, ask)).papers.length > 0) return text;
	}
	return null;
}
