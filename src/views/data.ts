import { countInWords } from '../charts/words.ts';
import { csvColumns } from '../exports/papers-csv.ts';
import { publishedFields } from '../exports/published-fields.ts';
import { publishedPaper, yearOfShard } from '../exports/published-paper.ts';
import type { SitePath } from './addresses.ts';
import type { ArchiveSource } from './source.ts';
import { excerpt, monthName } from './words.ts';

/** A file to take home. */
export interface DataFile {
	name: string;
	/** For those who hear the link alone. */
	label: string;
	path: SitePath;
}

/** The files of the papers of one year. */
export interface DataYear {
	/** `2025`, or “No date”. */
	name: string;
	papers: string;
	table: DataFile;
	/** By month; of which no month is known, first. */
	shards: DataFile[];
}

export interface DataView {
	/** Newest first; those without a date last. */
	years: DataYear[];
	/** Each key of a paper, and what it holds. */
	fields: Meaning[];
	/** Columns of the tables that hold what the key of their name holds, and those that need a word. */
	sameColumns: string[];
	columns: Meaning[];
	/** A real line of the newest file, spread over lines, long texts and lists cut; null in an empty archive. */
	example: string | null;
	instructions: Instruction[];
}

/** How to do something with the files. */
export interface Instruction {
	heading: string;
	code: string;
}

export interface Meaning {
	name: string;
	/** In turn plain and as code. */
	words: { text: string; code: boolean }[];
}

/** What can be taken home of the archive, and what it means. */
export function dataView(source: ArchiveSource): DataView {
	const { shards } = source.summary;
	const years = [...Map.groupBy(shards, ({ name }) => yearOfShard(name))].sort(([a], [b]) => rank(b) - rank(a));
	const newest = source.index.at(-1);
	const columns = Object.entries(csvColumns);
	return {
		years: years.map(([year, members]) => dataYear(year, members)),
		fields: Object.entries(publishedFields).map(([name, text]) => ({ name, words: inWords(text) })),
		sameColumns: columns.filter(([, { meaning }]) => meaning === null).map(([name]) => name),
		columns: columns.flatMap(([name, { meaning }]) => (meaning === null ? [] : [{ name, words: inWords(meaning) }])),
		example: newest ? JSON.stringify(shortened(publishedPaper(source.paper(newest.id))), null, 2) : null,
		instructions: instructions(newest?.shard ?? 'undated'),
	};
}

function instructions(shard: string): Instruction[] {
	const file = `${shard}.jsonl.gz`;
	return [
		{ heading: 'Titles, with jq', code: `gunzip -c ${file} | jq -r '[.published, .title] | @tsv'` },
		{
			heading: 'The same in Python',
			code: [
				'import gzip, json',
				'',
				`with gzip.open('${file}', 'rt', encoding='utf-8') as lines:`,
				'    for line in lines:',
				'        paper = json.loads(line)',
				"        print(paper['published'], paper['title'])",
			].join('\n'),
		},
		{
			heading: 'Check what you downloaded, in a folder like data/',
			code: 'jq -r \'.files[] | .sha256 + "  " + .path\' manifest.json | sha256sum --check --ignore-missing',
		},
	];
}

function rank(year: string): number {
	return year === 'undated' ? -1 : Number(year);
}

function dataYear(year: string, shards: ArchiveSource['summary']['shards']): DataYear {
	const name = year === 'undated' ? 'No date' : year;
	return {
		name,
		papers: countInWords(shards.reduce((sum, { papers }) => sum + papers, 0)),
		table: { name: 'CSV', label: `${name}, as CSV`, path: `/data/csv/${year}.csv` },
		shards: shards.map((shard) => dataFile(shard.name, year === 'undated' ? 'without a date' : year)),
	};
}

/** A shard of a year: `2025-11` is November, `2025-11-2` goes on with it, in `2025` no month is known. */
function dataFile(shard: string, year: string): DataFile {
	const [, month, more] = /^(?:\d{4}(?:-(\d{2}))?|undated)(?:-(\d+))?$/.exec(shard) ?? [];
	const part = month === undefined ? 'Papers' : monthName(`2000-${month}`);
	return {
		name: [month === undefined ? part : part.slice(0, 3), more].filter(Boolean).join(' '),
		label: `${[part, year, more && `part ${more}`].filter(Boolean).join(' ')}, as JSON Lines`,
		path: `/data/papers/${shard}.jsonl.gz`,
	};
}

/** Text of ours in which code stands between backticks. */
function inWords(text: string): Meaning['words'] {
	return text
		.split('`')
		.map((part, nth) => ({ text: part, code: nth % 2 === 1 }))
		.filter(({ text }) => text !== '');
}

function shortened(value: unknown): unknown {
	if (typeof value === 'string') return excerpt(value, 120);
	if (Array.isArray(value)) return value.slice(0, 2).map(shortened);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, shortened(held)]));
}
