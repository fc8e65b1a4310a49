import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { dialects } from '../../src/listings/dialects.ts';
import { readListing } from '../../src/listings/read.ts';
import { capturedSchema } from '../../src/records/dates.ts';
import type { CapturedFile, Columns, Entry, Listing, Place, Sidecar } from '../../src/records/listing.ts';
import { sharedPath } from '../shared-material.ts';
import { type Mutation, mutated, mutations } from './mutations.ts';

/** How many cases a dialect; `DAYBOOK_MUTATIONS=10000` is the long run. */
const cases = Number(process.env['DAYBOOK_MUTATIONS'] || 500);
const seed = 20_261_121;
const mostSamples = 6;
const longestSample = 250_000;
/** Longer than any of these files takes, whatever was done to it: milliseconds. */
const hang = 10_000;
const captured = capturedSchema.parse('2026-11-01');
const fixtures = join(import.meta.dirname, '../fixtures');

interface Sample {
	name: string;
	content: string;
	columns: Columns | null;
	listing: Listing;
}

const samples = samplesByDialect();
const totals = { cases: 0, crashes: 0, hangs: 0, lost: 0 };

afterAll(() => {
	const { cases: all, crashes, hangs, lost } = totals;
	console.log(`mutations: ${all} cases, crashes ${crashes}, hangs ${hangs}, good entries lost ${lost}`);
});

describe.each(dialects.map(({ name }) => name))('%s', (dialect) => {
	test('reads whatever is done to its files, and loses no entry that was left alone', () => {
		const own = samples.get(dialect) ?? [];
		expect(own.length).toBeGreaterThan(0);
		const chosen = fc.sample(fc.tuple(fc.constantFrom(...own), mutations), { seed, numRuns: cases });
		const faults: unknown[] = [];
		for (const [sample, mutation] of chosen) {
			const fault = faultOf(dialect, sample, mutation);
			if (fault !== null) faults.push({ sample: sample.name, mutation, ...fault });
		}
		totals.cases += chosen.length;
		expect(faults.slice(0, 3)).toEqual([]);
	}, 3_600_000);
});

function faultOf(dialect: string, sample: Sample, mutation: Mutation): Record<string, unknown> | null {
	const { content, touched } = mutated(sample.content, mutation);
	const started = performance.now();
	let entries: Entry[];
	try {
		const read = readAs(sample, content, dialect);
		entries = 'entries' in read ? read.entries : [];
	} catch (error) {
		totals.crashes++;
		return { crash: String(error) };
	}
	if (performance.now() - started > hang) {
		totals.hangs++;
		return { hang: true };
	}
	const there = new Set(entries.map(withoutPlace));
	const lost = untouched(sample, touched).filter((entry) => !there.has(withoutPlace(entry)));
	totals.lost += lost.length;
	const [first] = lost;
	if (first === undefined) return null;
	const near = entries.find(({ title }) => title === first.title);
	return { lost: lost.length, title: first.title, at: first.at, differs: near && differences(first, near) };
}

function differences(wanted: Entry, found: Entry): unknown {
	const keys = Object.keys(wanted).filter((key) => !['position', 'at'].includes(key));
	const values = (entry: Entry) => new Map(Object.entries(entry));
	return keys.flatMap((key) => {
		const [want, got] = [values(wanted).get(key), values(found).get(key)].map((value) => JSON.stringify(value));
		return want === got ? [] : [{ key, want: want?.slice(0, 100), got: got?.slice(0, 100) }];
	});
}

/** The entries of which nothing was touched, nor anything between them and their neighbours. */
function untouched({ content, listing }: Sample, touched: readonly { from: number; to: number }[]): Entry[] {
	const find = spanFinder(listing.dialect, content);
	const spans = listing.entries.map(({ at }) => find(at));
	// What stands above the papers of a text may say the year of all of them; above those of a table, all names.
	const hasHeader = 'lines' in listing.accounting || listing.dialect === 'mapped-csv';
	const header = hasHeader ? (spans[0]?.from ?? 0) : 0;
	if (touched.some(({ from }) => from < header)) return [];
	return listing.entries.filter((_, at) => {
		const span = spans[at];
		if (!span) return false;
		const from = Math.min(spans[at - 1]?.to ?? 0, span.from);
		const to = Math.max((spans[at + 1]?.from ?? content.length + 1) - 1, span.to);
		return touched.every((each) => each.to < from || each.from > to);
	});
}

function spanFinder(dialect: string, content: string): (at: Place) => { from: number; to: number } | null {
	const finder = dialects.find(({ name }) => name === dialect)?.finder?.(content) ?? (() => null);
	const starts = [0];
	for (const { index, 0: lineBreak } of content.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineBreak.length);
	return (at) => {
		if (typeof at === 'string') return finder(at);
		const from = starts[at[0] - 1];
		return from === undefined ? null : { from, to: (starts[at[1]] ?? content.length + 1) - 1 };
	};
}

function withoutPlace(entry: Entry): string {
	return JSON.stringify({ ...entry, position: 0, at: '' });
}

function readAs({ columns }: Pick<Sample, 'columns'>, content: string, dialect: string | undefined) {
	const sidecar: Sidecar = { captured, ...(dialect && { dialect }), ...(columns && { columns }) };
	return readListing({ file: 'sample', bytes: new TextEncoder().encode(content), sidecar });
}

/** Our own samples, and some of those of ../shared where it is: the shortest, since each is read a hundred times. */
function samplesByDialect(): Map<string, Sample[]> {
	const shared = sharedPath('captures');
	const theirs = shared === null ? [] : filesBelow(shared).filter(({ file }) => !file.includes('hostile'));
	const byDialect = new Map<string, Sample[]>();
	for (const [own, files] of [
		[true, [...filesBelow(join(fixtures, 'dialects')), ...filesBelow(join(fixtures, 'seeds/listings'))]],
		[false, theirs],
	] as const) {
		const read = files.map(sampleOf).filter((sample) => sample !== null);
		for (const [dialect, samples] of Map.groupBy(read, ({ listing }) => listing.dialect)) {
			const known = byDialect.get(dialect) ?? [];
			byDialect.set(dialect, [...known, ...(own ? samples : spread(samples, mostSamples))]);
		}
	}
	return byDialect;
}

function spread(samples: readonly Sample[], count: number): Sample[] {
	const short = samples.toSorted((a, b) => a.content.length - b.content.length).slice(0, count * 4);
	return short.filter((_, at) => at % Math.ceil(short.length / count) === 0);
}

function filesBelow(folder: string) {
	return existsSync(folder) ? [...capturedFiles(folder)] : [];
}

/** The first records of a file that is long, with its end. */
function sampleOf({ file, bytes, sidecar }: CapturedFile): Sample | null {
	const whole = new TextDecoder().decode(bytes ?? undefined);
	const records = whole.split('</record>');
	const content = whole.length > longestSample ? [...records.slice(0, 20), records.at(-1)].join('</record>') : whole;
	const columns = sidecar?.columns ?? null;
	const read = content.length > longestSample ? null : readAs({ columns }, content, sidecar?.dialect ?? undefined);
	return read !== null && 'entries' in read && read.entries.length > 0
		? { name: file, content, columns, listing: read }
		: null;
}
