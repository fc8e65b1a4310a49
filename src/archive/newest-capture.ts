import type { ReportedListing, Summary } from '../records/archive.ts';
import { capturedDay } from '../records/dates.ts';
import type { Paper } from '../records/paper.ts';

/** What the newest day of capturing brought; null when no listing says when it was captured. */
export function newestCapture(
	papers: readonly Pick<Paper, 'appearances'>[],
	listings: readonly Pick<ReportedListing, 'captured' | 'entries'>[],
): Summary['newest'] {
	const dated = listings.flatMap(({ captured, entries }) =>
		captured === null ? [] : [{ day: capturedDay(captured), entries }],
	);
	const [newest] = dated.map(({ day }) => day).sort((a, b) => (a < b ? 1 : -1));
	if (newest === undefined) return null;
	const ofNewest = dated.filter(({ day }) => day === newest);
	return {
		captured: newest,
		listings: ofNewest.length,
		entries: ofNewest.reduce((sum, { entries }) => sum + entries, 0),
		papers: papers.filter(({ appearances }) =>
			appearances.every(({ captured }) => captured !== null && capturedDay(captured) === newest),
		).length,
	};
}
