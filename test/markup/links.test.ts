import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { linksOf } from '../../src/markup/render.ts';
import { requireShared } from '../shared-material.ts';

describe('addresses', () => {
	test.each([
		['', []],
		['no address, only http:// and https://', []],
		['at https://a.example/b.', ['https://a.example/b']],
		['at https://a.example/b, and (http://c.example/d).', ['https://a.example/b', 'http://c.example/d']],
		['HTTPS://A.example/B!', ['HTTPS://A.example/B']],
		[
			'https://a.example/b_(c) https://a.example/x?y=1&z=2#w',
			['https://a.example/b_(c)', 'https://a.example/x?y=1&z=2#w'],
		],
		['twice https://a.example/b https://a.example/b', ['https://a.example/b']],
		['https://a.example/b{https://a.example/b}.', ['https://a.example/b']],
		['https://a.example/b/{https://a.example/b/.}', ['https://a.example/b/']],
		['https://a.example/b(https://c.example/d)', ['https://a.example/b', 'https://c.example/d']],
		['{https://a.example/b}', ['https://a.example/b']],
		['\\url{https://a.example/b}', ['https://a.example/b']],
		['https://a.example/b{words of the link}', ['https://a.example/b']],
		['[here](https://a.example/b)', ['https://a.example/b']],
		['**https://a.example/b**', ['https://a.example/b']],
		['<a href="https://a.example/b">', ['https://a.example/b']],
		['https://a.example/my\\_page\\', ['https://a.example/my_page']],
		['https://a.example\\allowbreak/b', ['https://a.example']],
		['http://localhost/ ftp://a.example mailto:a@b.example //a.example a.example', []],
	])('%j', (abstract, urls) => {
		expect(linksOf(abstract).map(({ url }) => url)).toEqual(urls);
	});
});

describe('kinds', () => {
	test.each([
		['https://github.com/a/b', 'code'],
		['https://www.github.com/a/b', 'code'],
		['https://gitlab.com/a/b', 'code'],
		['https://gitlab.inria.fr/a/b', 'code'],
		['https://bitbucket.org/a/b', 'code'],
		['https://anonymous.4open.science/r/a', 'code'],
		['https://huggingface.co/datasets/a/b', 'data'],
		['https://huggingface.co/spaces/a/b', 'other'],
		['https://huggingface.co/collections/a/b', 'other'],
		['https://huggingface.co/papers/2401.00001', 'paper'],
		['https://huggingface.co/a/b', 'model'],
		['https://hf.co/a/b', 'model'],
		['https://huggingface.co/a', 'other'],
		['https://zenodo.org/records/1', 'data'],
		['https://arxiv.org/abs/2401.00001', 'paper'],
		['https://doi.org/10.1000/1', 'paper'],
		['https://openreview.net/forum?id=a', 'paper'],
		['https://aclanthology.org/2024.acl-long.1', 'paper'],
		['https://a.github.io/b/', 'project'],
		['https://sites.google.com/view/a', 'project'],
		['https://a.example/', 'project'],
		['https://a.example/b', 'other'],
		['https://aka.ms/a', 'other'],
		['https://github.com.evil.example/a', 'other'],
		['https://evil.example/github.com/a', 'other'],
	])('%s is %s', (url, kind) => {
		expect(linksOf(`at ${url}`)).toEqual([{ url, kind }]);
	});
});

test('every address that a careful reader found in the seeds', (context) => {
	const truth = requireShared(context, 'truth');
	const readLines = <T>(file: string, schema: z.ZodType<T>): T[] =>
		readFileSync(`${truth}/${file}`, 'utf8')
			.trim()
			.split('\n')
			.map((line) => schema.parse(JSON.parse(line)));
	const place = { file: z.string(), ordinal: z.number() };
	const entries = readLines('entries.jsonl', z.object({ ...place, abstract: z.string().nullable() }));
	const expected = readLines(
		'links.jsonl',
		z.object({ ...place, url: z.string(), kind: z.string(), context: z.string() }),
	);

	const missed = expected.filter(({ file, ordinal, url, kind, context }) => {
		const entry = entries.find((each) => each.file === file && each.ordinal === ordinal);
		const links = linksOf(entry?.abstract ?? context);
		const kinds = kind === 'huggingface' ? ['model', 'data', 'other'] : kind.startsWith('arxiv') ? ['paper'] : [kind];
		return !links.some((link) => link.url === url && kinds.includes(link.kind));
	});
	expect(missed).toEqual([]);
});
