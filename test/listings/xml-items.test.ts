import { describe, expect, test } from 'vitest';
import { arxivAtom } from '../../src/listings/dialects/arxiv-atom.ts';
import { arxivMail } from '../../src/listings/dialects/arxiv-mail.ts';
import { arxivOai } from '../../src/listings/dialects/arxiv-oai.ts';
import { arxivRss } from '../../src/listings/dialects/arxiv-rss.ts';
import { arxivTracker } from '../../src/listings/dialects/arxiv-tracker.ts';
import { huggingfaceRss } from '../../src/listings/dialects/huggingface-rss.ts';
import { parseFeedTime } from '../../src/listings/feed-time.ts';
import { childText } from '../../src/listings/xml-element.ts';
import { headerText, itemFinder, xmlItems } from '../../src/listings/xml-items.ts';

const kind = { name: 'item', within: '/rss/channel' } as const;
const titles = (content: string) => xmlItems(content, kind).items.map(({ element }) => childText(element, 'title'));
const item = (title: string) => `<item><title>${title}</title></item>`;
const rss = (...items: string[]) => `<rss><channel><ttl>5</ttl>${items.join('\n')}</channel></rss>`;

describe('items of XML', () => {
	test.each([
		['text with references', item('a &lt;b&gt; &#233;&#xE9;&apos;&quot; &amp;amp;'), 'a <b> éé\'" &amp;'],
		[
			'references that XML does not know',
			item('&nbsp;&eacute; &bomb; &#xD800; &#x110000; R&D'),
			'&nbsp;&eacute; &bomb; &#xD800; &#x110000; R&D',
		],
		['CDATA', item('a <![CDATA[</item> <b> &amp;]]> c'), 'a </item> <b> &amp; c'],
		['elements in the text', item('a <b x="1>2">bold</b><br/> c'), 'a bold c'],
		['a comment', item('a <!-- </item> -->c'), 'a c'],
		['an instruction', item('a<?php </item> ?>c'), 'ac'],
		['attributes', '<item a="1" b=\'">\'><title lang="en">a</title></item>', 'a'],
		['prefixes', '<m:item xmlns:m="x"><title>b</title><m:title>a</m:title></m:item>', 'a'],
		['an empty title before it', '<item><title/><title>a</title></item>', 'a'],
	])('%s', (_, content, title) => {
		expect(titles(rss(content, item('next')))).toEqual([title, 'next']);
	});

	test.each([
		['is not closed', '<item><title>a</title>'],
		['closes what it did not open', '<item><title>a</b></title></item>'],
		['has a bare <', item('p < 0.05')],
		['has an unclosed tag', '<item><title a="</item>'],
		['has no opening tag', '<title>a</title></item>'],
		['has CDATA that closes in the next', '<item><title><![CDATA[a</title></item>'],
		['has a comment that never closes', '<item><!-- </item>'],
		['is too deep', item('<a>'.repeat(50) + '</a>'.repeat(50))],
		['would be a prototype', item('<__proto__>a</__proto__>')],
		['has a document type', item('<!DOCTYPE a [<!ENTITY b "c">]>&b;')],
	])('one that %s costs only itself', (_, broken) => {
		const found = xmlItems(rss(item('before'), broken, item('<![CDATA[behind]]>')), kind);
		expect(found.items.map(({ at, element }) => [at, childText(element, 'title')])).toEqual([
			['/rss/channel/item[1]', 'before'],
			['/rss/channel/item[3]', 'behind'],
		]);
		expect(found).toMatchObject({ broken: ['/rss/channel/item[2]'], cut: false });
	});

	test('that are not there are none', () => {
		expect(titles(rss('<!--', item('a'), '-->', '<item>', '</item></item>', '<items/>', item('b')))).toEqual([
			null,
			'b',
		]);
		expect(xmlItems('', kind)).toMatchObject({ items: [], broken: [], cut: true });
		expect(xmlItems(rss(), kind)).toMatchObject({ items: [], broken: [], cut: false });
	});

	test('before the place where a file was cut are all there', () => {
		const whole = rss(item('one'), item('<![CDATA[two]]>'), item('three'));
		for (let length = 0; length < whole.length; length++) {
			const { items, broken, cut } = xmlItems(whole.slice(0, length), kind);
			expect(items.length).toBe(whole.slice(0, length).split('</item>').length - 1);
			expect(broken.length).toBeLessThanOrEqual(1);
			expect(cut).toBe(!whole.slice(0, length).includes('</rss'));
		}
	});

	test('never hold what a document declares', () => {
		const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
		const type = `<!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY i "<item>">]>`;
		expect(titles(`${type}${rss(item('&l9; &x; &i;'))}`)).toEqual(['&l9; &x; &i;']);
	});

	test('are found again by their paths', () => {
		const content = rss(item('one'), '<item>broken', '<item><dc:date>now</dc:date></item>');
		const find = itemFinder(content, kind);
		const at = (path: string) => {
			const span = find(path);
			return span && content.slice(span.from, span.to).trim();
		};
		expect(at('/rss/channel/item[1]')).toBe(item('one'));
		expect(at('/rss/channel/item[1]/title')).toBe('<title>one</title>');
		expect(at('/rss/channel/item[1]/pubDate')).toBe(item('one'));
		expect(at('/rss/channel/item[2]')).toBe('<item>broken');
		expect(at('/rss/channel/item[3]/dc:date')).toBe('<dc:date>now</dc:date>');
		expect(at('/rss/channel/item[4]')).toBeNull();
		expect(at('/rss/channel')).toBeNull();
	});

	test('stand in a header that is known', () => {
		const { header } = xmlItems(`<!-- <ttl>1</ttl> -->${rss(item('<ttl>2</ttl>'))}`, kind);
		expect(headerText(header, 'ttl')).toBe('5');
		expect(headerText(header, 'title')).toBeNull();
	});
});

