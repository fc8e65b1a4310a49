import type { Query } from '../search/client/query.ts';
import { Asking } from './asking.ts';
import { later } from './later.ts';
import { openedSearch } from './open-search.ts';
import { pageElement } from './page-element.ts';
import { loadedResults, Results } from './results.ts';
import { asksNothing, keepState, noQuery, queryIn, setAddress } from './search-address.ts';
import { answerNodes, failureNode, looserNodes, looserThan, totalOf } from './search-answer.ts';
import { sayAsked } from './search-asked.ts';
import { SearchForm } from './search-form.ts';
import { searchHelp } from './search-help.ts';
import { type Place, placeIn, start } from './search-place.ts';
import { askingNothingInWords } from './search-words.ts';

const pauseInTyping = 100;
const pauseInScrolling = 150;

const fields = new SearchForm();
const region = pageElement('search-found', HTMLElement);
const status = pageElement('search-status', HTMLElement);
const looser = pageElement('search-looser', HTMLElement);
const failure = failureNode(() => show({ ...start, lengths: results.lengths, top: scrollY, typing }, false));
const asking = new Asking();
const counting = new Asking();
const growing = new Asking();
const results = new Results(pageElement('search-results', HTMLElement), growing, { grown: keepPlace, failed: fail });

/** A reader went to the field or the filters, or asked something: before that nothing of the search is loaded. */
let used = false;

/** The text was typed and not sent: its last word may be the beginning of one. */
let typing = false;

/** Searches what the form says, and shows what is found from there. `sent` says that the reader waits for an answer. */
async function show(place: Place, sent: boolean): Promise<void> {
	pausing.stop();
	counting.stop();
	growing.stop();
	typing = place.typing;
	failure.hidden = true;
	const { query } = fields;
	sayAsked(fields);
	if (asksNothing(query)) {
		clear();
		if (query.text.trim() !== '') status.textContent = askingNothingInWords(query.text);
		else if (sent) status.textContent = 'Type words, or choose a filter.';
		return await offerFilters();
	}
	used = true;
	region.ariaBusy = 'true';
	if (results.lengths.length === 0) status.textContent = 'Searching…';
	try {
		const answer = await asking.ask(async ({ search, address }, signal) => {
			const found = await search.search(query, { typing, signal });
			const less = totalOf(found) > 0 ? null : await looserThan(query, search, signal);
			return { loaded: await loadedResults(found, address, place.lengths), looser: less };
		});
		if (!answer) return;
		status.replaceChildren(...answerNodes(answer.loaded.found, query, ask));
		looser.replaceChildren(...(answer.looser ? looserNodes(answer.loaded.found, answer.looser, query, ask) : []));
		results.show(answer.loaded);
		fields.showOrder(answer.loaded.found.ranked);
		// More may have been typed meanwhile, and waits for its own answer.
		region.ariaBusy = String(fields.query.text !== query.text);
		if (place.top > 0) scrollTo({ top: place.top, behavior: 'instant' });
		keepPlace();
		await count(answer.loaded.found.query);
	} catch {
		clear();
		fields.showCounts(null);
		fail();
	}
}

/** Counts are an addition: filters that are chosen hold without them. */
async function count(query: Query): Promise<void> {
	try {
		const counts = await counting.ask(({ search }, signal) => search.counts(query, signal));
		if (counts) fields.showCounts(counts);
	} catch {
		fields.showCounts(null);
	}
	// Values that the address chose have their names now.
	sayAsked(fields);
}

/** Where nothing is asked yet, filters find papers by themselves: all there are, once a reader would use them. */
async function offerFilters(): Promise<void> {
	if (!asksNothing(fields.query)) return;
	if (used && fields.offersFilters) await count(noQuery);
	else fields.showCounts(null);
}

function clear(): void {
	asking.stop();
	status.replaceChildren();
	looser.replaceChildren();
	results.clear();
	fields.showOrder(true);
	region.ariaBusy = 'false';
}

/** What is shown stays, where only its next part is missing. */
function fail(): void {
	region.ariaBusy = 'false';
	failure.hidden = false;
}

/** Searches what a button of the answer offers. */
function ask(query: Query): void {
	fields.query = query;
	// The button goes with the answer.
	status.focus({ preventScroll: true });
	search('push', false);
}

function search(step: 'push' | 'replace', isTyping: boolean): void {
	setAddress(fields.query, step);
	show({ ...start, typing: isTyping }, step === 'push');
}

/** Fills the form from the address, searches, and goes to where the reader was. */
function showAddress(): void {
	fields.query = queryIn(location.href);
	show(placeIn(history.state), new URLSearchParams(location.search).has('q'));
}

function keepPlace(): void {
	keepState({ lengths: results.lengths, top: scrollY, typing } satisfies Place);
}

const pausing = later(() => search('replace', true), pauseInTyping);
const scrolling = later(keepPlace, pauseInScrolling);

fields.text.addEventListener('input', (event) => {
	fields.forgetLiteral();
	region.ariaBusy = 'true';
	if (!(event instanceof InputEvent) || !event.isComposing) pausing.start();
});
fields.text.addEventListener('compositionend', pausing.start);
// Whoever goes to the field will search: loading begins before the first letter, and a failure shows at the first search.
fields.text.addEventListener(
	'focus',
	() => {
		used = true;
		openedSearch()
			.then(offerFilters)
			.catch(() => {});
	},
	{ once: true },
);
fields.form.addEventListener('change', ({ target }) => {
	if (target !== fields.text) search('push', typing);
});
fields.form.addEventListener('submit', (event) => {
	event.preventDefault();
	search('push', false);
});
// They come open on a wide screen, which no reader did.
fields.form.querySelector('.search-filters > summary')?.addEventListener('click', () => {
	used = true;
});
fields.form.querySelector('details.search-filters')?.addEventListener('toggle', offerFilters);
region.append(failure);
region.addEventListener('click', ({ target }) => {
	if (target instanceof Element && target.closest('a')) keepPlace();
});
fields.text.closest('p')?.after(searchHelp());
window.addEventListener('scroll', scrolling.start, { passive: true });
window.addEventListener('popstate', showAddress);

history.scrollRestoration = 'manual';
showAddress();
