import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { attribute, elementsIn, elementsOf, pageFiles, readPage } from '../built-site.ts';
import { courseOf } from './course.ts';
import { papersAt } from './places.ts';
import { firstIn, hasClass, wordsOf } from './read-site.ts';
import type { FiguredSite, ShardPaper } from './shards.ts';
import { named, percent, plural, written } from './words.ts';

const pathOf = (file: string) => `/${file.replace(/index\.html$/, '')}`;
const isLink = ({ tagName }: Tree.Element) => tagName === 'a';
const addressOf = (element: Tree.Element | undefined) => (element && attribute(element, 'href')) ?? '';

/** Counts beside links: on a page of papers, how many of these the linked page has too. */
export function testCountFigures(site: () => FiguredSite): void {
	test('how many papers stand beside a link, of those of the page', () => {
		const { folder } = site();
		const kinds = new Map<string, number>();
		for (const file of pageFiles(folder)) {
			const here = papersAt(site(), pathOf(file));
			if (here === null) continue;
			for (const item of elementsOf(readPage(folder, file)).filter(isCounted)) {
				const link = firstIn(item, isLink);
				const count = firstIn(item, (each) => hasClass(each, 'count'));
				const there = papersAt(site(), addressOf(link));
				if (count === undefined || there === null) continue;
				const both = there.filter((paper) => here.includes(paper)).length;
				const [told = '', share] = wordsOf(count).split(' · ');
				expect(told, `${file}: ${wordsOf(item)}`).toBe(plural(both, 'paper'));
				if (share !== undefined) expect(share).toBe(percent(both / here.length));
				const kind = `${/^\/\d/.test(pathOf(file)) ? 'period' : pathOf(file).split('/')[1]} ${addressOf(link).replace(/\d+/, '0').split('/')[1]}`;
				kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
			}
		}
		for (const kind of [' 0', ' organizations', 'topics topics', 'topics organizations', 'period topics', 'period 0'])
			expect(kinds.get(kind), kind).toBeGreaterThan(0);
	});

	test('how many papers each period of a calendar and each organisation has', () => {
		const { folder } = site();
		let told = 0;
		for (const file of pageFiles(folder)) {
			for (const link of elementsOf(readPage(folder, file)).filter(isLink)) {
				const [, label] = /, (\S+ papers?)$/.exec(attribute(link, 'aria-label') ?? '') ?? [];
				const there = papersAt(site(), addressOf(link));
				if (label === undefined || there === null) continue;
				expect(label, `${file} ${addressOf(link)}`).toBe(plural(there.length, 'paper'));
				const count = firstIn(link, (each) => hasClass(each, 'count'));
				if (count !== undefined) expect(wordsOf(count)).toBe(written(there.length));
				told++;
			}
		}
		expect(told).toBeGreaterThan(10);
	});

	test('how many papers a year, a month, a week, a day and a topic has, and what is known of them', () => {
		const { folder } = site();
		let told = 0;
		for (const file of pageFiles(folder)) {
			const path = pathOf(file);
			const papers = papersAt(site(), path);
			if (papers === null || papers.length === 0) continue;
			const elements = elementsOf(readPage(folder, file));
			const head = elements.find((each) => hasClass(each, 'page-head'));
			if (head === undefined) throw new Error(`${file} has no head.`);
			const lead = firstIn(head, (each) => hasClass(each, 'lead'));
			const words = lead === undefined ? '' : wordsOf(lead);
			if (/^\/\d{4}\/w/.test(path)) expect(words.replace(/^[^:]*: /, ''), file).toBe(introOf(papers));
			else if (/^\/\d{4}\/\d\d\/\d\d\/$/.test(path)) expect(words, file).toBe(introOf(papers) + orderOf(papers));
			else if (/^\/\d/.test(path)) expect(words, file).toBe(introOf(papers));
			else if (/^\/organizations\/./.test(path))
				expect(words, file).toMatch(new RegExp(`^Named by ${plural(papers.length, 'paper')}[,;.]`));
			else if (/^\/topics\/./.test(path)) expect(wordsOf(head), file).toContain(plural(papers.length, 'paper'));
			else if (path === '/') expect(words, file).toContain(`${plural(papers.length, 'paper')} from `);
			else continue;
			told++;
		}
		expect(told).toBeGreaterThan(50);
	});

	test('from what to what each small drawing of a topic says that its share moved', () => {
		const { folder, papers, topicNames } = site();
		const course = courseOf(papers);
		for (const page of ['index.html', 'topics/index.html', 'trends/index.html']) {
			const items = elementsOf(readPage(folder, page)).filter(({ tagName, parentNode }) => {
				return tagName === 'li' && parentNode !== null && 'tagName' in parentNode && hasClass(parentNode, 'multiples');
			});
			expect(items.length, page).toBe(page === 'index.html' ? Math.min(12, topicNames.size) : topicNames.size);
			for (const item of items) {
				const path = addressOf(firstIn(item, isLink));
				const all = papersAt(site(), path)?.length ?? 0;
				const moved = movedOf(course, path.split('/')[2] ?? '');
				const note = elementsIn(item)
					.filter((each) => hasClass(each, 'note'))
					.at(-1);
				expect(note && wordsOf(note), `${page} ${path}`).toBe(
					[all === 0 ? 'no papers' : plural(all, 'paper'), ...moved].join(', '),
				);
			}
		}
	});
}

