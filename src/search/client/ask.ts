import { canHold, type Filters, passing } from './filters.ts';
import { parseText, tellingWords } from './parse.ts';
import type { Query } from './query.ts';
import type { SearchSegment } from './seam.ts';
import type { Having, OpenSegment } from './segment.ts';

/** A query as segments are asked. */
export interface Ask {
	/** The plain words, as typed. */
	words: string[];
	/** Those of them that papers are searched for. */
	telling: string[];
	phrases: string[];
	/** Words and phrases that no paper has. */
	without: string[];
	filters: Filters;
}

/** Of a longer text only the first words are looked for. */
const mostWords = 32;

export function askOf(query: Query): Ask {
	const { words, phrases, without, topics, organizations, years } = parseText(query.text);
	const { topic, year, organization, code } = query;
	const filters = { topic, year, organization, code, topics, organizations, years };
	return { words, telling: [...new Set(tellingWords(words))].slice(0, mostWords), phrases, without, filters };
}

/** Whether it has words or phrases that papers are searched for. */
export function hasText({ telling, phrases }: Ask): boolean {
	return telling.length + phrases.length > 0;
}

/** Whether a segment has to be asked. */
export function concerns({ filters }: Ask, segment: SearchSegment): boolean {
	return canHold(segment, filters);
}

/** What a query finds in a segment. */
export interface FoundIn {
	open: OpenSegment;
	/** Numbers of papers that have all words and phrases and pass the filters, newest first. */
	papers: number[];
	/** For each telling word, then each phrase, the papers of the segment that have it. */
	having: Having[];
}

export async function foundIn(open: OpenSegment, ask: Ask): Promise<FoundIn> {
	const found = await foundByText(open, ask);
	const passes = found.papers.length === 0 ? null : await passing(open, ask.filters);
	return passes === null ? found : { ...found, papers: found.papers.filter(passes) };
}

/** What a query finds whatever its filters say. Without text that is every paper. */
export async function foundByText(open: OpenSegment, ask: Ask): Promise<FoundIn> {
	const { telling, phrases, without } = ask;
	const having = await Promise.all([
		...telling.map((word) => papersWith(open, word)),
		...phrases.map((phrase) => papersWithPhrase(open, phrase)),
	]);
	const [first, ...more] = having.toSorted((a, b) => a.size - b.size);
	const excluded = await Promise.all(without.map((each) => papersWith(open, each)));
	const papers = first ? [...first.keys()] : Array.from({ length: open.segment.papers }, (_, number) => number);
	const hasAll = (number: number): boolean =>
		more.every((each) => each.has(number)) && !excluded.some((each) => each.has(number));
	return { open, papers: papers.filter(hasAll).sort((a, b) => b - a), having };
}

/** Writing without spaces between words: Pagefind takes a run of it as one word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * The papers that have a word in some form, as Pagefind's stems go; one with a hyphen is also two words beside each other.
 * Asked for a word alone, Pagefind would take it for the beginning of others as far as it has loaded them, and one that
 * it lacks for a shorter one: what is found would change with what else a segment has.
 */
export async function papersWith(open: OpenSegment, word: string): Promise<Having> {
	if (unspaced.test(word)) return await open.beginning(word);
	const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
	const parts = bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	const together = await open.having(bare);
	return parts.length < 2 ? together : together.union(await open.having(parts.join(' ')));
}

/** The papers that have words one after another, also where a hyphen joins two of them, or all. */
async function papersWithPhrase(open: OpenSegment, phrase: string): Promise<Having> {
	const parts = phrase.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
	const pairs = parts
		.slice(1)
		.map((part, at) => [...parts.slice(0, at), `${parts[at]}-${part}`, ...parts.slice(at + 2)]);
	const forms = new Set([phrase, parts.join(' '), parts.join('-'), ...pairs.map((each) => each.join(' '))]);
	const having = await Promise.all([...forms].map((form) => open.having(form)));
	return new Set(having.flatMap((each) => [...each]));
}
