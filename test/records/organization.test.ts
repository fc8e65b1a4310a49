import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressed, organizationSlug } from '../../src/records/organization.ts';
import { slugSchema } from '../../src/records/paper.ts';

describe('the address of an organisation', () => {
	test.each<[stated: string, slug: string]>([
		['google', 'google'],
		['ByteDance-Seed', 'bytedance-seed'],
		['inclusionAI', 'inclusionai'],
		['facebook.ai_research', 'facebook-ai-research'],
		['01-ai', '01-ai'],
		['Universität Zürich', 'universitat-zurich'],
		['Sørensen', 'sorensen'],
		['../..', 'organization'],
		['../../etc/passwd', 'etc-passwd'],
		['%2e%2e%2f', '2e-2e-2f'],
		['CON', 'organization-con'],
		['lpt1', 'organization-lpt1'],
		['2025', 'organization-2025'],
		['---', 'organization'],
		['<script>alert(1)</script>', 'script-alert-1-script'],
	])('%j is %j', (stated, slug) => {
		expect(organizationSlug(stated)).toBe(slug);
	});

	test.each(['清华大学', '北京大学', '🤗', '清华-ai', '北京-ai', `${'long-'.repeat(20)}a`, `${'long-'.repeat(20)}b`])(
		'of %j, which loses characters, is kept apart by a hash',
		(stated) => {
			expect(organizationSlug(stated)).toMatch(/^(organization|ai|long(-long){15})-[0-9a-f]{6}$/);
		},
	);

	test('is the same in any case, and another for other letters', () => {
		expect(organizationSlug('清华-AI')).toBe(organizationSlug('清华-ai'));
		expect(organizationSlug('清华-ai')).not.toBe(organizationSlug('北京-ai'));
		expect(organizationSlug('清华大学')).not.toBe(organizationSlug('北京大学'));
		expect(organizationSlug(`${'long-'.repeat(20)}a`)).not.toBe(organizationSlug(`${'long-'.repeat(20)}b`));
	});

	test('is a part of an address, whatever the source writes', () => {
		const texts = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 300 }),
			fc
				.array(fc.constantFrom('..', '/', '\\', '\0', 'con', 'AUX', '7', '-', '.', '\u202e', 'ß', '大'))
				.map((s) => s.join('')),
		);
		fc.assert(
			fc.property(texts, (stated) => {
				const slug = organizationSlug(stated);
				expect(slugSchema.safeParse(slug).success).toBe(true);
				expect(slug).not.toMatch(/^(\d+|con|prn|aux|nul|com\d|lpt\d)$/);
			}),
		);
	});
});

describe('an organisation', () => {
	test.each([
		[
			{ slug: 'NVIDIA', name: 'NVIDIA Research' },
			{ slug: 'nvidia', name: 'NVIDIA Research' },
		],
		[
			{ slug: 'NVIDIA', name: ' ' },
			{ slug: 'nvidia', name: 'NVIDIA' },
		],
		[
			{ slug: '', name: 'Allen Institute' },
			{ slug: 'allen-institute', name: 'Allen Institute' },
		],
		[{ slug: '', name: '' }, null],
	])('%j is %j', (stated, expected) => {
		expect(addressed(stated)).toEqual(expected);
	});
});
