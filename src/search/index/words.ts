import type { PublishedPaper } from '../../records/published-paper.ts';
import { wordsOf } from '../../records/title-key.ts';
import { encodedPlaces, type TitleWordFile, titleFileOfWord, titleWordFiles } from '../client/title-words.ts';
import { encodedWords, fileOfWord, isEverywhere, wordFiles } from '../client/vocabulary.ts';

/** From so many papers on, a word that only one of them has is more often misspelt than right, but in a title. */
const enough = 2000;

/** Longer ones are no words. */
const longest = 30;

/** The words of a segment's papers as files: name below `words/` → JSON. Each file is there, be it empty. */
export function wordFilesOf(papers: readonly PublishedPaper[]): Map<string, string> {
	const counts = new Map<string, number>();
	for (const paper of papers) {
		for (const word of new Set(wordsOf(searchedText(paper)))) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const inTitles = new Set(papers.flatMap(({ title }) => wordsOf(title)));
	const isKept = ([word, count]: [string, number]): boolean =>
		word.length <= longest && (count > 1 || papers.length < enough || inTitles.has(word));
	const kept = [...counts].filter(isKept);
	const files = Map.groupBy(
		kept.sort(([a], [b]) => (a < b ? -1 : 1)),
		([word]) => fileOfWord(word),
	);
	return new Map(wordFiles.map((file) => [`${file}.json`, JSON.stringify(encodedWords(files.get(file) ?? []))]));
}

function searchedText({ title, abstract, summary, authors, organization, searchText, venue }: PublishedPaper): string {
	const names = authors.map(({ name }) => name).join(' ');
	return [title, abstract, summary, names, organization?.name, searchText, venue].join(' ');
}

/** The words of the titles of a segment's papers, but those of nearly every paper: name below `title-words/` → JSON. */
export function titleWordFilesOf(papers: readonly PublishedPaper[]): Map<string, string> {
	const places = new Map<string, [number, number][]>();
	for (const [number, { title }] of papers.entries()) {
		for (const [place, word] of wordsOf(title).entries()) {
			if (isEverywhere(word)) continue;
			const ofWord = places.get(word);
			if (ofWord) ofWord.push([number, place]);
			else places.set(word, [[number, place]]);
		}
	}
	const files: TitleWordFile[] = Array.from({ length: titleWordFiles }, () => ({}));
	for (const [word, each] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const file = files[titleFileOfWord(word)];
		if (file) file[word] = encodedPlaces(each);
	}
	return new Map(files.map((file, number) => [`${number}.json`, JSON.stringify(file)]));
}
