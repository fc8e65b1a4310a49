import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Each calls `ran()`, leaves an element of the class `planted` or asks evil.example, where a page takes it for markup. */
export const vectorsByKind: Readonly<Record<string, readonly string[]>> = z
	.record(z.string(), z.array(z.string()))
	.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/hostile/vectors.json'), 'utf8')));

export const vectors: readonly string[] = Object.values(vectorsByKind).flat();

/** What ends the title of a paper, so that it can be told from others whatever becomes of the vector before it. */
export function endOfTitle(at: number): string {
	return `planted ran ${at}`;
}

/**
 * Writes listings with each vector in all fields: every other one in the daily API's with the one behind it, that one
 * in a text dump's. Beside these, file names, sidecars, ids, and files that cannot be read.
 */
export function writeHostileListings(listings: string): void {
	const folder = join(listings, 'javascript:ran()');
	mkdirSync(folder, { recursive: true });
	const names = fileNames();
	const items = vectors.flatMap((vector, at) => (at % 2 === 0 ? [apiItem(vector, vectors[at + 1] ?? '', at)] : []));
	for (const [at, name] of names.entries()) {
		const ofFile = items.filter((_, itemAt) => itemAt % names.length === at);
		writeFileSync(join(folder, `${name}.json`), JSON.stringify(ofFile));
		writeFileSync(join(folder, `${name}.json.yaml`), sidecar(at));
	}
	writeFileSync(join(listings, '2025-11-24 "><script>ran()<%2fscript>.txt'), textListing());
	writeFileSync(join(listings, 'ids.json'), JSON.stringify(vectors.flatMap(withoutId)));
	writeFileSync(join(listings, 'of no dialect <b class=planted>.json'), JSON.stringify({ vectors }));
	writeFileSync(join(listings, 'of no dialect <b class=planted>.txt'), vectors.join('\n'));
	writeFileSync(join(listings, 'cut "onload=ran() class=planted.json'), JSON.stringify(items).slice(0, 3000));
}

/** Of each kind the first two that may be the name of a file. */
function fileNames(): string[] {
	return Object.values(vectorsByKind).flatMap((ofKind) =>
		ofKind.filter((vector) => !/[/\\\0]|^\./.test(vector) && Buffer.byteLength(vector) < 200).slice(0, 2),
	);
}

/** JSON is YAML too. */
function sidecar(at: number): string {
	const vector = (vectors[at * 7] ?? '').toWellFormed();
	return JSON.stringify({
		source: vector,
		url: `https://example.org/"onclick="ran()"class="planted"/${encodeURIComponent(vector)}`,
		rights: { licence: vector, note: vector, abstracts: 'full' },
	});
}

function apiItem(vector: string, other: string, at: number) {
	return {
		paper: {
			// Of papers without an id, those that look alike would be taken for one.
			id: `2511.${10_000 + at}`,
			title: `${vector} ${endOfTitle(at)}`,
			summary: `planted ran ${vector} ${other} https://example.org/${vector} javascript:ran() https://${other} ${vector}`,
			authors: [
				{ name: vector, user: { user: other } },
				{ name: other, user: { user: 'ada' } },
				{ name: `Ada ${vector}, Grace ${other}` },
			],
			publishedAt: at % 5 === 0 ? vector : '2025-11-20T00:00:00.000Z',
			upvotes: at % 4 === 0 ? vector : 3,
			ai_summary: other,
			githubRepo: at % 3 === 0 ? vector : `https://github.com/${vector}/${other}`,
			projectPage: at % 3 === 1 ? `https://${vector}` : `https://example.org/?${other}"onclick="ran()#${vector}`,
			submittedOnDailyAt: '2025-11-24T10:00:00.000Z',
		},
		title: other,
		numComments: at % 6 === 0 ? vector : 2,
		organization: at % 4 === 0 ? { name: other } : { name: `org-${at % 24}`, fullname: vector },
	};
}

/** Few, since they look alike. */
function withoutId(vector: string, at: number) {
	return at % 25 === 0 ? [{ paper: { id: vector, title: vector, summary: vector, doi: vector } }] : [];
}

/** Cards with title, abstract, and below some an organisation. */
function textListing(): string {
	const lines = vectors.map((vector) => vector.replaceAll(/[\r\n]+/g, ' '));
	const cards = lines.flatMap((title, at) => {
		const before = lines[at - 1] ?? title;
		const meta = at % 8 === 1 ? before : '• 3 authors';
		const abstract = `${title} ${wordsOfItsOwn(at)} ${before}`;
		return at % 2 === 0 ? [] : `${title} ${endOfTitle(at)}\n\n${abstract}\n\n${meta}\n·\nNov 20 2\n`;
	});
	return `Daily Papers\n\nNov 24\n\n${cards.join('\n')}`;
}

/** So that papers whose titles look alike are not taken for one. */
function wordsOfItsOwn(at: number): string {
	return ['an', 'abstract', 'of', 'planted', 'ran', 'that', 'has', 'words']
		.map((word) => `${word} ${word}${at}`)
		.join(' ');
}
