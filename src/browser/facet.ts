import type { FilterValue } from '../search/client/found.ts';
import { made } from './made.ts';
import { number, valueInWords } from './search-words.ts';

/** How many values are shown before all are asked for, unless hardly more are left. */
const shownAtFirst = 7;
const leftAtLeast = 3;

/**
 * A filter: a choice of one of its values, or of all, with how many papers would be found with each. The page has its
 * heading, the choice of all, and the names of values that it knows.
 */
export class Facet {
	readonly #group: HTMLFieldSetElement;
	readonly #name: string;
	readonly #labels = new Map<string, HTMLLabelElement>();
	readonly #unnamed = new Set<string>();
	readonly #all = made('button', { type: 'button', class: 'as-link', hidden: '' });
	#values: FilterValue[] = [];
	#unfolded = false;

	/** `name` is that of its fields. */
	constructor(group: HTMLFieldSetElement, name: string) {
		this.#group = group;
		this.#name = name;
		for (const label of group.querySelectorAll('label')) {
			const value = label.querySelector('input')?.value;
			if (value) this.#labels.set(value, label);
		}
		this.#all.addEventListener('click', () => {
			this.#unfolded = true;
			this.#arrange();
			this.#labels
				.get(this.#values[shownAtFirst]?.value ?? '')
				?.querySelector('input')
				?.focus();
		});
		group.append(this.#all);
	}

	/** Null chooses all. */
	choose(value: string | null): void {
		if (value !== null) this.#labelOf(value);
		for (const field of this.#fields()) field.checked = field.value === (value ?? '');
		this.#arrange();
	}

	/** Shows the values with their numbers of papers, in this order; hides the filter when there are none. */
	show(values: readonly FilterValue[]): void {
		this.#values = [...values];
		for (const each of values) this.#labelOf(each.value, each);
		this.#arrange();
	}

	/** The value that is chosen stands among the others, or behind them where nothing would be found with it. */
	#arrange(): void {
		const chosen = this.#fields().find((field) => field.checked)?.value ?? '';
		const found = new Map(this.#values.map(({ value, papers }) => [value, papers]));
		if (chosen !== '' && !found.has(chosen)) found.set(chosen, 0);
		const order = [...found.keys()].flatMap((value) => this.#labels.get(value) ?? []);
		this.#inOrder(order);
		const folded = !this.#unfolded && order.length >= shownAtFirst + leftAtLeast;
		for (const [value, label] of this.#labels) {
			const at = order.indexOf(label);
			label.hidden = at < 0 || (at >= shownAtFirst && folded && value !== chosen);
			label.querySelector('.papers')?.replaceChildren(number(found.get(value) ?? 0));
		}
		this.#group.hidden = found.size === 0;
		this.#all.hidden = !folded;
		this.#all.textContent = `All ${number(order.length)}`;
	}

	/** An element that is moved loses the focus. */
	#inOrder(order: readonly HTMLElement[]): void {
		const now = [...this.#group.querySelectorAll('label')].filter((label) => order.includes(label));
		if (now.every((label, at) => label === order[at])) return;
		const focused = document.activeElement;
		this.#all.before(...order);
		if (focused instanceof HTMLElement && this.#group.contains(focused)) focused.focus();
	}

	#labelOf(value: string, known?: FilterValue): HTMLLabelElement {
		const before = this.#labels.get(value);
		if (before) {
			// One that was chosen by the address was named by it, until its name is known.
			if (known && this.#unnamed.delete(value))
				before.querySelector('span')?.replaceChildren(valueInWords(value, known));
			return before;
		}
		if (!known) this.#unnamed.add(value);
		const label = made(
			'label',
			{},
			made('input', { type: 'radio', name: this.#name, value }),
			made('span', { dir: 'auto' }, valueInWords(value, known)),
			made('span', { class: 'papers' }),
		);
		this.#labels.set(value, label);
		this.#all.before(label);
		return label;
	}

	#fields(): HTMLInputElement[] {
		return [...this.#group.querySelectorAll('input')];
	}
}
