import { type Answer, orderOf, searched } from './answer.ts';
import type { FoundIn } from './ask.ts';
import type { Found, FoundList, OlderPapers, Period } from './found.ts';
import { titlesFirst } from './likeness.ts';
import { inOrder, type Placed } from './order.ts';
import { resultRow } from './row.ts';
import type { OpenSegment } from './segment.ts';

/** How many of the best are looked at for titles that the query is a piece of: those that are shown first anyway. */
const lookedAt = 10;

/** The same where a word was corrected, and so less is certain. */
const lookedAtCorrected = 30;

/** The lists of an answer, and what was not searched for it. Papers that are named stand above the lists already. */
export async function listsOf(
	{ query, ask, found, unsearched }: Answer,
	change: Found['change'],
	named: readonly Placed[],
): Promise<Pick<Found, 'lists' | 'older'>> {
	const words = [...ask.words, ...ask.phrases];
	const listOf = (papers: readonly Placed[], period: Period | null): FoundList => list(papers, period, words, named);
	const byRelevance = async (each: readonly FoundIn[]): Promise<Placed[]> => {
		const looked = change === 'corrected' ? lookedAtCorrected : lookedAt;
		return await byTitle(await inOrder(each, 'relevance', ask), ask.words, looked);
	};
	const order = orderOf(query, ask);
	if (order !== 'relevance') {
		const papers = order === 'overall' ? await byRelevance(found) : await inOrder(found, order, ask);
		return { lists: [listOf(papers, null)], older: null };
	}
	const isAlone = found.length + unsearched.length === 1;
	const listsIn = async (each: readonly FoundIn[]): Promise<FoundList[]> =>
		await Promise.all(
			each
				.filter(({ papers }) => papers.length > 0)
				.map(async (one) => listOf(await byRelevance([one]), isAlone ? null : periodOf([one.open]))),
		);
	const lists = await listsIn(found);
	return {
		lists: lists.length > 0 ? lists : [listOf([], null)],
		older:
			unsearched.length === 0
				? null
				: olderPapers(unsearched, async () => await listsIn(await searched(unsearched, ask))),
	};
}

function olderPapers(segments: readonly OpenSegment[], search: OlderPapers['search']): OlderPapers {
	const papers = segments.reduce((sum, { segment }) => sum + segment.papers, 0);
	return { period: periodOf(segments), papers, search };
}

/** Of segments newest first. */
function periodOf(segments: readonly OpenSegment[]): Period {
	const dated = segments.filter(({ segment }) => segment.from !== null);
	return {
		from: dated.at(-1)?.segment.from?.slice(0, 4) ?? null,
		to: dated[0]?.segment.to?.slice(0, 4) ?? null,
	};
}

async function byTitle(papers: readonly Placed[], words: readonly string[], looked: number): Promise<Placed[]> {
	if (words.length < 2) return [...papers];
	const best = papers.slice(0, looked);
	const records = await Promise.all(best.map(async (item) => ({ item, record: await item.open.record(item.number) })));
	return [...titlesFirst(words, records), ...papers.slice(looked)];
}

function list(
	papers: readonly Placed[],
	period: Period | null,
	words: readonly string[],
	named: readonly Placed[],
): FoundList {
	const isNamed = ({ open, number }: Placed) => named.some((each) => each.open === open && each.number === number);
	const unnamed = papers.filter((paper) => !isNamed(paper));
	let shown = 0;
	return {
		period,
		total: papers.length,
		async next(count) {
			const next = unnamed.slice(shown, shown + count);
			const records = await Promise.all(next.map(({ open, number }) => open.record(number)));
			shown += records.length;
			return records.map((record) => resultRow(record, words));
		},
	};
}
