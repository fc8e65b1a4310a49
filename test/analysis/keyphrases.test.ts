import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyphrases, type PhrasedPaper } from '../../src/analysis/keyphrases.ts';
import { paperIdSchema } from '../../src/records/paper.ts';
import { requireShared } from '../shared-material.ts';

function paper(title: string, abstract: string | null = null, parts: Partial<PhrasedPaper> & { nth?: number } = {}) {
	const { nth = 1, language = null } = parts;
	return { id: paperIdSchema.parse(`arxiv:${nth}`), title, abstract, language };
}

function phrasesOf(title: string, abstract: string | null = null, language: string | null = null): string[] {
	return keyphrases([paper(title, abstract, { language })]).get(paperIdSchema.parse('arxiv:1')) ?? [];
}

describe('the keyphrases of a paper', () => {
	test('are what it is about, as it writes them', () => {
		const found = phrasesOf(
			'Retrieval-Augmented Generation for Protein Design',
			'We propose a novel retrieval-augmented generation approach. Protein design with LoRA adapters significantly outperforms ' +
				'baselines, and LoRA is cheap. Our protein design improves retrieval-augmented generation.',
		);
		expect(found).toEqual(['protein design', 'retrieval-augmented generation', 'LoRA']);
	});

	test.each([
		['a title alone', 'Graph Attention for Molecule Generation', ['graph attention', 'molecule generation']],
		['a name before a colon', 'SparseBox: Sparse Voxel Rendering', ['sparse voxel rendering', 'SparseBox']],
		['no words', '…', []],
		['function words', 'On the Way to It', []],
		['remarks', 'A Novel and Effective Method', []],
		['numbers and formulas', 'O(n²) to O(n log n): 12 of 100', []],
		['an address', 'At https://example.org/some-page/tensor', []],
	])('of %s', (_, title, expected) => {
		expect(phrasesOf(title).map(lowerUnlessName).toSorted()).toEqual(expected.toSorted());
	});

	test('end neither in an adjective nor in a word that says nothing', () => {
		const abstract =
			'Token pruning based approaches are fast. Token pruning methods are cheap. The token pruning framework is neural.';
		expect(phrasesOf('Token pruning', abstract)).toEqual(['token pruning']);
	});

	test('hold an acronym and its words once', () => {
		const abstract =
			'A mixture of experts (MoE) routes tokens. MoE training is cheap, and MoE serving too. We train MoE.';
		const found = phrasesOf('Routing in large models', abstract);
		expect(found).toContain('mixture of experts');
		expect(found.filter((phrase) => phrase.includes('MoE'))).toEqual([]);
	});

	test('hold the acronym where the title has it', () => {
		const found = phrasesOf('MoE at scale', 'A mixture of experts (MoE) routes tokens. MoE training is cheap.');
		expect(found).toContain('MoE');
		expect(found).not.toContain('mixture of experts');
	});

	test('do not hold a part of a phrase beside it', () => {
		const abstract = 'Masked graph autoencoders are graph autoencoders. Masked graph autoencoders learn.';
		expect(phrasesOf('Masked graph autoencoders', abstract)).toEqual(['masked graph autoencoders']);
	});

	test('hold a part of a run that other papers use by itself', () => {
		const others = [2, 3, 4].map((nth) => paper(`Of speculative sampling`, null, { nth }));
		const title = 'Cached hierarchical batched speculative sampling kernels';
		const alone = keyphrases([paper(title)]).get(paperIdSchema.parse('arxiv:1'));
		const among = keyphrases([paper(title), ...others]).get(paperIdSchema.parse('arxiv:1'));
		expect(alone).toEqual([]);
		expect(among).toEqual(['speculative sampling']);
	});
});

function lowerUnlessName(phrase: string): string {
	return /\p{Ll}\p{Lu}/u.test(phrase) ? phrase : phrase.toLowerCase();
}

describe('of other languages', () => {
	test.each([
		['said by the source', 'Vision Transformers', 'Vision transformers are used for the analysis of images.', 'de'],
		[
			'seen in the abstract',
			'Apprentissage profond',
			'Nous présentons une méthode nouvelle pour la segmentation des images médicales, fondée sur un réseau de neurones ' +
				'profond; elle apprend de peu de données et donne de meilleurs résultats que les méthodes connues.',
			null,
		],
		['without spaces', '基于深度学习的图像分割方法', '本文提出了一种新的图像分割方法。', null],
		['in another script', 'Обучение представлений', 'Мы предлагаем новый метод.', null],
	])('%s: none', (_, title, abstract, language) => {
		expect(phrasesOf(title, abstract, language)).toEqual([]);
	});

	test('a name in them stays', () => {
		expect(phrasesOf('基于 LoRA 的微调', '我们用 LoRA 微调。')).toEqual(['LoRA']);
	});
});

const word = fc.constantFrom(
	'tensor',
	'Graph',
	'NeRF',
	'low-rank',
	'kernel',
	'the',
	'of',
	'we show',
	'based',
	'R^3',
	'(MoE)',
	'日本',
	'7B',
);
const text = fc
	.array(fc.tuple(word, fc.constantFrom(' ', ', ', '. ', '-')), { maxLength: 30 })
	.map((parts) => parts.flat().join(''));
const papersOf = fc
	.array(fc.tuple(text, fc.option(text)), { maxLength: 8 })
	.map((texts) => texts.map(([title, abstract], nth) => paper(title, abstract, { nth: (nth * 3) % 8 })));

test('are six at most, different, and in the words of the paper, whatever the order of the papers', () => {
	fc.assert(
		fc.property(
			papersOf.chain((papers) =>
				fc.tuple(fc.constant(papers), fc.shuffledSubarray(papers, { minLength: papers.length })),
			),
			([papers, others]) => {
				const found = keyphrases(papers);
				expect([...keyphrases(others)]).toEqual([...found]);
				for (const { id, title, abstract } of papers) {
					const phrases = found.get(id) ?? [];
					expect(phrases.length).toBeLessThanOrEqual(6);
					const lower = phrases.map((phrase) => phrase.toLowerCase());
					expect(new Set(lower).size).toBe(phrases.length);
					const words = `${title} ${abstract ?? ''}`.toLowerCase();
					for (const phrase of lower) expect(words).toContain(phrase);
				}
			},
		),
	);
});

test('of real papers, three more change those of hardly any', (context) => {
	const path = requireShared(context, 'truth/entries.jsonl');
	const entries = readFileSync(path, 'utf8')
		.trim()
		.split('\n')
		.map((line): { title: string; abstract: string | null } => JSON.parse(line));
	const distinct = [...new Map(entries.map((entry) => [entry.title, entry])).values()];
	const papers = distinct.map(({ title, abstract }, nth) => paper(title, abstract, { nth }));
	const before = keyphrases(papers.slice(0, -3));
	const after = keyphrases(papers);
	const changed = [...before].filter(([id, phrases]) => phrases.join() !== after.get(id)?.join());
	expect(changed.length).toBeLessThan(papers.length / 20);
});
