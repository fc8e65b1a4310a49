import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capturedInUtc, capturedSchema, isoDate, partialDateSchema } from '../../src/records/dates.ts';
import { idOf, idWithAbstract, parseArxivId } from '../../src/records/ids.ts';
import { paperIdSchema, slugSchema } from '../../src/records/paper.ts';
import { slugOf, slugWithId } from '../../src/records/slug.ts';
import { titleKey, wordsOf } from '../../src/records/title-key.ts';

describe('a title key', () => {
	test.each([
		['Pointer Networks', 'pointernetworks'],
		['BT^2: Backward-compatible Training', 'bt2backwardcompatibletraining'],
		['LLM$\\times$MapReduce', 'llmtimesmapreduce'],
		['LLM×MapReduce', 'llmtimesmapreduce'],
		['γ-MoD', 'gammamod'],
		['$\\gamma$-MoD', 'gammamod'],
		['Étude naïve', 'etudenaive'],
		['ﬁne-tuning ½', 'finetuning12'],
		['Σς', 'sigmasigma'],
		['深度学习 2', '深度学习2'],
		['???', ''],
	])('of %s is %s', (title, key) => expect(titleKey(title)).toBe(key));

	test('is a key of itself, and of words in order', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(titleKey(titleKey(text))).toBe(titleKey(text));
				expect(titleKey(wordsOf(text).join(' '))).toBe(titleKey(text));
			}),
		);
	});
});

describe('an id', () => {
	const paper = { title: 'Pointer Networks', authors: [], arxivId: null, doi: null };

	test.each([
		[{ ...paper, arxivId: '1506.03134', doi: '10.1/X' }, 'arxiv:1506.03134'],
		[{ ...paper, doi: '10.1/AbC' }, 'doi:10.1/abc'],
		// printf 'pointernetworks\0' | sha256sum, and with an author's key behind the NUL
		[paper, 't:85f1900aef4df1d9'],
		[{ ...paper, title: 'Pointer  networks!' }, 't:85f1900aef4df1d9'],
		[{ ...paper, authors: [{ name: 'Oriol Vinyals', url: null }] }, 't:97b3645f586c79be'],
	])('%o', (identified, id) => expect(idOf(identified)).toBe(id));

	test('that is shared takes the hash of the abstract', () => {
		const id = idWithAbstract(idOf(paper), 'We introduce.');
		expect(id).toMatch(/^t:85f1900aef4df1d9-[0-9a-f]{8}$/);
		expect(idWithAbstract(idOf(paper), 'we INTRODUCE')).toBe(id);
	});

	test.each([
		['2405.15738', { arxivId: '2405.15738', version: null }],
		['arXiv:2405.15738v3', { arxivId: '2405.15738', version: 3 }],
		['cs/0503050v1', { arxivId: 'cs/0503050', version: 1 }],
		['math.GT/0309136', { arxivId: 'math/0309136', version: null }],
		['2405.157', null],
		['<b>', null],
	])('of arXiv: %s', (text, parsed) => expect(parseArxivId(text)).toEqual(parsed));
});

describe('a slug', () => {
	test.each([
		['Pointer Networks', 'pointer-networks'],
		['BT^2: Backward-compatible Training', 'bt-2-backward-compatible-training'],
		["LLMs' naïve façade — Straße & Łódź", 'llms-naive-facade-strasse-lodz'],
		['γ-MoD', 'gamma-mod'],
		['2048', 'paper-2048'],
		['CON', 'paper-con'],
		['nul', 'paper-nul'],
		['com1', 'paper-com1'],
		['深度学习', 'paper'],
		['', 'paper'],
		['../../etc/passwd', 'etc-passwd'],
		[`${'word '.repeat(16)}end`, 'word-word-word-word-word-word-word-word-word-word-word-word-word-word-word-word'],
		['x'.repeat(100), 'x'.repeat(80)],
	])('of %s is %s', (title, slug) => expect(slugOf(title)).toBe(slug));

	test('is a safe name for any title, with an id too', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(6, 12, 24, 32), (title, digits) => {
				const slug = slugOf(title);
				expect(slug).toMatch(/^(?!\d+$)(?!(con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(-[a-z0-9]+)*$/);
				expect(slug.length).toBeLessThanOrEqual(86);
				slugSchema.parse(slugWithId(slug, paperIdSchema.parse('arxiv:1'), digits));
			}),
		);
	});
});

test('dates are real days', () => {
	expect(isoDate(2024, 2, 29)).toBe('2024-02-29');
	expect(isoDate(2025, 2, 29)).toBe(null);
	expect(partialDateSchema.safeParse('2025-13').success).toBe(false);
	expect(partialDateSchema.safeParse('2025-02-30').success).toBe(false);
	expect(capturedSchema.safeParse('2025-11-24T25:00:00Z').success).toBe(false);
});

test('captures are compared in UTC, a bare day as its midnight', () => {
	const utc = (text: string) => capturedInUtc(capturedSchema.parse(text));
	expect(utc('2025-03-03T10:00:00+02:00')).toBe(utc('2025-03-03T08:00:00Z'));
	expect(utc('2025-03-03')).toBe('2025-03-03T00:00:00.000Z');
});
