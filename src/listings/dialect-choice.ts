import type { Problem, Sidecar } from '../records/listing.ts';
import { csvRows } from './csv-rows.ts';
import type { Dialect, Reading } from './dialect.ts';
import { dialects } from './dialects.ts';
import { isEmptyArray } from './json-items.ts';
import { headerOf, rootName } from './xml-items.ts';

/** The dialect that the sidecar of a file names, else the one that knows its content; or why there is none. */
export function dialectOf(content: string, file: string, sidecar: Sidecar | null): Dialect | Problem {
	const named = sidecar?.dialect;
	if (!named) return knownBy(content, sidecar) ?? unknown(content, file);
	return (
		dialects.find(({ name }) => name === named) ?? {
			code: 'listing/unknown-dialect',
			at: null,
			message: `The sidecar names the dialect ${named}, which Daybook does not read.`,
			hint: `name one of ${dialects.map(({ name }) => name).join(', ')}`,
		}
	);
}

/**
 * That a sidecar names the wrong dialect: nothing was read by it, and by itself it would not have known the content. Null
 * where there is nothing to be read, and where the reading says itself what is wrong and no other dialect knows better.
 */
export function wrongDialect(
	content: string,
	file: string,
	sidecar: Sidecar | null,
	dialect: Dialect,
	{ entries, problems }: Reading,
): Problem | null {
	if (entries.length > 0 || !sidecar?.dialect || isOfNothing(content)) return null;
	if (dialect.recognises(content, sidecar.columns ?? null)) return null;
	const other = knownBy(content, sidecar);
	if (other === null && problems.length > 0) return null;
	const found = other === null ? 'nothing in this file is that' : `this looks like ${other.name}`;
	return {
		code: 'listing/other-dialect',
		at: null,
		message: `The sidecar says ${dialect.name}; ${found}.`,
		hint: `correct dialect: in ${file}.yaml, or leave it out`,
	};
}

function knownBy(content: string, sidecar: Sidecar | null): Dialect | null {
	return dialects.find((dialect) => dialect.recognises(content, sidecar?.columns ?? null)) ?? null;
}

/** An array or a feed without items, as a source answers on a day without papers, or a file of comments. */
function isOfNothing(content: string): boolean {
	const start = content.slice(0, 100_000);
	const header = headerOf(start, 'item');
	const isFeed = /^(?:\w+:)?(?:rss|feed|RDF|OAI-PMH)$/.test(rootName(header) ?? '');
	if (isFeed) return !/<(?:\w+:)?(?:item|entry|record)[\s>]/.test(start);
	return isEmptyArray(content) || start.split(/[\r\n]+/).every((line) => /^\s*(?:%|$)/.test(line));
}

function unknown(content: string, file: string): Problem {
	if (/\.ya?ml$/i.test(file)) {
		return {
			code: 'listing/lone-sidecar',
			at: null,
			message: 'No listing has this sidecar.',
			hint: 'name it after the whole file, as page.txt.yaml, or delete it',
		};
	}
	return {
		code: 'listing/unknown-dialect',
		at: [1, 1],
		message: 'This file matches no listing format that Daybook reads.',
		hint: isTable(content)
			? `write under columns: in ${file}.yaml what its columns hold; content/listings/README.md says how`
			: `save the page again as HTML or text, or name its dialect in ${file}.yaml`,
	};
}

/** Whether this is JSON, or rows of as many cells each. */
function isTable(content: string): boolean {
	const start = content.slice(0, 10_000);
	if (/^\s*(?:\{\s*"|\[\s*[[{"])/.test(start)) return true;
	return [',', ';', '\t'].some((delimiter) => {
		const [names, first] = csvRows(start, delimiter).map(({ cells }) => cells ?? []);
		return names !== undefined && names.length > 1 && names.every(Boolean) && names.length === first?.length;
	});
}
