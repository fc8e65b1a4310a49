import type { Paper } from '../../src/records/paper.ts';
import { paperOf } from '../views/archive-of.ts';

const author = (name: string) => ({ name, url: null });

/** Text with which a listing could try to end an attribute, an element or a line of code. */
export const hostileText = '</script><script>alert(1)</script><!-- "\'> & \u2028\u2029 ]]>';

/** Papers of all sorts that a listing can bring, by what is odd about them. */
export const oddPapers = {
	'nothing known': paperOf(),
	'a number of authors and no names': paperOf({ authorCount: 5 }),
	names: paperOf({ authors: ['Ada Lovelace', 'Turing, Alan', 'Grace Hopper'].map(author), authorCount: 3 }),
	'600 authors': paperOf({ authors: Array.from({ length: 600 }, (_, n) => author(`Author Number ${n}`)) }),
	'1200 authors': paperOf({ authors: Array.from({ length: 1200 }, (_, n) => author(`Author Number ${n}`)) }),
	'a day': paperOf({ published: '2025-11-04', publishedYear: 'explicit' }),
	'a month': paperOf({ published: '2025-11', publishedYear: 'explicit' }),
	'a year': paperOf({ published: '2025', publishedYear: 'explicit' }),
	'an inferred year': paperOf({ published: '2025-11-04', publishedYear: 'inferred' }),
	'a day of listing only': paperOf({ listedOn: '2025-11-24' }),
	'a hostile listing': paperOf({
		title: hostileText,
		titleHtml: '',
		abstract: hostileText,
		authors: [author(hostileText)],
		venue: hostileText,
		doi: `10.1/${hostileText}`,
		withdrawn: { date: null, reason: hostileText },
	}),
	identifiers: paperOf({ arxivId: 'hep-th/9901001', version: 2, doi: '10.1000/a<b>', language: 'de', venue: 'ICML' }),
	'an abstract': paperOf({ abstract: 'We prove it.' }),
	'a cut abstract': paperOf({ abstract: 'We prove', abstractCut: true }),
	'a summary': paperOf({ summary: 'By a machine.' }),
	'a withdrawal': paperOf({ withdrawn: { date: '2025-11-24', reason: 'an error' } }),
} satisfies Record<string, Paper>;
