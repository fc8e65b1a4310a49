import type { FoundList } from '../search/client/found.ts';
import { made } from './made.ts';
import type { OpenedSearch } from './open-search.ts';
import { rowNode } from './search-rows.ts';
import { counted, periodInWords } from './search-words.ts';

/** The papers that were found in one period, as far as they are shown, and the button that shows more of them. */
export class PeriodList {
	readonly node: HTMLElement;
	readonly more = made('button', { type: 'button' }, 'Show more papers');
	readonly #rows = made('ol', { class: 'search-results' });
	readonly #found: FoundList;
	readonly #address: OpenedSearch['address'];
	readonly #named: number;

	/** `named` papers stand elsewhere, and may be of this period. */
	constructor(found: FoundList, address: OpenedSearch['address'], named: number) {
		this.#found = found;
		this.#address = address;
		this.#named = named;
		const { period, total } = found;
		const more = made('p', { class: 'search-more' }, this.more);
		this.node =
			period === null
				? made('div', {}, this.#rows, more)
				: made(
						'section',
						{ class: 'search-period' },
						made('h2', { tabindex: '-1' }, `${periodInWords(period)} `, made('span', {}, counted(total, 'paper'))),
						this.#rows,
						more,
					);
	}

	get length(): number {
		return this.#rows.childElementCount;
	}

	/** Loads and shows the next rows, and returns the first of them. Rejects when they cannot be loaded. */
	async grow(count: number): Promise<HTMLElement | null> {
		this.more.disabled = true;
		try {
			const first = await this.#add(count);
			// The rest may be papers that stand elsewhere: a button that brings nothing would be odd.
			if (this.#left > 0 && this.#left <= this.#named) {
				await this.#add(this.#left);
				this.more.hidden = true;
			} else this.more.hidden = this.#left <= 0;
			return first;
		} finally {
			this.more.disabled = false;
		}
	}

	get #left(): number {
		return this.#found.total - this.length;
	}

	async #add(count: number): Promise<HTMLElement | null> {
		const level = this.#found.period === null ? 'h2' : 'h3';
		const rows = await this.#found.next(count);
		const nodes = rows.map((row) => rowNode(row, this.#address(row.path), level));
		this.#rows.append(...nodes);
		return nodes[0] ?? null;
	}
}
