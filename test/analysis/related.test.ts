import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Corpus } from '../../scripts/bench/corpus.ts';
import { type RelatablePaper, relatedPapers, roundingOf } from '../../src/analysis/related.ts';
import { eachTerm, termVectors } from '../../src/analysis/term-vectors.ts';
import { Lexicon, type WordRun } from '../../src/analysis/words.ts';
import { type PaperId, paperIdSchema } from '../../src/records/paper.ts';
import { requireShared } from '../shared-material.ts';

function paper(id: string, title: string, abstract: string | null = null): RelatablePaper {
	return { id: paperIdSchema.parse(`arxiv:${id}`), title, abstract };
}

/** Related papers as lines: `id score term, term`. */
function related(papers: RelatablePaper[], id: string): string[] {
	const found = relatedPapers(papers).get(paperIdSchema.parse(`arxiv:${id}`)) ?? [];
	return found.map(({ id, score, terms }) => `${id.slice('arxiv:'.length)} ${score} ${terms.join(', ')}`);
}

const library = [
	paper('1', 'Learned sparse retrieval', 'An inverted index for sparse retrieval with SPLADE.'),
	paper('2', 'Sparse retrieval on a budget', 'SPLADE with a smaller inverted index.'),
	paper('3', 'Protein folding', 'Molecules and crystals.'),
	paper('4', 'Crystals of large molecules'),
	paper('5', 'Poetry'),
];

describe('related papers', () => {
	test('are the closest, with the terms that say why as the paper writes them', () => {
		expect(related(library, '1')).toEqual(['2 0.72 sparse retrieval, inverted index, SPLADE']);
		expect(related(library, '4')).toEqual(['3 0.26 crystals, molecules']);
	});

	test('are none where nothing is close', () => {
		expect(related(library, '5')).toEqual([]);
	});

	test.each([
		['no papers', []],
		['one paper', [paper('1', 'Learned sparse retrieval')]],
		['papers without words', [paper('1', ''), paper('2', '…', ''), paper('3', 'of the', null)]],
	])('%s: nothing to relate', (_, papers) => {
		expect([...relatedPapers(papers).values()]).toEqual(papers.map(() => []));
	});

	test('of an archive of two are each other', () => {
		expect(related(library.slice(0, 2), '2')).toHaveLength(1);
	});

	test('are six at most, ties by id', () => {
		const twins = ['8', '3', '1', '2', '9', '5', '4', '7'].map((id) => paper(id, 'Vector quantization'));
		expect(related(twins, '2').map((line) => line.slice(0, 3))).toEqual(['1 1', '3 1', '4 1', '5 1', '7 1', '8 1']);
	});

	test('explain themselves by pairs of words before single ones, four terms at most', () => {
		const abstract = 'Late interaction, query expansion, passage ranking, lexical matching, dense encoders.';
		const [found] = relatedPapers([paper('0', 'One', abstract), paper('00', 'Two', abstract), ...library]).values();
		expect(found?.[0]?.terms).toHaveLength(4);
		for (const term of found?.[0]?.terms ?? []) expect(term).toMatch(/^\w+ \w+$/);
	});

	test('write a term as the paper does', () => {
		const papers = [
			paper('one', 'Low-Rank Adapters', 'With LoRA, low-rank adapters are cheap.'),
			paper('two', 'LOW RANK ADAPTERS', 'A low rank adapter.'),
			...library,
		];
		expect(related(papers, 'one')[0]).toContain('low-rank');
		expect(related(papers, 'two')[0]).toContain('low rank');
	});
});

const word = fc.constantFrom('tensor', 'graph', 'vector', 'kernel', 'prompt', 'token', 'circuit', 'the', 'of');
const sentence = fc
	.array(fc.tuple(word, fc.constantFrom(' ', '-', ', ')), { maxLength: 10 })
	.map((parts) => parts.flat().join(''));
