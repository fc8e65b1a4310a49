import type { FilterCounts } from '../search/client/found.ts';
import type { Query } from '../search/client/query.ts';
import { Facet } from './facet.ts';
import { pageElement } from './page-element.ts';
import { queryOf } from './search-address.ts';
import { number } from './search-words.ts';

/** The form of the search page, whose fields are called as in the address, and the counts beside its filters. */
export class SearchForm {
	readonly form = pageElement('search', HTMLFormElement);
	readonly text = pageElement('search-q', HTMLInputElement);
	readonly #order = pageElement('search-sort', HTMLSelectElement);
	readonly #code = pageElement('search-code', HTMLInputElement);
	readonly #literal = pageElement('search-literal', HTMLInputElement);
	readonly #summary = pageElement('search-filters', HTMLElement);
	readonly #topic = new Facet(pageElement('search-topic', HTMLFieldSetElement), 'topic');
	readonly #year = new Facet(pageElement('search-year', HTMLFieldSetElement), 'year');
	readonly #organization = new Facet(pageElement('search-org', HTMLFieldSetElement), 'org');

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
