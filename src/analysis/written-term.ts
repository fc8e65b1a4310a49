import type { TermText } from './read-words.ts';
import { hyphens, type TextWord, wordReader } from './term-words.ts';

/** How texts write a term. */
export interface WrittenTerm {
	/** Its commonest form in running text; in titles where it is in no running text. */
	text: string;
	/** The share of its places where it is a part of more: "aware" in "context-aware", "FID of 1" in "FID of 1.5". */
	cut: number;
}

/** A function that looks up how papers write the term of a key; null where none has it. */
export function termWriter(): (key: string, papers: readonly TermText[]) => WrittenTerm | null {
	const read = wordReader();
	return (key, papers) => {
		const parts = key.split(' ');
		const forms = { running: new Map<string, number>(), title: new Map<string, number>() };
		let [places, cut] = [0, 0];
		const look = (text: string, kind: 'running' | 'title'): void => {
			const words = read(text);
			for (const at of placesOf(parts, words)) {
				const [first, last] = [words[at], words[at + parts.length - 1]];
				if (first === undefined || last === undefined) continue;
				const form = text.slice(first.from, last.to).replace(/\s+/g, ' ');
				// What begins a sentence has a capital letter as in a title.
				const counted = forms[begins.test(text.slice(0, first.from)) ? 'title' : kind];
				counted.set(form, (counted.get(form) ?? 0) + 1);
				places++;
				if (hyphens.test(text[first.from - 1] ?? '') || goesOn.test(text.slice(last.to, last.to + 2))) cut++;
			}
		};
		for (const { title, abstract } of papers) {
			look(title, 'title');
			look(abstract ?? '', 'running');
		}
		const text = commonest(forms.running.size > 0 ? forms.running : forms.title);
		return text === null ? null : { text, cut: cut / places };
	};
}

const begins = /(?:^|[.!?:]\s+)$/;
const goesOn = new RegExp(`^(?:${hyphens.source}|[.,]\\d)`);

function placesOf(parts: readonly string[], words: readonly TextWord[]): number[] {
	return words.flatMap((_, at) => {
		const found = parts.every((part, nth) => {
			const word = words[at + nth];
			return word?.key === part && (nth === 0 || word.joined);
		});
		return found ? [at] : [];
	});
}

/** Among equals the one with small letters: sentences begin with capitals. */
function commonest(forms: ReadonlyMap<string, number>): string | null {
	let best: string | null = null;
	for (const [form, times] of forms) {
		const most = best === null ? 0 : (forms.get(best) ?? 0);
		if (times > most || (times === most && best !== null && form > best)) best = form;
	}
	return best;
}
