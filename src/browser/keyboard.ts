import { showHelp } from './keyboard-help.ts';
import { ctrlCommands, type Shortcut, shortcutOf } from './shortcuts.ts';

const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="application"]';

/** Listens for keys, unless the reader turned them off or something is open over the page. */
export function listenToKeys(search: () => void): void {
	/** Each says whether it did something. */
	const actions: Record<Shortcut, () => boolean> = {
		search: () => did(search),
		next: () => move(1),
		previous: () => move(-1),
		open,
		help: () => did(showHelp),
	};
	document.addEventListener('keydown', (event) => {
		if (event.defaultPrevented || document.documentElement.dataset['shortcuts'] === 'off') return;
		if (document.querySelector('dialog[open], :popover-open')) return;
		const { key, ctrlKey, altKey, metaKey, repeat, isComposing, target } = event;
		const inField = target instanceof Element && target.closest(fields) !== null;
		const shortcut = shortcutOf({ key, ctrlKey, altKey, metaKey, repeat, isComposing, inField, ctrlCommands });
		if (shortcut !== null && actions[shortcut]()) event.preventDefault();
	});
}

function did(action: () => void): boolean {
	action();
	return true;
}

/** The titles of the papers that are listed on the page, in their order. */
function titles(): HTMLAnchorElement[] {
	const found = document.querySelectorAll<HTMLAnchorElement>('.paper-title a, .search-title a');
	return [...found].filter((link) => link.checkVisibility());
}

/** Which of them the focus is on, or in the row of; -1 where it is elsewhere. */
function focused(links: readonly HTMLAnchorElement[]): number {
	const row = document.activeElement?.closest('li:has(.paper-title, .search-title)');
	return row ? links.findIndex((link) => row.contains(link)) : -1;
}

/** From outside of the list, to the first paper that is in view or, backwards, the last above it. */
function move(step: 1 | -1): boolean {
	const links = titles();
	const from = focused(links);
	const inView = links.findIndex((link) => link.getBoundingClientRect().top >= 0);
	const start = inView < 0 ? links.length : inView;
	const link = from >= 0 ? links[from + step] : links[step > 0 ? Math.min(start, links.length - 1) : start - 1];
	if (!link) return from >= 0;
	link.focus({ preventScroll: true });
	(link.closest('li') ?? link).scrollIntoView({ block: 'nearest' });
	return true;
}

function open(): boolean {
	const links = titles();
	const link = links[focused(links)];
	link?.click();
	return link !== undefined;
}
