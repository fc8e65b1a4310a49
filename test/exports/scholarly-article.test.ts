import fc from 'fast-check';
import jsonld from 'jsonld';
import type { ScholarlyArticle as Vocabulary, WithContext } from 'schema-dts';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { jsonLd } from '../../src/exports/json-ld.ts';
import { type PlacedArticle, placedArticle, scholarlyArticle } from '../../src/exports/scholarly-article.ts';
import type { Paper } from '../../src/records/paper.ts';
import { hostileText, oddPapers } from './papers.ts';

const address = 'https://example.org/base/papers/a-paper/';
const article = (paper: Paper) => placedArticle(scholarlyArticle(paper), address);
const every = Object.entries(oddPapers);

/** What schema.org serves as its context, as far as an article uses it: terms of its own, and properties that hold addresses. */
const schemaOrg = {
	'@context': {
		'@vocab': 'http://schema.org/',
		schema: 'http://schema.org/',
		url: { '@id': 'schema:url', '@type': '@id' },
		sameAs: { '@id': 'schema:sameAs', '@type': '@id' },
		contentUrl: { '@id': 'schema:contentUrl', '@type': '@id' },
		datePublished: { '@id': 'schema:datePublished', '@type': 'schema:Date' },
	},
};

/** The processor's options, those too that its types do not know. */
type ExpandOptions = jsonld.Options.Expand & { safe: boolean; eventHandler(of: { event: unknown }): void };

/** Expands without the network, and throws at each of the processor's warnings. */
async function expanded(document: object) {
	const options: ExpandOptions = {
		documentLoader: async (documentUrl) => {
			expect(documentUrl).toBe('https://schema.org');
			return { documentUrl, document: schemaOrg };
		},
		safe: true,
		eventHandler({ event }) {
			throw new Error(JSON.stringify(event));
		},
	};
	return await jsonld.expand(JSON.parse(JSON.stringify(document)), options);
}

test('each type and property is one of schema.org’s', () => {
	expectTypeOf<PlacedArticle>().toExtend<WithContext<Vocabulary>>();
	// @ts-expect-error a property that schema.org does not have is seen
	const wrong: WithContext<Vocabulary> = { '@context': 'https://schema.org', '@type': 'ScholarlyArticle', hedline: '' };
	expect(wrong).toBeDefined();
});

describe('JSON-LD of a paper', () => {
	test.each(every)('expands without a warning and loses nothing: %s', async (_, paper) => {
		const described = article(paper);
		const [node] = await expanded(described);
		const terms = Object.keys(described).filter((key) => !key.startsWith('@'));
		expect(Object.keys(node ?? {}).sort()).toEqual(
			['@type', ...terms.map((term) => `http://schema.org/${term}`)].sort(),
		);
		expect(node).toMatchObject({
			'http://schema.org/url': [{ '@id': address }],
			'@type': ['http://schema.org/ScholarlyArticle'],
		});
	});

	test('a warning of the processor is seen', async () => {
		await expect(expanded({ '@context': 'https://schema.org', '@type': 'Thing', '@foo': 'x' })).rejects.toThrow();
		await expect(expanded({ '@context': 'https://schema.org', '@id': 'not absolute', url: address })).rejects.toThrow();
	});

	test('says what is known', () => {
		expect(article(oddPapers.identifiers)).toMatchInlineSnapshot(`
			{
			  "@context": "https://schema.org",
			  "@type": "ScholarlyArticle",
			  "encoding": {
			    "@type": "MediaObject",
			    "contentUrl": "https://arxiv.org/pdf/hep-th/9901001",
			    "encodingFormat": "application/pdf",
			  },
			  "headline": "A paper",
			  "identifier": [
			    {
			      "@type": "PropertyValue",
			      "propertyID": "arXiv",
			      "value": "hep-th/9901001",
			    },
			    {
			      "@type": "PropertyValue",
			      "propertyID": "DOI",
			      "value": "10.1000/a<b>",
			    },
			  ],
			  "inLanguage": "de",
			  "isPartOf": {
			    "@type": "CreativeWork",
			    "name": "ICML",
			  },
			  "sameAs": [
			    "https://arxiv.org/abs/hep-th/9901001",
			    "https://doi.org/10.1000/a%3Cb%3E",
			  ],
			  "url": "https://example.org/base/papers/a-paper/",
			}
		`);
	});

	test('says nothing of what is not known', () => {
		expect(Object.keys(article(oddPapers['nothing known']))).toEqual(['@context', 'url', '@type', 'headline']);
	});

	test('names authors only by their names, and of very many the first', () => {
		expect(article(oddPapers['a number of authors and no names'])).not.toHaveProperty('author');
		expect(article(oddPapers['600 authors']).author).toHaveLength(100);
		expect(article(oddPapers.names).author?.[1]).toEqual({ '@type': 'Person', name: 'Turing, Alan' });
	});

	test.each([
		['a day', '2025-11-04'],
		['a month', '2025-11'],
		['a year', '2025'],
		['an inferred year', undefined],
		['a day of listing only', undefined],
	] as const)('dates are as exact as known: %s', (which, date) => {
		expect(article(oddPapers[which]).datePublished).toBe(date);
	});

	test('a summary is no abstract, and a withdrawn paper is one', () => {
		expect(article(oddPapers['a summary']).abstract).toBeUndefined();
		expect(article(oddPapers['a withdrawal']).creativeWorkStatus).toBe('Withdrawn');
	});
});

describe('the text of a data block', () => {
	test('holds nothing that HTML or JavaScript reads, and the same value', () => {
		const text: string = jsonLd(article(oddPapers['a hostile listing']));
		expect(text).not.toMatch(/[<>&\u2028\u2029]/);
		expect(JSON.parse(text)).toMatchObject({ headline: hostileText, abstract: hostileText });
	});

	test('for any text', () => {
		const unit = fc.oneof(fc.constantFrom('<', '>', '&', '/script', '!--', '\u2028', '\u2029', '\\', '"'), fc.string());
		fc.assert(
			fc.property(fc.string({ unit }), (headline) => {
				const text: string = jsonLd({ headline });
				expect(text).not.toMatch(/[<>&\u2028\u2029]/);
				expect(JSON.parse(text)).toEqual({ headline });
			}),
		);
	});
});
