import { type Correction, correctionSchema } from '../../src/records/correction.ts';
import { type Enrichment, enrichmentSchema } from '../../src/records/enrichment.ts';
import { titleId } from '../../src/records/ids.ts';

const sidecar = { columns: { title: 'title', authors: 'authors', doi: 'doi', published: 'date', arxivId: 'arxiv' } };

export type Row = Partial<Record<'title' | 'authors' | 'doi' | 'date' | 'arxiv', string>>;

export function listing(...rows: Row[]) {
	const cells = ({ title = '', authors = '', doi = '', date = '', arxiv = '' }: Row) =>
		[title, authors, doi, date, arxiv].map((cell) => `"${cell}"`).join(',');
	const text = ['title,authors,doi,date,arxiv', ...rows.map(cells)].join('\n');
	return { file: 'a.csv', bytes: new TextEncoder().encode(`${text}\n`), sidecar };
}

export const lanterns: Row = { title: 'Lanterns in the Harbour' };
export const knots: Row = { title: 'Knots that Hold in the Rain' };
export const idOf = ({ title = '' }: Row) => titleId(title, []);

export type Found = Partial<NonNullable<Enrichment['found']>>;

export function answer(row: Row, found: Found | null, line = 1, paper: string = idOf(row)): Enrichment {
	const { title } = row;
	const signs = { title: 1, abstract: null, authorNames: null, authorCount: null, published: null };
	const usual = { arxivId: '2501.00001', version: 3, title, authors: ['Ann Bell'], published: '2025-01-01' };
	const whole = found === null ? null : { ...usual, confidence: 0.9, signs, ...found };
	return { ...enrichmentSchema.parse({ paper, title, asked: '2026-02-01', found: whole }), line };
}

export function correction(parts: object): Correction {
	return { ...correctionSchema.parse({ reason: 'it says so', date: '2026-02-02', ...parts }), line: 1 };
}
