import type { FilterCounts } from '../search/client/found.ts';
import type { Query } from '../search/client/query.ts';
import { Facet } from './facet.ts';
import { pageElement } from './page-element.ts';
import { queryOf } from './search-address.ts';
import { number } from './search-words.ts';

/** The orders that are by date where there are no words. */
const byFit = new Set(['', 'overall', 'date']);

/** The form of the search page, whose fields are called as in the address, and the counts beside its filters. */
export class SearchForm {
	readonly form = pageElement('search', HTMLFormElement);
	readonly text = pageElement('search-q', HTMLInputElement);
	readonly #order = pageElement('search-sort', HTMLSelectElement);
	readonly #orders = new Map([...this.#order.options].map(({ value, text }) => [value, text]));
	readonly #code = pageElement('search-code', HTMLInputElement);
	readonly #literal = pageElement('search-literal', HTMLInputElement);
	readonly #summary = pageElement('search-filters', HTMLElement);
	readonly #topic = new Facet(pageElement('search-topic', HTMLFieldSetElement), 'topic');
	readonly #year = new Facet(pageElement('search-year', HTMLFieldSetElement), 'year');
	readonly #organization = new Facet(pageElement('search-org', HTMLFieldSetElement), 'org');

	/** What is chosen beside the text, in words: `Topic: Bees`. */
	get chosen(): string[] {
		const fields = this.form.querySelectorAll<HTMLInputElement>('.search-filters :checked:is(input):not([value=""])');
		return [...fields].map((field) => {
			const heading = field.closest('fieldset')?.querySelector('legend')?.textContent;
			const value = field.nextElementSibling?.textContent ?? field.value;
			return heading ? `${heading}: ${value}` : value;
		});
	}

	/** The order in words; empty where it is the usual one. */
	get order(): string {
		return this.#order.value === '' ? '' : (this.#order.selectedOptions[0]?.text ?? '');
	}

	/** Whether the filters are there to be chosen. */
	get offersFilters(): boolean {
		return this.#order.checkVisibility();
	}

	get query(): Query {
		const said = [...new FormData(this.form)].map(([name, value]) => [name, String(value)]);
		return queryOf(new URLSearchParams(said));
	}

	set query({ text, topic, year, organization, code, order, literal }: Query) {
		this.text.value = text;
		this.#topic.choose(topic);
		this.#year.choose(year);
		this.#organization.choose(organization);
		this.#code.checked = code;
		this.#order.value = order === 'relevance' ? '' : order;
		if (this.#order.selectedIndex < 0) this.#order.value = '';
		this.#literal.disabled = !literal;
		this.#summarise();
	}

	/** Words of a new text may be corrected again. */
	forgetLiteral(): void {
		this.#literal.disabled = true;
	}

	/** Where no paper fits better than another, the orders by how well they fit are that by date. */
	showOrder(ranked: boolean): void {
		const kept = byFit.has(this.#order.value) ? this.#order.value : '';
		for (const option of this.#order.options) {
			if (!byFit.has(option.value)) continue;
			option.hidden = !ranked && option.value !== kept;
			option.disabled = option.hidden;
			option.text = (ranked ? this.#orders.get(option.value) : this.#orders.get('date')) ?? '';
		}
	}

	/** Null when there is nothing to count: only filters that are chosen are shown then. */
	showCounts(counts: FilterCounts | null): void {
		this.#topic.show(counts?.topic ?? []);
		this.#year.show(counts?.year ?? []);
		this.#organization.show(counts?.organization ?? []);
		const label = this.#code.closest('label');
		label?.querySelector('.papers')?.replaceChildren(number(counts?.code ?? 0));
		if (label) label.hidden = !counts?.code && !this.#code.checked;
		this.#summarise();
	}

	/** Where the filters are folded, their heading says how many hold. */
	#summarise(): void {
		const { topic, year, organization, code } = this.query;
		const chosen = [topic, year, organization, code || null].filter((filter) => filter !== null).length;
		this.#summary.textContent = chosen === 0 ? 'Filters and order' : `Filters and order (${chosen} chosen)`;
	}
}
