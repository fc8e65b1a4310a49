import { isOrder, type Query } from '../search/client/query.ts';
import type { FilterCounts } from '../search/client/search.ts';

/** The fields of the search form, and the counts beside what its filters offer. */
export class SearchForm {
	readonly #text: HTMLInputElement;
	readonly #topic: HTMLSelectElement;
	readonly #year: HTMLSelectElement;
	readonly #sort: HTMLSelectElement;
	/** What the filters' options say without a count. */
	readonly #names = new Map<HTMLOptionElement, string>();

	constructor(text: HTMLInputElement, topic: HTMLSelectElement, year: HTMLSelectElement, sort: HTMLSelectElement) {
		this.#text = text;
		this.#topic = topic;
		this.#year = year;
		this.#sort = sort;
		for (const option of [...topic.options, ...year.options]) this.#names.set(option, option.text);
	}

	get query(): Query {
		return {
			text: this.#text.value,
			topic: this.#topic.value || null,
			year: this.#year.value || null,
			order: isOrder(this.#sort.value) ? this.#sort.value : 'relevance',
		};
	}

	/** Fills in a query; what the form does not offer is left unsaid. */
	set query({ text, topic, year, order }: Query) {
		this.#text.value = text;
		choose(this.#topic, topic);
		choose(this.#year, year);
		choose(this.#sort, order === 'relevance' ? null : order);
	}

	/** Null when there is nothing to count. */
	showCounts(counts: FilterCounts | null): void {
		for (const [select, found] of [
			[this.#topic, counts?.topic],
			[this.#year, counts?.year],
		] as const) {
			for (const option of select.options) {
				if (option.value === '') continue;
				const name = this.#names.get(option) ?? option.value;
				const count = found?.get(option.value) ?? 0;
				option.textContent = found ? `${name} (${count})` : name;
				option.disabled = found !== undefined && count === 0 && !option.selected;
			}
		}
	}
}

function choose(select: HTMLSelectElement, value: string | null): void {
	select.value = value ?? '';
	if (select.selectedIndex < 0) select.value = '';
}
