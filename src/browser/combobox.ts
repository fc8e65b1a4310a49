/**
 * A text field and the options below it, as ARIA describes a combobox: the focus stays in the field, arrow keys go
 * through the options and back to the text, Enter takes the option that is gone to. All other keys are the text's.
 */
export class Combobox {
	readonly #field: HTMLInputElement;
	readonly #list: HTMLElement;
	#active: HTMLElement | null = null;

	/** Both must be in one document, and the list have an id and the role of one. */
	constructor(field: HTMLInputElement, list: HTMLElement) {
		this.#field = field;
		this.#list = list;
		field.setAttribute('role', 'combobox');
		field.setAttribute('aria-autocomplete', 'list');
		field.setAttribute('aria-controls', list.id);
		field.addEventListener('keydown', (event) => this.#press(event));
		field.addEventListener('input', () => this.#go(null));
		this.show([]);
	}

	/** Puts these options in place of those before. None of them is gone to. */
	show(options: readonly HTMLElement[]): void {
		this.#go(null);
		for (const [at, option] of options.entries()) {
			option.id = `${this.#list.id}-${at}`;
			option.role = 'option';
			option.tabIndex = -1;
			option.ariaSelected = 'false';
		}
		this.#list.replaceChildren(...options);
		this.#list.hidden = options.length === 0;
		this.#field.ariaExpanded = String(options.length > 0);
	}

	#press(event: KeyboardEvent): void {
		if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
		if (event.key === 'ArrowDown') this.#step(1);
		else if (event.key === 'ArrowUp') this.#step(-1);
		else if (event.key === 'Enter' && this.#active) this.#active.click();
		else return;
		event.preventDefault();
	}

	/** Beyond the last option, and before the first, nothing is gone to but the text. */
	#step(by: 1 | -1): void {
		const options = [...this.#list.children].filter((option) => option instanceof HTMLElement);
		const from = this.#active ? options.indexOf(this.#active) : by > 0 ? -1 : options.length;
		this.#go(options[from + by] ?? null);
	}

	#go(option: HTMLElement | null): void {
		if (this.#active) this.#active.ariaSelected = 'false';
		this.#active = option;
		if (option) {
			option.ariaSelected = 'true';
			option.scrollIntoView({ block: 'nearest' });
			this.#field.setAttribute('aria-activedescendant', option.id);
		} else this.#field.removeAttribute('aria-activedescendant');
	}
}
