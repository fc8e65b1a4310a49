import { made } from './made.ts';
import { shortcutWords } from './shortcuts.ts';

let dialog: HTMLDialogElement | null = null;

/** Shows what keys do. The browser keeps the focus in the dialog, closes it by Escape and gives the focus back. */
export function showHelp(): void {
	dialog ??= helpDialog();
	dialog.showModal();
}

function helpDialog(): HTMLDialogElement {
	const close = made('button', { type: 'button' }, 'Close');
	const lines = shortcutWords.map(([keys, words]) =>
		made('div', {}, made('dt', {}, ...keys.flatMap(keyNodes)), made('dd', {}, words)),
	);
	const help = made(
		'dialog',
		{ class: 'keyboard-help', 'aria-labelledby': 'keyboard-help', closedby: 'any' },
		made('h2', { id: 'keyboard-help' }, 'Keyboard shortcuts'),
		made('dl', {}, ...lines),
		made('p', { class: 'note' }, 'They can be turned off under “Display”, at the top of each page.'),
		close,
	);
	close.addEventListener('click', () => help.close());
	document.body.append(help);
	return help;
}

function keyNodes(key: string, nth: number): (Node | string)[] {
	return [...(nth > 0 ? [' or '] : []), made('kbd', {}, key)];
}
