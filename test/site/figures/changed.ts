import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { termKey } from '../../../src/records/term-key.ts';
import { attribute, elementsIn, elementsOf, readPage } from '../built-site.ts';
import { comparedAt } from './places.ts';
import { firstIn, hasClass, wordsOf } from './read-site.ts';
import type { FiguredSite, ShardPaper } from './shards.ts';
import { read } from './words.ts';

/** What a page says of a topic or a word that rose or faded. */
export interface ToldChange {
	id: string;
	name: string;
	/** `topics-risen` and the like. */
	group: string;
	count: string;
	/** `34%, from 19%`. */
	shares: string;
	first: boolean;
	/** The papers that it names, under their heading where there is one. */
	lists: { heading: string | null; titles: string[] }[];
	/** `The newest 200 of 240.` */
	cut: string[];
}

/** What a page of changes says. */
export interface ToldChanges {
	/** How many papers are compared with how many; null where it says that they are too few. */
	compared: [these: number, before: number] | null;
	changes: ToldChange[];
}

export function changesTold(folder: string, file: string): ToldChanges {
	const elements = elementsOf(readPage(folder, file));
	const lead = elements.find((element) => hasClass(element, 'lead'));
	const [, these, before] =
		/^The (\S+) papers .*, compared with the (\S+) of .*\.$/.exec(lead ? wordsOf(lead) : '') ?? [];
	const groups = elements.filter((element) => element.tagName === 'section' && hasClass(element, 'part'));
	return {
		compared: these === undefined || before === undefined ? null : [read(these), read(before)],
		changes: groups.flatMap((group) =>
			elementsIn(group)
				.filter((element) => hasClass(element, 'change'))
				.map((change) => changeTold(change, attribute(group, 'aria-labelledby') ?? '')),
		),
	};
}

function changeTold(change: Tree.Element, group: string): ToldChange {
	const heading = firstIn(change, ({ tagName }) => tagName === 'h3');
	const note = firstIn(change, (element) => hasClass(element, 'note'));
	const lists = elementsIn(change).filter(({ tagName }) => tagName === 'ul');
	const headings = elementsIn(change).filter(({ tagName }) => tagName === 'h4');
	if (heading === undefined || note === undefined) throw new Error('A change has no heading or no numbers.');
	const [, count = '', shares = '', , isNew] =
		/^(\S+ papers?(?:, \S+ before)?): ((?:over )?\S+%, from (over )?\S+%)( · new)?(?: · over time)?$/.exec(
			wordsOf(note),
		) ?? [];
	return {
		id: attribute(heading, 'id') ?? '',
		name: wordsOf(heading),
		group,
		count,
		shares,
		first: isNew !== undefined,
		lists: lists.map((list, at) => ({
			heading: headings.length === 0 ? null : wordsOf(headings[at] ?? list),
			titles: elementsIn(list).flatMap((each) => (each.tagName === 'a' ? [wordsOf(each)] : [])),
		})),
		cut: elementsIn(change)
			.filter((each) => each !== note && hasClass(each, 'note'))
			.map(wordsOf),
	};
}

/** Whether a paper has the topic or the word of a change. */
export function havingOf({ termsOf }: FiguredSite, { id, name }: Pick<ToldChange, 'id' | 'name'>) {
	const [, slug] = /^topic-(.+)$/.exec(id) ?? [];
	const key = termKey(name);
	return (paper: ShardPaper): boolean =>
		slug === undefined ? termsOf(paper.id).has(key) : paper.topics.includes(slug);
}

/** Dunning's G² of having something in two sets of papers: twice the sum of O ln(O / E) over the four cells. */
export function dunning(having: number, of: number, havingBefore: number, ofBefore: number): number {
	const rate = (having + havingBefore) / (of + ofBefore);
	const cells = [
		[having, of * rate],
		[of - having, of * (1 - rate)],
		[havingBefore, ofBefore * rate],
		[ofBefore - havingBefore, ofBefore * (1 - rate)],
	] as const;
	return 2 * cells.reduce((sum, [seen, expected]) => sum + (seen === 0 ? 0 : seen * Math.log(seen / expected)), 0);
}

/** The numbers of a topic or a word in what a page compares. */
export function countedAt(site: FiguredSite, path: string, change: Pick<ToldChange, 'id' | 'name'>) {
	const sides = comparedAt(site, path);
	if (sides === null) throw new Error(`${path} is no page of changes.`);
	const has = havingOf(site, change);
	const having = sides.these.filter(has);
	const havingBefore = sides.before.filter(has);
	const before = havingBefore.length;
	const [share, shareBefore] = [having.length / sides.these.length, before / sides.before.length];
	const oldest = site.papers.find((paper) => paper.date !== null && has(paper));
	return {
		having,
		havingBefore,
		share,
		shareBefore,
		first: oldest !== undefined && sides.isNow(oldest),
		surprise: dunning(having.length, sides.these.length, before, sides.before.length),
		greater: Math.max(share, shareBefore),
		less: Math.min(share, shareBefore),
		papersOfGreater: share > shareBefore ? having.length : before,
	};
}
