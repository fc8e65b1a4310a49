import { asPartialDate } from '../../records/dates.ts';
import type { Entry, Place, Problem } from '../../records/listing.ts';
import { collapsed, type Dialect, exactness, type Reading } from '../dialect.ts';
import { newEntry } from '../entry.ts';
import { badField, noAbstract, noArxivId } from '../entry-problems.ts';
import { type FeedTime, parseFeedTime } from '../feed-time.ts';
import { type Line, LineAccount, linesOf } from '../line-account.ts';
import { idIn, isRule, type MailBlock, mailParts } from '../mail-blocks.ts';
import { arxivIdOf, authorsOf, doiOf, namesOf, printedArxivId, withdrawnBy } from '../paper-fields.ts';
import { shortened, unreadLine } from '../text-entries.ts';

/** The mail that arXiv sends its subscribers each day: blocks of fields and an abstract, divided by `\\` and rules. */
export const arxivMail: Dialect = {
	name: 'arxiv-mail',
	describes: 'the daily mail of arXiv',
	exactness: exactness.ownRecords,
	recognises(content) {
		const start = content.slice(0, 100_000);
		if (/^\s*[<[{]/.test(start)) return false;
		if (/^\\\\[ \t]*(?:\r\n|\n|\r)(?:arXiv:\S|Paper\b)/m.test(start)) return true;
		return /^[ \t]*Archives at https?:\/\/arxiv\.org/m.test(start) && /^[ \t]*Submissions to:/m.test(start);
	},
	read,
};

/** What may stand around the papers. */
const chrome: readonly RegExp[] = [
	/^[-%]{20,}$/,
	/^\\\\$/,
	/^Send any comments regarding submissions directly to submitter\.$/,
	/^Archives at https?:\/\/arxiv\.org\/?\S*$/,
	/^To unsubscribe, e-mail To: \S+, Subject: cancel$/,
	/^Submissions to:$/,
	/^received from\b.*\bto\b.*$/,
	/^For general information on the new [\w-]+ archive \(partitioned by$/,
	/^keyword subject classification\), see https?:\S+$/,
	/^For subscribe options to combined [\w-]+ archives,$/,
	/^e-mail To: \S+, Subject: subscribe$/,
];

/** What may stand above the first rule. */
const mailHeader = /^(?:Date|From|To|Cc|Reply-To|Sender|Subject): /;

/** The name of a subject between “Submissions to:” and “received from”: `Distributed, Parallel, and Cluster Computing`. */
const subject = /^[A-Z][A-Za-z,/&' -]{2,80}$/;

function read(content: string): Reading {
	const lines = linesOf(content);
	const { blocks, outside } = mailParts(lines);
	const account = new LineAccount(lines);
	const problems = [accountOutside(outside, account)];
	const entries: Entry[] = [];
	for (const block of blocks) {
		const found = readBlock(block, entries.length + 1, account);
		if (found.entry !== null) entries.push(found.entry);
		problems.push(found.problems);
	}
	const received = receivedIn(outside);
	return {
		entries,
		accounting: { kinds: account.kinds },
		problems: problems.flat(),
		captured: received?.captured ?? null,
		daily: true,
		day: received?.day ?? null,
	};
}

/** Claims what stands around the papers as chrome; what is none is a problem. */
function accountOutside(outside: readonly Line[], account: LineAccount): Problem[] {
	const problems: Problem[] = [];
	let part: 'top' | 'subjects' | 'other' = 'top';
	for (const line of outside) {
		const text = line.text.trim();
		if (text === '') continue;
		if (text === 'Submissions to:') part = 'subjects';
		else if (isRule(line) || text.startsWith('received from')) part = 'other';
		const isChrome =
			chrome.some((pattern) => pattern.test(text)) ||
			(part === 'top' && mailHeader.test(text)) ||
			(part === 'subjects' && subject.test(text));
		if (isChrome) account.claim('chrome', [line]);
		else problems.push(unreadLine(line));
	}
	return problems;
}

/** `received from  Wed 20 Nov 24 19:00:00 GMT  to  Thu 21 Nov 24 19:00:00 GMT`: the latter. */
function receivedIn(outside: readonly Line[]): FeedTime | null {
	for (const { text } of outside) {
		const [, to] = /^received from\s.*\sto\s+(\S.*)$/.exec(text.trim()) ?? [];
		const time = to === undefined ? null : parseFeedTime(to);
		if (time !== null) return time;
	}
	return null;
}

/** A field of a block: its name, and its text, which may go on in indented lines. */
interface Field {
	name: string;
	text: string;
	lines: Line[];
}

const field =
	/^(Title|Authors?|Categories|Subj-class|Comments?|Proxy|Report-no|ACM-class|MSC-class|Journal-ref|DOI|License|From|Date(?: \((?:revised )?v\d{1,3}\))?): *(.*)$/;
const replaced = /^(replaced with revised version|(?:figures|part) added)\b *(.*)$/i;

/** The fields of a block, each name once, and the lines that belong to none. */
function fieldsOf(head: readonly Line[]): { fields: Map<string, Field>; unread: Line[] } {
	const fields = new Map<string, Field>();
	const unread: Line[] = [];
	let open: Field | null = null;
	for (const line of head) {
		const [, name, text = ''] = field.exec(line.text) ?? replaced.exec(line.text) ?? [];
		if (line.text.trim() === '') open = null;
		else if (name !== undefined && !fields.has(name)) {
			open = { name, text, lines: [line] };
			fields.set(name, open);
		} else if (name === undefined && open !== null && /^\s/.test(line.text)) {
			open.text += ` ${line.text}`;
			open.lines.push(line);
		} else {
			open = null;
			unread.push(line);
		}
	}
	return { fields, unread };
}

function readBlock(
	block: MailBlock,
	position: number,
	account: LineAccount,
): { entry: Entry | null; problems: Problem[] } {
	const { fields, unread } = fieldsOf(block.head);
	const textOf = (...names: string[]) => collapsed(names.map((name) => fields.get(name)?.text ?? '').join(' ')) || null;
	const id = arxivIdOf(idIn(block.id) ?? linkIn(block.link) ?? '');
	const printed = textOf('Title');
	const title = printed ?? (id === null ? null : printedArxivId(id));
	const all = [block.id, ...block.head, ...(block.abstract ?? []), block.link].flatMap((line) => line ?? []);
	const filled = all.filter(({ text }) => text.trim() !== '');
	const at = placeOf(filled);
	// Where the mail ends among the fields, nobody knows which of them it cuts short: even an id may be half of one.
	const isHalf = block.cut && block.abstract === null;
	if (title === null || isHalf) {
		return { entry: null, problems: [...filled.map(unreadLine), ...(isHalf ? [cutInFields(at)] : [])] };
	}

	for (const { name, lines } of fields.values()) account.claim(name === 'Title' ? 'title' : 'meta', lines);
	account.claim(
		'meta',
		[block.id, block.link].flatMap((line) => line ?? []),
	);
	account.claim('abstract', block.abstract ?? []);
	const problems = unread.map(unreadLine);
	const abstract = collapsed((block.abstract ?? []).map(({ text }) => text).join(' ')) || null;
	const cut = block.cut && abstract !== null;
	const date = submittedIn(fields);
	const doi = textOf('DOI');
	const entry: Entry = {
		...newEntry(position, at, title),
		...authorsOf(namesOf(textOf('Authors', 'Author') ?? '')),
		abstract,
		abstractCut: cut || null,
		published: date.time === null ? null : asPartialDate(date.time.utcDay),
		publishedYear: date.time === null ? null : 'explicit',
		arxivId: id?.arxivId ?? null,
		version: newestVersion(fields) ?? id?.version ?? null,
		doi: doi === null ? null : doiOf(doi),
		venue: textOf('Journal-ref'),
		withdrawn: withdrawnBy([textOf('Comments', 'Comment'), abstract]),
	};
	if (id === null) problems.push(noArxivId(at));
	if (printed === null) problems.push(badField(at, 'Title', 'it is missing, and the arXiv id stands for it'));
	if (date.bad) problems.push(badField(at, 'Date', 'it is no date'));
	if (doi !== null && entry.doi === null) problems.push(badField(at, 'DOI', 'it is no DOI'));
	if (cut) problems.push(abstractCut(entry, block.abstract ?? []));
	else if (abstract === null && !isReplacement(fields)) problems.push(noAbstract(at));
	return { entry, problems };
}

/** When the paper was submitted first; a replacement says only when it was replaced. */
function submittedIn(fields: ReadonlyMap<string, Field>): { time: FeedTime | null; bad: boolean } {
	const written = fields.get('Date')?.text ?? fields.get('Date (v1)')?.text;
	if (written === undefined) return { time: null, bad: false };
	const time = parseFeedTime(written.replace(/\s\([^()]*\)\s*$/, ''));
	return { time, bad: time === null };
}

/** `Date (revised v3)`: of those, the highest. */
function newestVersion(fields: ReadonlyMap<string, Field>): number | null {
	const versions = [...fields.keys()].map((name) => Number(/v(\d+)\)$/.exec(name)?.[1] ?? 0));
	return versions.reduce((newest, version) => Math.max(newest, version), 0) || null;
}

function isReplacement(fields: ReadonlyMap<string, Field>): boolean {
	return [...fields.keys()].some((name) => replaced.test(name));
}

function linkIn(link: Line | null): string | null {
	return /\(\s*(https?:[^\s,)]+)\s*[,)]/.exec(link?.text ?? '')?.[1] ?? null;
}

function placeOf(lines: readonly Line[]): [number, number] {
	return [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1];
}

function cutInFields(at: Place): Problem {
	return {
		code: 'listing/cut-off',
		at,
		message: 'The mail ends in the middle of this paper, which was left out.',
		hint: 'save the mail again',
	};
}

function abstractCut({ title }: Entry, abstract: readonly Line[]): Problem {
	return {
		code: 'entry/abstract-cut',
		at: placeOf(abstract.filter(({ text }) => text.trim() !== '')),
		message: `The abstract of “${shortened(title)}” is cut off.`,
		hint: 'save the mail again; what is here was kept',
	};
}
