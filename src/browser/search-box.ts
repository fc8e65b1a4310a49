import type { Found } from '../search/client/found.ts';
import type { Query } from '../search/client/query.ts';
import type { ResultRow } from '../search/client/row.ts';
import { Asking } from './asking.ts';
import { Combobox } from './combobox.ts';
import { later } from './later.ts';
import { made } from './made.ts';
import type { OpenedSearch } from './open-search.ts';
import { asksNothing, keepState, noQuery, setAddress } from './search-address.ts';
import { answerNodes, failureNode, looserNodes } from './search-answer.ts';
import { searchHelp } from './search-help.ts';
import { allOption, paperOption } from './search-options.ts';
import { askingNothingInWords, type Looser } from './search-words.ts';

const pauseInTyping = 100;
const rowsShown = 8;
const wordsShown = 4;

interface Answer {
	found: Found;
	rows: ResultRow[];
	words: string[];
	looser: Looser[];
	address: OpenedSearch['address'];
}

/** The search that opens over a page. Nothing of it is made or loaded before it is opened. */
export class SearchBox {
	readonly #field = made('input', {
		type: 'search',
		name: 'q',
		'aria-label': 'Search the papers',
		placeholder: 'Words, authors, arXiv id or DOI',
		dir: 'auto',
		autocomplete: 'off',
		autocapitalize: 'off',
		spellcheck: 'false',
		enterkeyhint: 'search',
	});
	readonly #status = made('p', { class: 'search-status', role: 'status' });
	readonly #words = made('p', { class: 'search-words' });
	readonly #looser = made('p', { class: 'search-looser' });
	readonly #list = made('div', { id: 'search-options', role: 'listbox', 'aria-label': 'Papers found' });
	readonly #failure = failureNode(() => this.#tryAgain());
	readonly #below = made('div', { class: 'search-box-below' });
	readonly #searchPage: string;
	readonly #dialog: HTMLDialogElement;
	readonly #options: Combobox;
	readonly #asking = new Asking();
	readonly #typing = later(() => this.#ask(), pauseInTyping);
	#literal = false;

	/** It leads to the search page at that address. */
	constructor(searchPage: string) {
		this.#searchPage = searchPage;
		const close = made('button', { type: 'button', class: 'search-close' }, 'Close');
		const literal = made('input', { type: 'hidden', name: 'literal', value: '1', disabled: '' });
		const form = made('form', { action: searchPage, method: 'get' }, this.#field, literal, close);
		form.addEventListener('submit', () => {
			literal.disabled = !this.#literal;
		});
		const heads = made('div', { class: 'search-head' }, this.#status, this.#words);
		this.#below.append(heads, this.#failure, this.#looser, this.#list, searchHelp());
		this.#dialog = made('dialog', { class: 'search-box', 'aria-label': 'Search', closedby: 'any' }, form, this.#below);
		document.body.append(this.#dialog);
		this.#options = new Combobox(this.#field, this.#list);
		close.addEventListener('click', () => this.#dialog.close());
		this.#dialog.addEventListener('close', () => this.#leave());
		this.#field.addEventListener('input', () => this.#typed());
		this.#field.addEventListener('keydown', (event) => this.#escape(event));
		this.#list.addEventListener('click', () => this.#keepPlace());
	}

	/** Opens it, with the text that it had. The browser keeps the focus in it, and gives it back. */
	async open(): Promise<void> {
		this.#dialog.showModal();
		this.#field.focus();
		this.#field.select();
		await this.#ask();
	}

	/** Opens it as it was when the reader left the page. */
	async reopen({ text, literal }: Query): Promise<void> {
		const top = topIn(history.state);
		this.#field.value = text;
		this.#literal = literal;
		await this.open();
		this.#below.scrollTop = top;
	}

	get #query(): Query {
		return { ...noQuery, text: this.#field.value, literal: this.#literal };
	}

	#typed(): void {
		this.#literal = false;
		this.#typing.start();
	}

	/** The first Escape takes the text away, the next closes. */
	#escape(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || event.isComposing || this.#field.value === '') return;
		event.preventDefault();
		this.#change({ ...this.#query, text: '' });
	}

	#leave(): void {
		this.#typing.stop();
		this.#asking.stop();
		this.#below.ariaBusy = 'false';
		setAddress(noQuery, 'replace');
	}

	/** Asks for what a button offers. */
	#change({ text, literal }: Query): void {
		this.#field.value = text;
		this.#literal = literal;
		this.#field.focus();
		this.#ask();
	}

	#tryAgain(): void {
		this.#field.focus();
		this.#ask();
	}

	async #ask(): Promise<void> {
		this.#typing.stop();
		const query = this.#query;
		setAddress(query, 'replace');
		this.#failure.hidden = true;
		if (asksNothing(query)) {
			this.#clear();
			if (query.text.trim() !== '') this.#status.textContent = askingNothingInWords(query.text);
		} else {
			this.#below.ariaBusy = 'true';
			if (this.#list.hidden) this.#status.textContent = 'Searching…';
		}
		try {
			const answer = await this.#asking.ask((opened, signal) => answerOf(opened, query, signal));
			if (answer) this.#show(answer, query);
		} catch {
			this.#clear();
			this.#failure.hidden = false;
		}
	}

	#show({ found, rows, words, looser, address }: Answer, asked: Query): void {
		const ask = (query: Query) => this.#change(query);
		this.#status.replaceChildren(...answerNodes(found, asked, ask));
		this.#words.replaceChildren(...words.map((word) => this.#wordNode(word)));
		this.#looser.replaceChildren(...(rows.length > 0 ? [] : looserNodes(found, looser, asked, ask)));
		const all = allOption(found, rows.length, this.#searchPage, asked);
		this.#options.show([...rows.map((row) => paperOption(row, address(row.path))), ...all]);
		this.#below.scrollTop = 0;
		this.#below.ariaBusy = 'false';
	}

	/** A word that the last one may become. */
	#wordNode(word: string): HTMLElement {
		const button = made('button', { type: 'button', class: 'as-link' }, word);
		button.addEventListener('click', () => {
			this.#change({ ...this.#query, text: `${this.#field.value.replace(/[\p{L}\p{M}\p{N}]+$/u, '')}${word} ` });
		});
		return button;
	}

	#clear(): void {
		for (const part of [this.#status, this.#words, this.#looser]) part.replaceChildren();
		this.#options.show([]);
		this.#below.ariaBusy = 'false';
	}

	/** So that going back opens it again, at the same place. */
	#keepPlace(): void {
		keepState({ top: this.#below.scrollTop });
	}
}

function topIn(state: unknown): number {
	return typeof state === 'object' && state !== null && 'top' in state && typeof state.top === 'number' ? state.top : 0;
}

/** With nothing to search for it only opens the search, which then waits for what is typed. */
async function answerOf({ search, address }: OpenedSearch, query: Query, signal: AbortSignal): Promise<Answer | null> {
	if (asksNothing(query)) return null;
	const found = await search.search(query, { typing: true, signal });
	const rows = found.named.slice(0, rowsShown);
	for (const list of found.lists) {
		if (rows.length < rowsShown) rows.push(...(await list.next(rowsShown - rows.length)));
	}
	const words = (await search.completions(query.text)).filter((word) => !query.text.toLowerCase().endsWith(word));
	return {
		found,
		rows,
		words: words.slice(0, wordsShown),
		looser: rows.length > 0 ? [] : await search.looser(query),
		address,
	};
}