const papersOf = fc
	.array(fc.tuple(sentence, fc.option(sentence)), { maxLength: 12 })
	.map((texts) => texts.map(([title, abstract], at) => paper(`${(at * 7) % 12}`, title, abstract)));

describe('three papers more, of a subject of their own, change hardly any list, with scores and terms', () => {
	// The number of papers counts in steps of two octaves, which would all be taken at odd powers of two.
	test.each([
		['where all would count as more', 2 ** 9 - 2],
		['where many would', 2 ** 9 + 40],
		['where none would', 2 ** 10],
	])('%s', (_, size) => {
		const papers = inventedLibrary(size, 50);
		const others = ['a', 'b', 'c'].map((id) => paper(id, 'Sourdough fermentation', 'Rye and wheat at home.'));
		const before = relatedPapers(papers);
		const after = relatedPapers([...papers, ...others]);
		const changed = papers.filter(({ id }) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)));
		expect(changed.length).toBeLessThan(size / 10);
	});
});

test('related papers do not depend on the order of the papers', () => {
	fc.assert(
		fc.property(
			papersOf.chain((papers) => fc.tuple(fc.constant(papers), shuffled(papers))),
			([papers, others]) => {
				expect([...relatedPapers(others)]).toEqual([...relatedPapers(papers)]);
			},
		),
	);
});

function shuffled(papers: RelatablePaper[]) {
	return fc.shuffledSubarray(papers, { minLength: papers.length });
}

test('without limits, scores are those of the plain model', () => {
	fc.assert(
		fc.property(papersOf, (papers) => {
			const plain = plainly(papers);
			for (const [id, found] of relatedPapers(papers)) {
				const expected = (plain.get(id) ?? []).map(({ score }) => score);
				expect(found.map(({ score }) => score)).toEqual(
					expected.slice(0, found.length).map((score) => expect.closeTo(score, 2)),
				);
				if (found.length < 6) expect(expected[found.length] ?? 0).toBeLessThanOrEqual(0.07);
			}
		}),
	);
});

describe('against all pairs, at least 95 of 100 of the five closest are found', () => {
	test('in an invented library', () => {
		expect(recallAtFive(inventedLibrary(600), 100)).toBeGreaterThanOrEqual(0.95);
	});

	test('in the seeds', (context) => {
		const path = requireShared(context, 'truth/entries.jsonl');
		const entries = readFileSync(path, 'utf8')
			.trim()
			.split('\n')
			.map((line): { title: string; abstract: string | null } => JSON.parse(line));
		const distinct = new Map(entries.map((entry) => [entry.title, entry]));
		const papers = [...distinct.values()].map(({ title, abstract }, at) => paper(`${at}`, title, abstract));
		expect(papers.length).toBeGreaterThan(300);
		expect(recallAtFive(papers, 100)).toBeGreaterThanOrEqual(0.95);
	});
});

test('papers of a large corpus are related as all pairs of them are', async (context) => {
	const path = requireShared(context, 'corpus/ml-papers-1k.jsonl.gz');
	const { papers: entries } = new Corpus(gunzipSync(readFileSync(path))).papers(1000);
	const papers = entries.map(({ title, abstract }, at) => paper(`${at}`, title, abstract));
	expect(papers.length).toBeGreaterThan(900);
	expect(recallAtFive(papers, 100)).toBeGreaterThanOrEqual(0.95);
});

/** Of a sample of the papers. */
function recallAtFive(papers: RelatablePaper[], sample: number): number {
	const found = relatedPapers(papers);
	let [right, wanted] = [0, 0];
	for (const [id, closest] of plainly(papers, sample)) {
		const mine = new Set(found.get(id)?.map((relation) => relation.id));
		for (const other of closest.filter(({ score }) => score >= 0.07).slice(0, 5)) {
			wanted++;
			if (mine.has(other.id)) right++;
		}
	}
	return right / wanted;
}

