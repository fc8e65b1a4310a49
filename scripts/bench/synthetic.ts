import type { BenchPaper } from './bench-paper.ts';
import { randomNumbers, zipfRanks } from './random.ts';

const commonWords =
	'the of and to in a we that is for on with our this by as are an be from which can it these have not or at'.split(
		' ',
	);

/** What papers are about, the commonest first; some of the project's topics know them. */
const subjects = [
	'language models',
	'diffusion models',
	'object detection',
	'reinforcement learning',
	'graph neural networks',
	'stochastic gradient descent',
	'retrieval-augmented generation',
	'knowledge distillation',
	'continual learning',
	'dense retrieval',
	'causal inference',
	'human feedback',
	'word embeddings',
	'architecture search',
	'scaling laws',
	'noisy labels',
	'sparse autoencoders',
	'low-rank adaptation',
	'late interaction',
	'lie groups',
];

/** Without the words above; a little more than the ranks of 50,000 abstracts reach. */
const vocabulary = 100_000;
const surnames = 20_000;
const years = { first: 2020, count: 6 };
/** The share of papers that have the title of an earlier one. */
const repeated = 0.01;

/**
 * Made-up papers: abstracts of 100 to 200 words, words as rare and as common as those of a language (Zipf), titles of
 * 6 to 12 words. The same count and seed give the same papers; more papers begin with those of fewer.
 */
export function* syntheticPapers(count: number, seed = 1): Generator<BenchPaper> {
	const random = randomNumbers(seed);
	const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
	const wordRank = zipfRanks(commonWords.length + vocabulary);
	const nameRank = zipfRanks(surnames);
	const subjectRank = zipfRanks(subjects.length);
	const titles: string[] = [];

	const words = (length: number) => Array.from({ length }, () => wordOf(wordRank(random())));
	const nameOf = () => `${capital(coined(between(0, 999)))} ${capital(coined(nameRank(random())))}`;

	/** Sentences that name the subject now and then. */
	function abstractOn(subject: string): string {
		const sentences: string[] = [];
		for (let left = between(100, 200); left > 0; ) {
			const sentence = words(Math.min(left, between(10, 25)));
			left -= sentence.length;
			if (random() < 0.3) sentence.splice(between(0, sentence.length), 0, subject);
			sentences.push(`${capital(sentence.join(' '))}.`);
		}
		return sentences.join(' ');
	}

	function titleOn(subject: string): string {
		const earlier = random() < repeated ? titles[between(0, titles.length - 1)] : undefined;
		const rest = words(between(6, 12) - subject.split(' ').length);
		rest.splice(between(0, rest.length), 0, subject);
		return earlier ?? capital(rest.join(' '));
	}

	for (let made = 0; made < count; made++) {
		const subject = subjects[subjectRank(random())] ?? '';
		const title = titleOn(subject);
		titles.push(title);
		yield {
			title,
			abstract: abstractOn(subject),
			authors: Array.from({ length: between(1, 8) }, nameOf),
			year: years.first + (made % years.count),
			upvotes: Math.floor(2 / (1 - 0.999 * random())),
			comments: Math.floor(1 / (1 - 0.99 * random())) - 1,
		};
	}
}

function wordOf(rank: number): string {
	return commonWords[rank] ?? coined(rank - commonWords.length);
}

const consonants = [...'bdfgklmnprstvz'];
const vowels = [...'aeiou'];
const syllables = consonants.flatMap((consonant) => vowels.map((vowel) => consonant + vowel));

/** A word of two syllables or more, another for each number. */
function coined(number: number): string {
	let word = '';
	for (let rest = number + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
		word = `${syllables[rest % syllables.length]}${word}`;
	}
	return word;
}

function capital(text: string): string {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
