import type { SearchSeam } from '../search/client/seam.ts';
import type { Found } from '../search/client/search.ts';
import { rowNode } from './search-rows.ts';

/** How many papers the list shows at first, and each time more are asked for. */
const rowsAtOnce = 10;

/** The list of results and its button for more. */
export class ResultList {
	readonly #list: HTMLElement;
	readonly #more: HTMLButtonElement;
	#shown: { found: Found; address: SearchSeam['address'] } | null = null;

	constructor(list: HTMLElement, more: HTMLButtonElement) {
		this.#list = list;
		this.#more = more;
	}

	get length(): number {
		return this.#list.childElementCount;
	}

	/**
	 * Loads the first rows of what was found, at least `length` of them, and then shows them, if `wanted` still says
	 * so. Rejects when they cannot be loaded, and then leaves what is shown.
	 */
	async show(found: Found, address: SearchSeam['address'], length: number, wanted: () => boolean): Promise<void> {
		const rows = await found.next(Math.max(rowsAtOnce, length));
		if (!wanted()) return;
		this.#shown = { found, address };
		this.#list.replaceChildren(...rows.map((row) => rowNode(row, address(row.path))));
		this.#offerMore(found);
	}

	/** Loads and adds the next rows. Rejects when they cannot be loaded. */
	async showMore(): Promise<void> {
		const shown = this.#shown;
		if (!shown || this.#more.disabled) return;
		this.#more.disabled = true;
		try {
			const rows = await shown.found.next(rowsAtOnce);
			if (shown !== this.#shown) return;
			const first = this.length;
			this.#list.append(...rows.map((row) => rowNode(row, shown.address(row.path))));
			this.#list.children[first]?.querySelector('a')?.focus();
			this.#offerMore(shown.found);
		} finally {
			this.#more.disabled = false;
		}
	}

	clear(): void {
		this.#shown = null;
		this.#list.replaceChildren();
		this.#more.hidden = true;
	}

	#offerMore({ total }: Found): void {
		this.#more.hidden = this.length >= total;
	}
}
