import { parseArxivId } from '../../records/ids.ts';
import type { Entry, Link, Problem } from '../../records/listing.ts';
import { collapsed, type Dialect, exactness, type Reading } from '../dialect.ts';
import { newEntry } from '../entry.ts';
import { type Line, LineAccount, linesOf } from '../line-account.ts';
import { paperIdIn } from '../linked-tokens.ts';
import { capturedOf } from '../page-capture.ts';
import { unreadLine } from '../text-entries.ts';

/**
 * A dashboard in Markdown that shows papers of Hugging Face in one section among others of the same style: news, videos,
 * models. What it tells of a paper is a summary, not the abstract, and how long ago it was, not its date.
 */
export const papersDashboard: Dialect = {
	name: 'papers-dashboard',
	describes: 'a dashboard in Markdown that shows papers among other things',
	exactness: exactness.mixed,
	recognises(content) {
		return (
			/^## [^\n]{0,40}\bPapers\b/m.test(content) &&
			/^\*\*\[[^\n]{1,500}(?:\n[^\n]{0,500})?\/papers\/\d{4}\.\d{4,5}/m.test(content)
		);
	},
	read,
};

const sectionHead = /^##\s+(?!#)/;
const papersHead = /^##\s+.*\bPapers\b/;
const titleOpens = /^\*\*\[/;
const titleCloses = /\]\(([^()\s]{1,500})\)\*\*$/;
const authorsLine = /^\*(.+)\*$/;
/** In its front matter, when it was made. */
const updated = /^updated:\s*(\S.*)$/;
const statistics = /^▲\s*([\d,]+)/;

function read(content: string): Reading {
	const lines = linesOf(content);
	const account = new LineAccount(lines);
	const entries: Entry[] = [];
	const summaries = new Map<Entry, string[]>();
	const problems: Problem[] = [];
	let inPapers = false;
	let entry: Entry | null = null;
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at];
		if (line === undefined || line.text.trim() === '') continue;
		const text = line.text.trim();
		if (sectionHead.test(text)) inPapers = papersHead.test(text);
		if (!inPapers || sectionHead.test(text) || /^-{3,}$/.test(text)) {
			account.claim('chrome', [line]);
			entry = null;
		} else if (titleOpens.test(text)) {
			const title = titleAt(lines, at);
			entry = title === null ? null : opened(title, entries.length + 1);
			if (entry === null || title === null) {
				problems.push(unreadLine(line));
				continue;
			}
			account.claim('title', title.lines);
			entries.push(entry);
			at += title.lines.length - 1;
		} else if (entry === null) problems.push(unreadLine(line));
		else if (takesMeta(entry, text, summaries.has(entry))) {
			account.claim('meta', [line]);
			reach(entry, line);
		} else {
			account.claim('abstract', [line]);
			reach(entry, line);
			const texts = summaries.get(entry);
			if (texts === undefined) summaries.set(entry, [text]);
			else texts.push(text);
		}
	}
	for (const [of, texts] of summaries) of.summary = collapsed(texts.join(' '));
	const [captured = null] = lines.slice(0, 60).flatMap(({ text }) => capturedOf(updated.exec(text)?.[1] ?? ''));
	return { entries, accounting: { kinds: account.kinds }, problems, captured, daily: false, day: null };
}

/** A title, which may be wrapped over a few lines; null where it never closes. */
function titleAt(lines: readonly Line[], at: number): { lines: Line[]; text: string; target: string } | null {
	const mostLines = 4;
	const taken: Line[] = [];
	for (const line of lines.slice(at, at + mostLines)) {
		taken.push(line);
		const [closing, target] = titleCloses.exec(line.text.trim()) ?? [];
		if (closing === undefined || target === undefined) continue;
		const text = taken.map((each) => each.text.trim()).join(' ');
		return { lines: taken, text: collapsed(text.slice('**['.length, -closing.length)), target };
	}
	return null;
}

function opened(title: { lines: Line[]; text: string; target: string }, position: number): Entry | null {
	const first = title.lines[0]?.number ?? 1;
	const arxivId = paperIdIn(title.target);
	if (title.text === '') return null;
	return { ...newEntry(position, [first, first + title.lines.length - 1], title.text), arxivId };
}

function reach(entry: Entry, line: Line): void {
	entry.at = [Array.isArray(entry.at) ? entry.at[0] : line.number, line.number];
}

/** Whether a line is one of facts, which are taken from it. */
function takesMeta(entry: Entry, text: string, hasSummary: boolean): boolean {
	const [, names] = authorsLine.exec(text) ?? [];
	if (names !== undefined && entry.authorCount === null && !hasSummary) takeAuthors(entry, names);
	else if (text.startsWith('🏢')) entry.organization = organizationOf(collapsed(text.slice('🏢'.length)));
	else if (statistics.test(text)) takeStatistics(entry, text);
	else if (/^\[[^\]]*\]\(https?:/.test(text)) entry.links.push(...linksOf(entry, text));
	else return false;
	return true;
}

/** Names are the authors only where all of them are there: a list that ends in “et al.” gives their number alone. */
function takeAuthors(entry: Entry, line: string): void {
	const [, names = line, count] = /^(.*?)\s*\((\d{1,5}) authors?\)$/.exec(line) ?? [];
	const isWhole = !/\bet al\.?$/.test(names);
	const listed = names.split(',').map(collapsed).filter(Boolean);
	entry.authorCount = count === undefined ? (isWhole ? listed.length : null) : Number(count);
	if (isWhole) entry.authors = listed.map((name) => ({ name, url: null }));
}

function organizationOf(name: string) {
	return name === '' ? null : { slug: name, name };
}

function takeStatistics(entry: Entry, text: string): void {
	entry.upvotes = counted(statistics.exec(text)?.[1]);
	entry.comments = counted(/💬\s*([\d,]+)/u.exec(text)?.[1]);
}

/** `1,234`, but not `1.2k`, which is no count. */
function counted(text: string | undefined): number | null {
	return text === undefined || !/^\d{1,3}(,\d{3})*$|^\d+$/.test(text) ? null : Number(text.replaceAll(',', ''));
}

function linksOf(entry: Entry, text: string): Link[] {
	return [...text.matchAll(/\[([^\][]{1,60})\]\((https?:\/\/[^()\s]{1,500})\)/g)].flatMap(
		([, label = '', url = '']): Link[] => {
			const [, arxiv] = /^https?:\/\/arxiv\.org\/abs\/(\S+)$/.exec(url) ?? [];
			if (arxiv !== undefined) entry.arxivId ??= parseArxivId(arxiv)?.arxivId ?? null;
			if (/\bcode$/i.test(label)) return [{ url, kind: 'code' }];
			return /\bproject$/i.test(label) ? [{ url, kind: 'project' }] : [];
		},
	);
}
