import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contentOf } from '../../src/listings/content-of.ts';

const encoder = new TextEncoder();

describe('the text of a file', () => {
	test('is as it stands, without the mark of its encoding', () => {
		expect(contentOf(encoder.encode('\uFEFFKnots'))).toEqual({ content: 'Knots', problems: [] });
	});

	test('is unpacked when it is gzip', () => {
		expect(contentOf(gzipSync('Knots'))).toEqual({ content: 'Knots', problems: [] });
	});

	test('that was cut while packed is what stands before, and a problem', () => {
		const whole = Array.from({ length: 2000 }, (_, at) => `line ${at} of ${(at * 7919) % 1013}`).join('\n');
		const packed = gzipSync(whole);
		const cut = contentOf(packed.subarray(0, Math.floor(packed.length / 2)));
		expect(cut).toMatchObject({ problems: [{ code: 'listing/cut-off' }] });
		expect('content' in cut && cut.content.length > 100 && whole.startsWith(cut.content)).toBe(true);
	});

	test('is refused when it is no text, or too much', () => {
		expect(contentOf(Uint8Array.of(0x1f, 0x8b, 1, 2, 3))).toMatchObject({ code: 'listing/not-gzip' });
		expect(contentOf(Uint8Array.of(0xff, 0xfe, 65, 0))).toMatchObject({ code: 'listing/not-utf8' });
		expect(contentOf(Uint8Array.of(65, 0, 66, 0, 67, 0))).toMatchObject({ code: 'listing/not-utf8' });
		expect(contentOf(Uint8Array.of(0xc3, 0x28, 65, 65, 65, 65, 65))).toMatchObject({ code: 'listing/not-utf8' });
	});

	test('of a gigabyte of zeros is refused before it is unpacked', () => {
		const megabyte = gzipSync(new Uint8Array(1_000_000));
		const bomb = Buffer.concat(Array.from({ length: 1000 }, () => megabyte));
		expect(contentOf(bomb)).toMatchObject({ code: 'listing/too-large' });
	});

	test('has spaces where stray control characters stood', () => {
		expect(contentOf(encoder.encode(`a\0b\x07c\u0085d\te\nf${' '.repeat(400)}`))).toMatchObject({
			content: `a b c d\te\nf${' '.repeat(400)}`,
		});
	});
});
