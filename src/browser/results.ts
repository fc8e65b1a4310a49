import type { Found, FoundList, OlderPapers } from '../search/client/found.ts';
import type { Asking } from './asking.ts';
import { made } from './made.ts';
import type { OpenedSearch } from './open-search.ts';
import { PeriodList } from './period-list.ts';
import { rowNode } from './search-rows.ts';
import { olderInWords } from './search-words.ts';

/** How many papers a list shows at first, and each time more are asked for. */
const rowsAtOnce = 10;

/** What was found, ready to be shown. */
export interface LoadedResults {
	found: Found;
	address: OpenedSearch['address'];
	lists: PeriodList[];
	/** What was not searched yet. */
	older: OlderPapers | null;
}

/** Loads the first rows of each list, as many as there were before where a reader goes back, and older lists too. */
export async function loadedResults(
	found: Found,
	address: OpenedSearch['address'],
	lengths: readonly number[],
): Promise<LoadedResults> {
	const shown = (list: FoundList) => new PeriodList(list, address, found.named.length);
	const lists = found.lists.map(shown);
	let { older } = found;
	if (older && lengths.length > lists.length) {
		lists.push(...(await older.search()).map(shown));
		older = null;
	}
	for (const [at, list] of lists.entries()) await list.grow(Math.max(rowsAtOnce, lengths[at] ?? 0));
	return { found, address, lists, older };
}

/** The results on the page. What is added to them stands below what is there. */
export class Results {
	readonly #place: HTMLElement;
	readonly #asking: Asking;
	readonly #grown: () => void;
	readonly #failed: () => void;
	#lists: PeriodList[] = [];

	/** More is asked for through `asking`; `grown` hears of what was added, `failed` when it could not be loaded. */
	constructor(place: HTMLElement, asking: Asking, { grown, failed }: { grown(): void; failed(): void }) {
		this.#place = place;
		this.#asking = asking;
		this.#grown = grown;
		this.#failed = failed;
	}

	/** How many papers each list shows. */
	get lengths(): number[] {
		return this.#lists.map(({ length }) => length);
	}

	show({ found, address, lists, older }: LoadedResults): void {
		const named = found.named.map((row) => rowNode(row, address(row.path), 'h2'));
		this.#place.replaceChildren();
		if (named.length > 0) this.#place.append(made('ol', { class: 'search-results search-named' }, ...named));
		this.#lists = [];
		this.#add(lists);
		if (older) this.#offer(older, address, found.named.length);
	}

	clear(): void {
		this.#lists = [];
		this.#place.replaceChildren();
	}

	#add(lists: readonly PeriodList[]): void {
		for (const list of lists) {
			this.#lists.push(list);
			this.#place.append(list.node);
			list.more.addEventListener('click', () => this.#load(() => list.grow(rowsAtOnce)));
		}
	}

	#offer(older: OlderPapers, address: OpenedSearch['address'], named: number): void {
		const button = made('button', { type: 'button' }, olderInWords(older));
		const offer = made('p', { class: 'search-older' }, button);
		this.#place.append(offer);
		button.addEventListener('click', () => {
			button.disabled = true;
			this.#load(async () => {
				const lists = (await older.search()).map((list) => new PeriodList(list, address, named));
				for (const list of lists) await list.grow(rowsAtOnce);
				offer.remove();
				this.#add(lists);
				return lists[0]?.node ?? null;
			});
		});
	}

	/** Loads what is added, and leads on to its beginning. */
	async #load(work: () => Promise<HTMLElement | null>): Promise<void> {
		try {
			const added = await this.#asking.ask(work);
			added?.querySelector<HTMLElement>('h2[tabindex], a')?.focus();
			this.#grown();
		} catch {
			this.#failed();
		}
	}
}
