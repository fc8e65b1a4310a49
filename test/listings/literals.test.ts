import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonItems } from '../../src/listings/json-items.ts';
import { parsePythonLiteral } from '../../src/listings/python-literal.ts';

describe('Python literals', () => {
	test.each([
		["{'a': None, 'b': [True, False], \"c\": (1, -2.5e3)}", { a: null, b: [true, false], c: [1, -2500] }],
		["'it\\'s' \"one\"", "it'sone"],
		["'\\n\\t\\\\ \\x41\\u00e9\\U0001F600 \\101 \\q'", '\n\t\\ A\u00e9\u{1f600} A \\q'],
		["r'\\n'", '\\n'],
		['{}', {}],
		['[1, 2,]', [1, 2]],
		["{'__proto__': 1}", JSON.parse('{"__proto__": 1}')],
	])('%s', (source, value) => expect(parsePythonLiteral(source)).toEqual(value));

	test.each([
		'',
		'{',
		'constructor',
		'[toString]',
		"{'a': valueOf}",
		"{'a': }",
		'open("x")',
		"{'a': 1} x",
		'[1 2]',
		"'unclosed",
		'['.repeat(5000),
	])('%s is none', (source) => {
		expect(parsePythonLiteral(source)).toBe(undefined);
	});

	test('of texts are read back', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const quoted = `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
				expect(parsePythonLiteral(quoted)).toBe(text);
			}),
		);
	});
});

describe('items of a JSON array', () => {
	test.each([
		['[]', '', [], [], false],
		['[1, {"a": "],["}, [2]]', '', [1, { a: '],[' }, [2]], [], false],
		['{"status": "ok", "count": 2, "data": [1, 2]}', '/data', [1, 2], [], false],
		['{"meta": {"a": [1], "data": [2]}, "n": "data", "data": [3]}', '/data', [3], [], false],
		['{"papers": []}', '/papers', [], [], false],
		['[1, nonsense, 3]', '', [1, 3], ['/1'], false],
		['[{"a": 1}, {"b": "it is c', '', [{ a: 1 }], ['/1'], true],
		['[{"a": 1},', '', [{ a: 1 }], [], true],
		['{"ok": true, "data": {"count": 1, "papers": [1]}}', '/data/papers', [1], [], false],
		['{"data": [], "papers": [1]}', '/data', [], [], false],
		['{"a": 1}', '', [{ a: 1 }], [], false],
		['{"a": {"data": [1]}}', '', [{ a: { data: [1] } }], [], false],
		['{"data": 1, "x": [2]}', '', [{ data: 1, x: [2] }], [], false],
		['{"a": 1}\n\n{"a": 2}\r\n', '', [{ a: 1 }, { a: 2 }], [], false],
		['{"papers": [1]}\n{"papers": [2]}', '', [{ papers: [1] }, { papers: [2] }], [], false],
		['{"a": 1}\n{"a": \n{"a": 3}', '', [{ a: 1 }, { a: 3 }], ['/1'], false],
		['{\n"a": 1\n}', '', [{ a: 1 }], [], false],
	])('%s', (text, pointer, values, broken, cut) => {
		const found = jsonItems(text);
		expect(found).toMatchObject({ pointer, broken, cut });
		expect(found?.items.map(({ value }) => value)).toEqual(values);
	});

	test.each(['', 'text', '"[]"'])('%s has none', (text) => expect(jsonItems(text)).toBe(null));

	test('are those of the array, whatever is in it', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), fc.nat(2), (values, indent) => {
				const found = jsonItems(JSON.stringify(values, null, indent));
				expect(found?.items.map(({ value }) => value)).toEqual(JSON.parse(JSON.stringify(values)));
			}),
		);
	});
});
