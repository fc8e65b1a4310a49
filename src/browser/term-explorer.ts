import type { Chart } from '../charts/chart.ts';
import { mostTerms, termLines } from '../charts/term-lines.ts';
import { longestTerm, termKey } from '../records/term-key.ts';
import type { CountedPeriods } from '../records/terms.ts';
import { enlivenFigure } from './chart-values.ts';
import { drawnNodes } from './drawn.ts';
import { made } from './made.ts';
import { pageElement } from './page-element.ts';
import { countedPeriods, sharesOf } from './term-counts.ts';

/** Draws the words that a reader asks for into the figure of the page, which shows others before. */
const form = pageElement('term-explorer', HTMLFormElement);
const field = pageElement('terms-asked', HTMLInputElement);
const status = pageElement('terms-status', HTMLElement);
const figure = pageElement('terms-drawn', HTMLElement);
const usual = field.value;

/** Of a term so much is shown. */
const longestShown = 60;
/** Counts what was asked, so that a slow answer does not come after a later one. */
let asked = 0;

form.addEventListener('submit', (event) => {
	event.preventDefault();
	const search = `?${new URLSearchParams({ q: field.value })}`;
	if (search !== location.search) history.pushState(null, '', search);
	show(field.value);
});
addEventListener('popstate', showAddress);
showAddress();

async function showAddress(): Promise<void> {
	const words = new URLSearchParams(location.search).get('q');
	if (words === null && asked === 0) return;
	field.value = words ?? usual;
	await show(field.value);
}

async function show(words: string): Promise<void> {
	const mine = ++asked;
	const terms = termsIn(words);
	if (terms.length === 0) {
		status.textContent = 'Type a word, or several with commas between them.';
		return;
	}
	status.textContent = 'Loading…';
	try {
		const counted = await countedPeriods();
		const shown = terms.slice(0, mostTerms);
		const shares = await Promise.all(shown.map(async (term) => ({ term, shares: await sharesOf(term, counted) })));
		if (mine !== asked) return;
		const known = shares.flatMap(({ term, shares: each }) => (each === null ? [] : [{ term, shares: each }]));
		const unknown = shares.flatMap(({ term, shares: each }) => (each === null ? [term] : []));
		if (known.length > 0) put(chartOf(counted, known));
		status.textContent = saidOf(known.length, unknown, terms.length - shown.length, counted);
	} catch {
		if (mine === asked) status.textContent = 'The counts could not be loaded. Check the connection, then press Show.';
	}
}

/** The distinct terms of a text with commas between them. */
function termsIn(words: string): string[] {
	const byKey = new Map<string, string>();
	for (const term of words.split(/[,;，、]/)) {
		const key = termKey(term);
		if (key !== '' && !byKey.has(key)) byKey.set(key, shownTerm(term));
	}
	return [...byKey.values()];
}

function chartOf({ unit, periods, until }: CountedPeriods, terms: Parameters<typeof termLines>[0]['terms']): Chart {
	return termLines({ id: 'terms', unit, periods: periods.map(({ period }) => period), until, terms });
}

function saidOf(known: number, unknown: readonly string[], tooMany: number, { least }: CountedPeriods): string {
	const tooLong = unknown.filter((term) => termKey(term).split(' ').length > longestTerm);
	const others = unknown.filter((term) => !tooLong.includes(term));
	return [
		...(known === 0 ? ['The drawing stays as it was.'] : []),
		...(tooLong.length === 0 ? [] : [`Longer than ${longestTerm} words: ${quoted(tooLong)}.`]),
		...(others.length === 0
			? []
			: [`Not counted: ${quoted(others)}: fewer than ${least} papers, or a word such as “the” at an end.`]),
		...(tooMany <= 0 ? [] : [`Only the first ${mostTerms} are drawn.`]),
	].join(' ');
}

function quoted(terms: readonly string[]): string {
	return terms.map((term) => `“${term}”`).join(', ');
}

/** A term as it is shown: without characters that turn or hide what stands around them, and not endless. */
function shownTerm(term: string): string {
	const plain = term.replace(/[\p{C}\s]+/gu, ' ').trim();
	return plain.length <= longestShown ? plain : `${plain.slice(0, longestShown).toWellFormed()}…`;
}

/** Puts a chart into the figure, in place of the one that is there. */
function put({ svg, title, description, caption, table, csv }: Chart): void {
	textOf('.chart-title', title);
	for (const drawing of figure.querySelectorAll('svg.chart')) drawing.remove();
	const readout = figure.querySelector('.chart-readout');
	if (svg !== null) readout?.before(drawnNodes(svg.wide), drawnNodes(svg.narrow));
	textOf('figcaption > p', `${description} ${caption}`);
	textOf('table caption', title);
	const [first, ...columns] = table.head;
	figure
		.querySelector('thead tr')
		?.replaceChildren(heading('col', first ?? ''), ...columns.map((name) => heading('col', name, 'number')));
	figure
		.querySelector('tbody')
		?.replaceChildren(
			...table.rows.map(([period, ...values]) =>
				made('tr', {}, heading('row', period ?? ''), ...values.map((value) => made('td', { class: 'number' }, value))),
			),
		);
	const link = figure.querySelector<HTMLAnchorElement>('a[download]');
	if (link) {
		if (link.href.startsWith('blob:')) URL.revokeObjectURL(link.href);
		link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
		link.download = 'terms.csv';
	}
	enlivenFigure(figure);
}

function textOf(selector: string, text: string): void {
	const found = figure.querySelector(selector);
	if (found) found.textContent = text;
}

function heading(scope: 'col' | 'row', text: string, kind?: 'number'): HTMLTableCellElement {
	return made('th', { scope, ...(kind && { class: kind }) }, text);
}