function isCounted({ tagName, parentNode }: Tree.Element): boolean {
	return tagName === 'li' && parentNode !== null && 'tagName' in parentNode && hasClass(parentNode, 'counted-links');
}

/** `12 papers from 5 organisations, with 84 comments and 310 upvotes.` */
function introOf(papers: readonly ShardPaper[]): string {
	const named = papers.flatMap(({ organizationSlug }) => organizationSlug ?? []);
	const organizations = plural(new Set(named).size, 'organisation');
	const from =
		named.length === 0 || papers.length === 1
			? ''
			: named.length === papers.length
				? ` from ${organizations}`
				: `, ${written(named.length)} of them from ${organizations}`;
	const totals = (['comments', 'upvotes'] as const).flatMap((what) => {
		let total = 0;
		for (const paper of papers) total += paper[what] ?? 0;
		return total === 0 ? [] : [plural(total, what.slice(0, -1))];
	});
	return `${plural(papers.length, 'paper')}${from}${totals.length === 0 ? '' : `, with ${totals.join(' and ')}`}.`;
}

/** What is said of the order of a day, where upvotes or comments tell its papers apart. */
function orderOf(papers: readonly ShardPaper[]): string {
	const differ = (what: 'upvotes' | 'comments') =>
		papers.some((paper) => (paper[what] ?? 0) !== (papers[0]?.[what] ?? 0));
	return differ('upvotes') ? ' Most upvoted first.' : differ('comments') ? ' Most discussed first.' : '';
}

/** The words on the two ends of a topic's course, each a quarter of its periods; of counts on the highest. */
function movedOf({ measure, periods, until }: ReturnType<typeof courseOf>, slug: string): string[] {
	const all = periods
		.filter(({ papers }) => papers.length > 0)
		.map(({ period, papers }) => {
			return { period, of: papers.length, having: papers.filter(({ topics }) => topics.includes(slug)).length };
		});
	if (measure === 'count') {
		const most = Math.max(0, ...all.map(({ having }) => having));
		const [first, other] = all.filter(({ having }) => having === most);
		return first === undefined || other !== undefined || most < 2 || all.length < 2
			? []
			: [`most in ${named(first.period)}`];
	}
	const over = all.filter(({ period }) => until === null || period !== periods.at(-1)?.period);
	if (over.length < 2 || over.every(({ having }) => having === 0)) return [];
	const length = Math.max(1, Math.floor(over.length / 4));
	const [from, to] = [over.slice(0, length), over.slice(-length)].map((end) => {
		const sum = (name: 'having' | 'of') => end.reduce((total, each) => total + each[name], 0);
		return percent(sum('having') / sum('of'));
	});
	return [`from ${from} to ${to}`];
}