describe('a time', () => {
	test.each([
		['Wed, 29 Jul 2026 22:00:00 -0400', '2026-07-29T22:00:00-04:00', '2026-07-29', '2026-07-30'],
		['Thu 21 Nov 24 19:00:00 GMT', '2024-11-21T19:00:00Z', '2024-11-21', '2024-11-21'],
		['7 Nov 96 02:49 EST', '1996-11-07T02:49:00-05:00', '1996-11-07', '1996-11-07'],
		['2026-06-14T02:30:47Z', '2026-06-14T02:30:47Z', '2026-06-14', '2026-06-14'],
		['2026-06-14T23:30:47.5-0500', '2026-06-14T23:30:47.5-05:00', '2026-06-14', '2026-06-15'],
		['2026-06-14 02:30:47', '2026-06-14T02:30:47Z', '2026-06-14', '2026-06-14'],
		['2026-06-14', '2026-06-14', '2026-06-14', '2026-06-14'],
	])('%s', (text, captured, day, utcDay) => expect(parseFeedTime(text)).toEqual({ captured, day, utcDay }));

	test.each([
		'',
		'yesterday',
		'30 Feb 2024 00:00:00 GMT',
		'1 Foo 2024 00:00:00 GMT',
		'9999-12-31T23:00:00-05:00',
		'2024',
	])('%s is none', (text) => expect(parseFeedTime(text)).toBeNull());
});

const dialects = [huggingfaceRss, arxivAtom, arxivRss, arxivOai, arxivMail, arxivTracker];

test.each([
	['a page', '<!doctype html><html><a href="https://arxiv.org/abs/2601.01001">a</a></html>'],
	['a login page', '<html><title>Log in to arXiv.org</title></html>'],
	['news', '<rss><channel><title>Harbour News</title><item><link>https://example.org/1</link></item></channel></rss>'],
	[
		'news of a paper',
		'<rss><channel><item><link>https://arxiv.org/abs/2601.01001</link></item><item><link>https://example.org</link></item></channel></rss>',
	],
	[
		'a blog',
		'<rss><channel><title>Hugging Face - Blog</title><link>https://huggingface.co/blog</link></channel></rss>',
	],
	[
		'letters about papers',
		'<rss><channel><title>Hugging Face papers</title><item><link>https://example.org/1</link></item></channel></rss>',
	],
	['another feed', '<feed><id>https://example.org/</id><entry><id>https://example.org/1</id></entry></feed>'],
	['records of others', '<OAI-PMH><request>https://example.org/oai</request><ListRecords/></OAI-PMH>'],
	['JSON', '{"papers": [{"title": "a", "url": "https://example.org", "abstract": "b"}]}'],
	['the daily API', '[{"paper": {"id": "2601.01001", "title": "a"}}]'],
	['a letter', 'arXiv:2601.01001 is a paper.\n\\\\\nDate: today\n'],
	['nothing', ''],
])('%s is of none of these dialects', (_, content) => {
	expect(dialects.filter((dialect) => dialect.recognises(content))).toEqual([]);
	for (const dialect of dialects)
		expect(dialect.read(content, { captured: null, columns: null }).daily).toBeTypeOf('boolean');
});

test('takes time as the length of a text grows, whatever it is', () => {
	const starts = ['<rss><channel>', '<feed>', '\\\\\narXiv:2601.01001\nTitle: a\n', '{"papers":['];
	const units = [
		'<item>',
		'<item>x',
		'<entry><![CDATA[',
		'<item><!--',
		'</item>x',
		'<item "',
		'<!DOCTYPE',
		'<!DOCTYPE [',
	];
	const others = ['&lt;p&gt;', '<title>', '\\\\\n', '\\\\\n\n', '\n', ' (1kb', '{"title":"a"},'];
	for (const start of starts) {
		for (const unit of [...units, ...others]) {
			const content = start + unit.repeat(Math.ceil(100_000 / unit.length));
			const started = performance.now();
			for (const dialect of dialects) {
				dialect.recognises(content);
				dialect.read(content, { captured: null, columns: null });
			}
			expect([start, unit, performance.now() - started < 5000]).toEqual([start, unit, true]);
		}
	}
});
