import { expect, test } from 'vitest';
import { publishedPaper } from '../../src/exports/published-paper.ts';
import { paperSchema } from '../../src/records/paper.ts';
import { publishedPaperSchema } from '../../src/records/published-paper.ts';
import { paperWith } from '../search/synthetic.ts';

const whole = { ...paperWith(1, { abstract: 'a < b' }), titleHtml: 'Paper 1', abstractHtml: 'a &lt; b', related: [] };
const paper = paperSchema.parse(whole);

test('a published paper is a paper without rendered text and relations, keys in its order', () => {
	const left = ['titleHtml', 'abstractHtml', 'related'];
	expect(Object.keys(publishedPaper(paper))).toEqual(Object.keys(paper).filter((key) => !left.includes(key)));
	expect(publishedPaperSchema.parse(JSON.parse(JSON.stringify(publishedPaper(paper))))).toEqual(publishedPaper(paper));
});