/** All pairs, by maps of terms and the formulas as they are written: no budget, no postings, no vectors. */
function plainly(papers: RelatablePaper[], sample = papers.length): Map<PaperId, { id: PaperId; score: number }[]> {
	const lexicon = new Lexicon();
	const counts = papers.map(({ title, abstract }) => {
		const tf = new Map<number, number>();
		const add = (run: WordRun, times: number) =>
			eachTerm(run, lexicon, (key) => tf.set(key, (tf.get(key) ?? 0) + times));
		add(lexicon.read(title, 'heading'), 3);
		add(lexicon.read(abstract ?? '', 'running'), 1);
		return tf;
	});
	const df = new Map<number, number>();
	for (const tf of counts) for (const key of tf.keys()) df.set(key, (df.get(key) ?? 0) + 1);
	const vectors = counts.map((tf, at) => {
		const size = 2 * Math.floor(Math.log2(papers.length) / 2 + roundingOf(papers[at]?.id ?? paperIdSchema.parse('t:')));
		const weights = new Map<number, number>();
		for (const [key, times] of tf) {
			const octaves = Math.round(Math.log2(Math.max(2, df.get(key) ?? 0)));
			weights.set(key, (1 + Math.log(times)) * (0.5 + Math.min(10, Math.max(0, size - octaves))));
		}
		const norm = Math.hypot(...weights.values());
		return new Map([...weights].map(([key, weight]) => [key, weight / norm]));
	});
	return new Map(
		papers.slice(0, sample).map(({ id }, at) => {
			const closest = papers.flatMap((other, otherAt) => {
				let score = 0;
				for (const [key, weight] of vectors[at] ?? []) score += weight * (vectors[otherAt]?.get(key) ?? 0);
				const rounded = Math.round(score * 100) / 100;
				return otherAt !== at && rounded > 0 ? [{ id: other.id, score: rounded }] : [];
			});
			return [id, closest.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))];
		}),
	);
}

/** Papers of invented fields, each with words of its own among common ones. */
function inventedLibrary(size: number, fields = 20): RelatablePaper[] {
	const random = lcg(11);
	const invented = Array.from({ length: fields * 40 + 100 }, (_, at) => `q${[...at.toString(36)].join('u')}zk`);
	const pick = (field: number) =>
		invented[random() < 0.5 ? field * 40 + Math.floor(random() ** 2 * 40) : fields * 40 + Math.floor(random() * 100)] ??
		'';
	const words = (field: number, count: number) => Array.from({ length: count }, () => pick(field)).join(' ');
	return Array.from({ length: size }, (_, at) => paper(`${at}`, words(at % fields, 6), words(at % fields, 60)));
}

/** Numbers from 0 to 1, the same for the same seed. */
function lcg(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

describe('vectors', () => {
	test('of papers that come twice have length 1, distinct terms in ascending order, and a rank for each', () => {
		const lexicon = new Lexicon();
		const vectors = termVectors(
			[...inventedLibrary(25), ...inventedLibrary(25)].map(({ title, abstract }) => ({
				rounding: 0.5,
				title: lexicon.read(title, 'heading'),
				abstract: lexicon.read(abstract ?? '', 'running'),
			})),
			lexicon,
		);
		for (let at = 0; at < 50; at++) {
			const [start, end] = [vectors.starts[at] ?? 0, vectors.starts[at + 1] ?? 0];
			const terms = [...vectors.terms.slice(start, end)];
			const ranked = [...vectors.byWeight.slice(start, end)];
			expect(Math.hypot(...vectors.weights.slice(start, end))).toBeCloseTo(1, 5);
			expect(terms).toEqual([...new Set(terms)].sort((a, b) => a - b));
			expect(ranked.toSorted((a, b) => a - b)).toEqual(terms.map((_, place) => start + place));
			const weights = ranked.map((place) => vectors.weights[place] ?? 0);
			expect(weights).toEqual(weights.toSorted((a, b) => b - a));
		}
	});
});
