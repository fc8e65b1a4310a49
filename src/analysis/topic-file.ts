import type { Document } from 'yaml';
import { DaybookError } from '../errors.ts';
import { type Topic, topicFrontMatterSchema } from '../records/archive.ts';
import { type Slug, slugSchema } from '../records/paper.ts';
import { deviceName } from '../records/slug.ts';
import { wordsOf } from '../records/title-key.ts';
import { type PlainYaml, plainYaml } from './plain-yaml.ts';

/** What stands at this address is no topic. */
const unsorted = 'unsorted';
const fence = /^---[ \t]*$/;

/**
 * The topic of `content/topics/<slug>.md`: its name and terms from the front matter, its slug from the file's name.
 * The body is for readers and is not looked at. Throws `topics/invalid` with the file and, where it is known, the line.
 */
export function parseTopic(file: string, text: string): Topic {
	const slug = slugSchema.safeParse(baseName(file));
	if (!slug.success || deviceName.test(slug.data)) {
		throw invalid(file, null, {
			message: 'The name of this file cannot be the address of a topic.',
			hint: 'name it with lower-case letters, digits and single hyphens, and .md at the end',
		});
	}

	if (slug.data === unsorted) {
		throw invalid(file, null, {
			message: 'The address /topics/unsorted/ has the papers of no topic.',
			hint: 'give the file another name',
		});
	}

	const { document, value, lineAt } = frontMatterOf(file, text);
	const matter = topicFrontMatterSchema.safeParse(value);
	if (!matter.success) {
		const issue = matter.error.issues[0];
		throw invalid(file, lineOf(document, issue?.path ?? [], lineAt), {
			message: `${issue?.path.join('.') || 'The front matter'}: ${issue?.message ?? 'not as expected'}.`,
			hint: 'give a name, terms (each a text, or { term, weight }), and perhaps not-terms and a parent',
			cause: matter.error,
		});
	}

	const { name, terms, parent } = matter.data;
	const notTerms = matter.data['not-terms'];
	const weighed = terms.map((term) => (typeof term === 'string' ? { term, weight: 1 } : term));
	const seen = new Set<string>();
	for (const [key, texts] of Object.entries({ terms: weighed.map(({ term }) => term), 'not-terms': notTerms })) {
		for (const [at, text] of texts.entries()) {
			const found = wordsOf(text).join('');
			const reason =
				found === ''
					? 'has neither letter nor digit, so nothing can be found by it'
					: seen.has(found)
						? 'is there twice'
						: null;
			seen.add(found);
			if (reason === null) continue;
			throw invalid(file, lineOf(document, [key, at], lineAt), {
				message: `${key}: “${text}” ${reason}.`,
				hint: 'write each term in words, and once',
			});
		}
	}
	return { slug: slug.data, name, terms: weighed, notTerms, parent: parent ?? null };
}

/**
 * Throws `topics/invalid` for a topic, of a file named by its slug in `folder`, whose parent is no topic, or is a part of
 * it.
 */
export function checkParents(folder: string, topics: readonly Topic[]): void {
	const parents = new Map(topics.map(({ slug, parent }) => [slug, parent]));
	for (const { slug, parent } of topics) {
		if (parent === null) continue;
		const file = `${folder}/${slug}.md`;
		if (!parents.has(parent)) {
			throw invalid(file, null, {
				message: `parent: there is no topic “${parent}”.`,
				hint: 'name a topic by its file, without .md, or leave the parent out',
			});
		}
		const above = new Set<Slug>();
		for (let at: Slug | null = parent; at !== null && !above.has(at); at = parents.get(at) ?? null) above.add(at);
		if (!above.has(slug)) continue;
		throw invalid(file, null, {
			message: `parent: “${parent}” is a part of this topic, or the topic itself.`,
			hint: 'let one of them have no parent',
		});
	}
}

type LineAt = (offset: number) => number;

/** The YAML between the first two lines of `---`, and from an offset in it to a line of the file. */
function frontMatterOf(file: string, text: string): PlainYaml {
	const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	const end = lines.findIndex((line, at) => at > 0 && fence.test(line));
	if (!fence.test(lines[0] ?? '') || end < 0) {
		throw invalid(file, 1, {
			message: 'This topic has no front matter.',
			hint: 'begin the file with its name and terms between two lines of ---',
		});
	}

	const read = plainYaml(`${lines.slice(1, end).join('\n')}\n`);
	if ('problem' in read) {
		throw invalid(file, 1 + read.line, {
			message: `The front matter is not plain YAML: ${read.problem}.`,
			hint: 'put texts that hold a colon, a quote or a tag in quotes',
		});
	}
	return { ...read, lineAt: (offset) => 1 + read.lineAt(offset) };
}

/** The line of the value at a path, or of the nearest value around it. */
function lineOf(document: Document.Parsed, path: readonly PropertyKey[], lineAt: LineAt): number | null {
	for (let length = path.length; length >= 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isPlaced(node)) return lineAt(node.range[0]);
	}
	return null;
}

function isPlaced(node: unknown): node is { range: [number, number, number] } {
	return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function baseName(file: string): string {
	return file.replace(/^.*[\\/]/, '').replace(/\.md$/, '');
}

function invalid(
	file: string,
	line: number | null,
	words: { message: string; hint: string; cause?: unknown },
): DaybookError {
	return new DaybookError({
		code: 'topics/invalid',
		location: line === null ? { file } : { file, at: line },
		...words,
	});
}
