import type { Captured, IsoDate } from '../records/dates.ts';
import type { Reading, ReadingContext } from './dialect.ts';
import type { Line, LineAccount } from './line-account.ts';
import { LinkedCards } from './linked-cards.ts';
import type { Token } from './linked-tokens.ts';
import { capturedByHeader, dayInAddress, headerDate } from './page-capture.ts';
import { yearRule } from './printed-date.ts';

/** What is known of a page before its tokens are read. */
interface KnownOfPage {
	url: string | null;
	/** The time of saving, where it is written out. */
	written: Captured | null;
	/** The words of its search. */
	searched: string | null;
}

/** The cards of a page, and the page's own dates. `tokens` are those of `lines`, which `account` accounts for. */
export function readLinkedPage(
	lines: readonly Line[],
	tokens: readonly Token[],
	account: LineAccount,
	{ url, written, searched }: KnownOfPage,
	context: ReadingContext,
): Pick<Reading, 'entries' | 'problems' | 'captured' | 'daily'> & { day: IsoDate | null } {
	const firstOfCards = tokens.find(({ kind }) => kind === 'title')?.lines[0]?.number ?? lines.length + 1;
	const above = lines.slice(0, firstOfCards - 1);
	const pageDate = headerDate(above);
	const day = url === null ? null : dayInAddress(url);
	// The header of a day's own page shows that day, whenever it was saved.
	const captured = written ?? (day === null ? capturedByHeader(pageDate, above) : null);
	const dates = tokens.flatMap((token) => (token.kind === 'date' ? token.date : []));
	const cards = new LinkedCards(account, yearRule(context.captured ?? captured, pageDate, dates), searched);
	for (const token of tokens) cards.take(token);
	return { ...cards.finish(), captured, daily: day !== null, day };
}
