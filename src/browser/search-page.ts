import { isEmpty, type Query } from '../search/client/query.ts';
import type { Found } from '../search/client/search.ts';
import { type OpenedSearch, openedSearch } from './open-search.ts';
import { ResultList } from './result-list.ts';
import { queryIn, searchOf } from './search-address.ts';
import { SearchForm } from './search-form.ts';
import { counted } from './search-rows.ts';

const pauseInTyping = 200;
const pauseInScrolling = 150;

const form = element('search', HTMLFormElement);
const text = element('search-q', HTMLInputElement);
const status = element('search-status', HTMLElement);
const failure = element('search-failure', HTMLElement);
const more = element('search-more', HTMLButtonElement);
const fields = new SearchForm(
	text,
	element('search-topic', HTMLSelectElement),
	element('search-year', HTMLSelectElement),
	element('search-sort', HTMLSelectElement),
);
const list = new ResultList(element('search-results', HTMLElement), more);

let opened: Promise<OpenedSearch> | null = null;
let attempts = 0;
/** Counts searches, so that a slow one never shows its results over those of a later one. */
let latest = 0;

/** Loads nothing before the first search. */
function opening(): Promise<OpenedSearch> {
	if (!opened) {
		attempts += 1;
		opened = openedSearch(element('search-open', HTMLScriptElement), attempts);
	}
	return opened;
}

/** Searches what the form says, and shows at least `length` rows. Whether it came to that. */
async function show(length = 0): Promise<boolean> {
	latest += 1;
	const mine = latest;
	const wanted = () => mine === latest;
	const { query } = fields;
	failure.hidden = true;
	if (isEmpty(query)) {
		list.clear();
		fields.showCounts(null);
		status.textContent = '';
		return true;
	}
	status.textContent = 'Searching…';
	try {
		const { search, address } = await opening();
		const found = await search.search(query);
		if (found.total === 0 && mayLackFiles()) throw new Error('Pagefind answers without the files it cannot load.');
		await list.show(found, address, length, wanted);
		if (!wanted()) return false;
		status.textContent = inWords(found, query);
		await showCounts(found.query, wanted);
		return true;
	} catch {
		if (wanted()) fail();
		return false;
	}
}

/** Counts are an addition: filters work without them. */
async function showCounts(query: Query, wanted: () => boolean): Promise<void> {
	try {
		const { search } = await opening();
		const counts = await search.counts(query);
		if (wanted()) fields.showCounts(counts);
	} catch {
		if (wanted()) fields.showCounts(null);
	}
}

function inWords({ query, total }: Found, { text, topic, year }: Query): string {
	if (total === 0) {
		const filtered = topic !== null || year !== null;
		return `No paper was found. Try fewer words${filtered ? ', other filters' : ''} or another spelling.`;
	}
	const papers = `${counted(total, 'paper')} found`;
	return query.text === text ? `${papers}.` : `No paper has all of these words. ${papers} for “${query.text}”.`;
}

function mayLackFiles(): boolean {
	return location.protocol !== 'file:' && !navigator.onLine;
}

function fail(): void {
	opened?.then(({ search }) => search.close()).catch(() => {});
	opened = null;
	list.clear();
	fields.showCounts(null);
	status.textContent = '';
	failure.hidden = false;
}

/** Fills the form from the address, searches, and goes to where the reader was in the list. */
async function showAddress(): Promise<void> {
	fields.query = queryIn(location.href);
	const { length, top } = placeIn(history.state);
	if ((await show(length)) && top > 0) scrollTo({ top, behavior: 'instant' });
}

/** Puts the query into the address: as a new step of the history, or, while a reader types, in place of this one. */
function setAddress(step: 'push' | 'replace'): void {
	const search = searchOf(fields.query);
	if (search === searchOf(queryIn(location.href))) return;
	if (step === 'push') history.pushState(null, '', search);
	else history.replaceState(null, '', search);
}

/** Keeps in the history how much of the list is shown, and where the reader is in it. */
function keepPlace(): void {
	if (list.length > 0) history.replaceState({ length: list.length, top: scrollY }, '');
}

function placeIn(state: unknown): { length: number; top: number } {
	const kept = typeof state === 'object' && state !== null ? state : {};
	return {
		length: 'length' in kept && typeof kept.length === 'number' ? kept.length : 0,
		top: 'top' in kept && typeof kept.top === 'number' ? kept.top : 0,
	};
}

function later(action: () => unknown, milliseconds: number): { start: () => void; stop: () => void } {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = () => clearTimeout(timer);
	const start = () => {
		stop();
		timer = setTimeout(action, milliseconds);
	};
	return { start, stop };
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
	const found = document.getElementById(id);
	if (!(found instanceof type)) throw new Error(`The search page has no ${id}.`);
	return found;
}

function search(step: 'push' | 'replace'): Promise<boolean> {
	typing.stop();
	setAddress(step);
	return show();
}

const typing = later(() => search('replace'), pauseInTyping);
const scrolling = later(keepPlace, pauseInScrolling);

text.addEventListener('input', (event) => {
	if (!(event instanceof InputEvent) || !event.isComposing) typing.start();
});
text.addEventListener('compositionend', () => typing.start());
form.addEventListener('change', (event) => {
	if (event.target !== text) search('push');
});
form.addEventListener('submit', (event) => {
	event.preventDefault();
	search('push');
});
more.addEventListener('click', () => list.showMore().then(keepPlace, fail));
failure.querySelector('button')?.addEventListener('click', () => show());
element('search-results', HTMLElement).addEventListener('click', keepPlace);
window.addEventListener('scroll', scrolling.start, { passive: true });
window.addEventListener('popstate', showAddress);

history.scrollRestoration = 'manual';
showAddress();
