import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkParents, parseTopic } from '../../src/analysis/topic-file.ts';
import { DaybookError, formatError } from '../../src/errors.ts';
import { wordsOf } from '../../src/records/title-key.ts';

const good = `---
name: Vector search & databases
terms:
  - vector search
  - { term: hnsw, weight: 2.5 }
not-terms: ['vector searchlight']
parent: search
---

About finding near points.
`;

function refusal(file: string, text: string): string {
	try {
		parseTopic(file, text);
	} catch (error) {
		if (error instanceof DaybookError) return formatError(error);
		throw error;
	}
	return 'accepted';
}

describe('a topic file', () => {
	const topic = {
		slug: 'vector-search',
		name: 'Vector search & databases',
		terms: [
			{ term: 'vector search', weight: 1 },
			{ term: 'hnsw', weight: 2.5 },
		],
		notTerms: ['vector searchlight'],
		parent: 'search',
	};

	test.each([
		['as we write it', 'content/topics/vector-search.md', good],
		['with Windows paths and line ends', 'content\\topics\\vector-search.md', good.replaceAll('\n', '\r\n')],
		['with a byte order mark', 'vector-search.md', `\uFEFF${good}`],
		['without a body', 'vector-search.md', good.slice(0, good.lastIndexOf('---') + 3)],
	])('is read %s', (_, file, text) => {
		expect(parseTopic(file, text)).toEqual(topic);
	});

	test('needs neither not-terms nor parent', () => {
		const text = '---\nname: Speech\nterms: [speech]\n---\n';
		expect(parseTopic('speech.md', text)).toMatchObject({ notTerms: [], parent: null });
	});
});

describe('a broken topic file says what, where and what to do', () => {
	test('a term of the wrong kind', () => {
		expect(
			refusal(
				'content/topics/speech.md',
				'---\nname: Speech\nterms:\n  - speech\n  - { term: voice, weight: heavy }\n---\n',
			),
		).toMatchInlineSnapshot(`
			"error topics/invalid
			  content/topics/speech.md:5
			  terms.1: Invalid input.
			  Try: give a name, terms (each a text, or { term, weight }), and perhaps not-terms and a parent"
		`);
	});

	test('YAML that is none', () => {
		expect(refusal('content/topics/speech.md', '---\nname: Speech\nterms: [speech\n---\n')).toMatchInlineSnapshot(`
			"error topics/invalid
			  content/topics/speech.md:4
			  The front matter is not plain YAML: A bracket is not closed, or what stands in it is indented too little.
			  Try: put texts that hold a colon, a quote or a tag in quotes"
		`);
	});

	test.each([
		['no front matter', 'speech.md', 'Speech', 'speech.md:1'],
		['front matter without an end', 'speech.md', '---\nname: Speech\n', 'speech.md:1'],
		['an empty file', 'speech.md', '', 'speech.md:1'],
		['empty front matter', 'speech.md', '---\n---\n', 'The front matter'],
		['no terms', 'speech.md', '---\nname: Speech\n---\n', 'terms'],
		['an unknown key', 'speech.md', '---\nname: Speech\nterms: [speech]\nword: x\n---\n', 'word'],
		['a key twice', 'speech.md', '---\nname: Speech\nname: Voice\nterms: [speech]\n---\n', 'speech.md:3'],
		['a tag', 'speech.md', '---\nname: !voice Speech\nterms: [speech]\n---\n', 'speech.md:2'],
		['a term that is no text', 'speech.md', '---\nname: Speech\nterms:\n  - speech\n  - 12\n---\n', 'speech.md:5'],
		['a term without letters', 'speech.md', '---\nname: Speech\nterms:\n  - speech\n  - "--"\n---\n', 'speech.md:5'],
		[
			'a not-term without letters',
			'speech.md',
			'---\nname: Speech\nterms: [speech]\nnot-terms: ["++"]\n---\n',
			'speech.md:4',
		],
		['a term twice', 'speech.md', '---\nname: Speech\nterms:\n  - pre-train\n  - Pretrain\n---\n', 'speech.md:5'],
		[
			'a term that is a not-term too',
			'speech.md',
			'---\nname: Speech\nterms: [speech]\nnot-terms: [speech]\n---\n',
			'speech.md:4',
		],
		['a parent that is no slug', 'speech.md', '---\nname: Speech\nterms: [speech]\nparent: A B\n---\n', 'speech.md:4'],
		['aliases without measure', 'speech.md', bomb(), 'Aliases'],
		['a name that is no slug', 'Speech & audio.md', good, 'name of this file'],
		['the name of the papers of no topic', 'unsorted.md', good, 'unsorted.md'],
	])('%s', (_, file, text, words) => {
		const refused = refusal(file, text);
		expect(refused).toMatch(/^error topics\/invalid\n/);
		expect(refused).toContain(words);
		expect(refused.split('\n').length).toBeLessThanOrEqual(4);
	});
});

test.each([
	['no topic', { bread: 'food' }, 'there is no topic “food”'],
	['the topic itself', { bread: 'bread' }, 'or the topic itself'],
	['a part of it', { bread: 'rye', rye: 'bread' }, 'is a part of this topic'],
	['a part of a part of it', { bread: 'rye', rye: 'dark-rye', 'dark-rye': 'bread' }, 'is a part of this topic'],
])('a parent that is %s is refused', (_, parents: Record<string, string>, words) => {
	const topics = Object.entries(parents).map(([slug, parent]) =>
		parseTopic(`${slug}.md`, `---\nname: ${slug}\nterms: [${slug}]\nparent: ${parent}\n---\n`),
	);
	expect(() => checkParents('content/topics', topics)).toThrow(words);
});

test('parents that are there are accepted', () => {
	const topics = ['food', 'bread'].map((slug) =>
		parseTopic(`${slug}.md`, `---\nname: ${slug}\nterms: [${slug}]\n${slug === 'bread' ? 'parent: food\n' : ''}---\n`),
	);
	expect(() => checkParents('content/topics', topics)).not.toThrow();
});

/** Lists of lists of aliases, which would unfold to 10⁹ texts. */
function bomb(): string {
	const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(10)}]`);
	return `---\nl0: &l0 [speech]\n${levels.join('\n')}\nname: Speech\nterms: *l9\n---\n`;
}

describe('the topics of this archive', () => {
	const folder = resolve(import.meta.dirname, '../../content/topics');
	const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

	// A fork may have topics of its own.
	test('are there', () => {
		expect(files.length).toBeGreaterThan(0);
	});

	test.each(files)('%s has a name, an introduction and no term twice', (name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		const topic = parseTopic(name, text);
		const keys = topic.terms.map(({ term }) => wordsOf(term).join(''));
		expect(keys).toEqual([...new Set(keys)]);
		const introduction = text.split(/^---$/m)[2]?.trim() ?? '';
		expect(introduction).toMatch(/^[A-Z].{100,}\.$/s);
		expect(introduction).not.toMatch(/^#|!/m);
	});
});
