import type { Entry, Problem } from '../../records/listing.ts';
import { cardsOf } from '../cards.ts';
import { type Dialect, exactness, type Reading } from '../dialect.ts';
import { LineAccount, linesOf } from '../line-account.ts';
import { entryOf, noTitle, problemsOfText } from '../text-entries.ts';

/** Text of a Daily Papers page without its meta lines: title and abstract in turn, the first glued to “Subscribe”. */
export const huggingfaceCompactText: Dialect = {
	name: 'huggingface-compact-text',
	describes: 'a Daily Papers page of Hugging Face, saved as text without authors and dates',
	exactness: exactness.text,
	recognises(content) {
		const [first = ''] = content.trimStart().split(/[\r\n]/, 1);
		const start = content.slice(0, 100_000);
		return chrome.test(first.trim()) && /^[ \t]*Subscribe\S/m.test(start) && !/^[ \t]*·[ \t]*\r?$/m.test(start);
	},
	read,
};

const chrome = /^Get trending papers in your email inbox( once a day)?!$/;
const glued = /^\s*Subscribe(?=\S)/;

function read(content: string): Reading {
	const lines = linesOf(content);
	const account = new LineAccount(lines);
	const texts = lines.filter(({ text }) => text.trim() !== '');
	const headerEnd = texts.findIndex(({ text }) => !chrome.test(text.trim()));
	const header = headerEnd === -1 ? texts : texts.slice(0, headerEnd);
	account.claim('chrome', header);
	const [first, ...rest] = texts.slice(header.length);
	const run = first === undefined ? [] : [{ number: first.number, text: first.text.replace(glued, '') }, ...rest];

	const entries: Entry[] = [];
	const problems: Problem[][] = [];
	const cards = cardsOf(run, 'one line each');
	for (const [at, card] of cards.entries()) {
		if (card.title === null) {
			problems.push(card.abstract.map(noTitle));
			continue;
		}
		const lastLine = card.abstract.at(-1) ?? card.title;
		const entry = entryOf(card.title, card, entries.length + 1, lastLine.number);
		account.claim('title', [card.title]);
		account.claim('abstract', card.abstract);
		problems.push(problemsOfText(entry, card, at === cards.length - 1));
		entries.push(entry);
	}
	return {
		entries,
		accounting: { kinds: account.kinds },
		problems: problems.flat(),
		captured: null,
		daily: false,
		day: null,
	};
}
