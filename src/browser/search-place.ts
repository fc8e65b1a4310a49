/** Where a reader is in what was found: kept in the history, so that going back leads there again. */
export interface Place {
	/** How many papers each list shows. */
	lengths: number[];
	/** How far the page is scrolled. */
	top: number;
	/** The text was typed and not sent: its last word may be the beginning of one. */
	typing: boolean;
}

export const start: Place = { lengths: [], top: 0, typing: false };

/** The place that a state of the history holds; the start where it holds none. */
export function placeIn(state: unknown): Place {
	const kept = typeof state === 'object' && state !== null ? state : {};
	return {
		lengths:
			'lengths' in kept && Array.isArray(kept.lengths)
				? kept.lengths.filter((length) => typeof length === 'number')
				: start.lengths,
		top: 'top' in kept && typeof kept.top === 'number' ? kept.top : start.top,
		typing: 'typing' in kept && kept.typing === true,
	};
}
