import { InvalidArgumentError } from 'commander';
import { type IsoDate, parseIsoDate } from '../../src/records/dates.ts';
import { arxiv, isCategory } from '../../src/sources/arxiv.ts';
import { huggingface } from '../../src/sources/huggingface.ts';
import type { Source } from '../../src/sources/source.ts';

/** What the command line says. */
export interface Options {
	source: 'huggingface' | 'arxiv';
	category: string[];
	since?: IsoDate;
	until?: IsoDate;
	listings: string;
	contact?: string;
	from?: string;
	dryRun: boolean;
	json: boolean;
}

export function dayGiven(text: string): IsoDate {
	const day = parseIsoDate(text);
	if (day === null) throw new InvalidArgumentError('A day is written YYYY-MM-DD, such as 2025-11-24.');
	return day;
}

export function categoriesGiven(text: string, before: readonly string[]): string[] {
	if (!isCategory(text)) throw new InvalidArgumentError('A category of arXiv is written as cs.CL or math-ph is.');
	return [...new Set([...before, text])];
}

/** What is wrong with options that are right each for itself, or null. */
export function contradiction({ source, category, since, until }: Options): string | null {
	if (source === 'arxiv' && category.length === 0) return 'arXiv is asked by category: --category cs.CL';
	if (source === 'huggingface' && category.length > 0) return '--category is for --source arxiv';
	if (since !== undefined && until !== undefined && since > until)
		return `the first day, ${since}, is later than the last, ${until}: name both with --since and --until`;
	return null;
}

/** The sources that are asked for. All are of one service. */
export function sourcesOf({ source, category, from }: Options): [Source, ...Source[]] {
	const [first, ...others] = category.map((each) => arxiv(each, from));
	return source === 'huggingface' || first === undefined ? [huggingface(from)] : [first, ...others];
}
