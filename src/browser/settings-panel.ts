import { made } from './made.ts';

interface Choice {
	/** The attribute of `<html>` that holds it, without `data-`: `public/settings.js` keeps it. */
	name: 'theme' | 'density' | 'shortcuts';
	legend: string;
	/** The first is what holds when nothing was chosen, and is kept as no attribute. */
	options: [value: string, label: string][];
}

const choices: Choice[] = [
	{
		name: 'theme',
		legend: 'Colours',
		options: [
			['', 'As the system has them'],
			['light', 'Light'],
			['dark', 'Dark'],
		],
	},
	{
		name: 'density',
		legend: 'Lists of papers show',
		options: [
			['', 'Titles, facts and abstracts'],
			['compact', 'Titles and facts'],
			['titles', 'Titles'],
		],
	},
	{
		name: 'shortcuts',
		legend: 'Keyboard shortcuts',
		options: [
			['', 'On'],
			['off', 'Off'],
		],
	},
];

/** Gives the button its panel, which the browser opens and closes. */
export function offerSettings(button: HTMLButtonElement, showShortcuts: () => void): void {
	const panel = settingsPanel(showShortcuts);
	button.after(panel);
	button.popoverTargetElement = panel;
}

function settingsPanel(showShortcuts: () => void): HTMLElement {
	const list = made('button', { type: 'button', class: 'quiet-button' }, 'List of the shortcuts');
	const panel = made('div', { popover: '', class: 'settings-panel', role: 'group', 'aria-label': 'Display' });
	panel.append(...choices.map(fieldset), list);
	list.addEventListener('click', () => {
		panel.hidePopover();
		showShortcuts();
	});
	panel.addEventListener('change', ({ target }) => {
		if (target instanceof HTMLInputElement) choose(target);
	});
	// It may have been chosen in another window, or by the page that the reader came from.
	panel.addEventListener('beforetoggle', () => showChosen(panel));
	return panel;
}

function fieldset({ name, legend, options }: Choice): HTMLElement {
	const labels = options.map(([value, label]) =>
		made('label', {}, made('input', { type: 'radio', name, value, autocomplete: 'off' }), label),
	);
	return made('fieldset', {}, made('legend', {}, legend), ...labels);
}

function choose({ name, value }: HTMLInputElement): void {
	const chosen = document.documentElement.dataset;
	if (value === '') delete chosen[name];
	else chosen[name] = value;
}

function showChosen(panel: HTMLElement): void {
	const chosen = document.documentElement.dataset;
	for (const input of panel.querySelectorAll('input')) input.checked = input.value === (chosen[input.name] ?? '');
}
