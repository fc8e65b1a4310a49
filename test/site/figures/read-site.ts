import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { z } from 'zod';
import { attribute, elementsIn, elementsOf, readPage, textOf } from '../built-site.ts';

/** The rows of a CSV file of a site, below its names. */
export function csvRows(folder: string, file: string): Record<string, string>[] {
	const text = readFileSync(join(folder, file), 'utf8');
	return z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true }));
}

/** A number of a CSV file; null where the field is empty. */
export function field(row: Record<string, string>, name: string): number | null {
	const text = row[name];
	if (text === undefined) throw new Error(`There is no column ${name}.`);
	return text === '' ? null : Number(text);
}

/** The table of the figure of a page whose numbers stand in this file: its head and its rows. */
export function figureTable(folder: string, page: string, csv: string): { head: string[]; rows: string[][] } {
	const figure = elementsOf(readPage(folder, page)).find(
		(element) =>
			hasClass(element, 'chart-figure') &&
			elementsIn(element).some((each) => each.tagName === 'a' && attribute(each, 'href') === `/${csv}`),
	);
	if (figure === undefined) throw new Error(`${page} has no figure of ${csv}`);
	const rows = elementsIn(figure)
		.filter(({ tagName }) => tagName === 'tr')
		.map((row) => elementsIn(row).flatMap((cell) => (/^t[hd]$/.test(cell.tagName) ? [wordsOf(cell)] : [])));
	const [head = [], ...others] = rows;
	return { head, rows: others };
}

export function hasClass(element: Tree.Element, name: string): boolean {
	return (attribute(element, 'class') ?? '').split(' ').includes(name);
}

/** The text of an element in one line; thin spaces stay. */
export function wordsOf(element: Tree.Node): string {
	return textOf(element)
		.replace(/[ \t\n]+/g, ' ')
		.trim();
}

/** The first element in this one of which this is true. */
export function firstIn(top: Tree.Node, is: (element: Tree.Element) => boolean): Tree.Element | undefined {
	return elementsIn(top).find((element) => element !== top && is(element));
}
