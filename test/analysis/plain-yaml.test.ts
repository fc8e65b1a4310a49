import { describe, expect, test } from 'vitest';
import { plainYaml } from '../../src/analysis/plain-yaml.ts';

/** Lists of lists of aliases, which would unfold to 10⁹ texts. */
const billionLaughs = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(10)}]`);

describe('plain YAML', () => {
	test('is read as it is written', () => {
		const source = 'captured: 2025-11-24\nsource: yes\ncolumns:\n  title: "on"\n  10: x\n';
		expect(plainYaml(source)).toMatchObject({
			value: { captured: '2025-11-24', source: 'yes', columns: { title: 'on', '10': 'x' } },
		});
	});

	test('knows neither merged keys nor names that objects have', () => {
		const read = plainYaml('<<: { a: 1 }\n__proto__: { b: 2 }\nconstructor: c\n');
		const value = 'value' in read ? read.value : null;
		expect(JSON.stringify(value)).toBe('{"<<":{"a":1},"__proto__":{"b":2},"constructor":"c"}');
		expect(value).not.toHaveProperty('a');
		expect(value).not.toHaveProperty('b');
	});

	test.each([
		['a tag of a program', 'a: 1\nb: !!js/function "function () {}"', 2],
		['a tag of one’s own', 'a: !run x', 1],
		['a tag of older YAML', 'a: 1\nb: !!binary aGk=', 2],
		['a set', 'a: !!set { b, c }', 1],
		['a key twice', 'a: 1\nb: 2\na: 3', 3],
		['an alias', 'a: &a x\nb: *a', 2],
		['aliases without measure', ['l0: &l0 [x]', ...billionLaughs].join('\n'), 2],
		['an alias of itself', '&a [*a]', 1],
		['keys that are lists', '? [a, b]\n: c', 1],
		['several documents', 'a: 1\n---\nb: 2', 2],
		['100,000 levels of lists', `a: ${'['.repeat(100_000)}`, 1],
		['100,000 levels of keys', '{a: '.repeat(100_000), 1],
		['what does not end', 'a: "b', 1],
	])('has no place for %s', (_, source, line) => {
		expect(plainYaml(source)).toEqual({ problem: expect.stringMatching(/^[^\n]+[^.\n]$/), line });
	});
	test.each([
		['a list below an empty one', '# none\n[]\n\n- a: 1\n', 4, 'does not go on with what stands above'],
		['a key below a list', '- a\nb: 1', 2, 'does not go on with what stands above'],
		['a colon in a text', '- a: b\n  c: Says: it', 2, 'need quotation marks'],
		['a key too far to the right', '- a: b\n   c: d\n', 1, 'keys stand below each other'],
		['a key too far to the left', '- a: b\n c: d\n', 2, 'farther left'],
		['a quotation mark alone', "a: 'x", 1, 'none at its end'],
		['a bracket alone', '- a: [', 1, 'bracket is not closed'],
		['a tab', 'a:\n\t- b\n', 2, 'not with tabs'],
		['a character of YAML', 'a: @x', 1, 'quotation marks'],
		['no space behind a colon', '- a:1\n  b: 2\n', 1, 'colon with a space'],
		['a text at the margin', 'a: |\nfoo', 2, 'colon with a space'],
	])('tells of %s in words', (_, source, line, words) => {
		expect(plainYaml(source)).toEqual({ problem: expect.stringContaining(words), line });
	});
});
