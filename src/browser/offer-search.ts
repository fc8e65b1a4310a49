import { queryIn } from './search-address.ts';
import { SearchBox } from './search-box.ts';

/**
 * Lets the page's button open the search over it, and opens it at once where the address has a text to search for
 * that no field of the page takes.
 * Returns what opens it; on the search page, which has a field of its own, what goes there.
 */
export function offerSearch(): () => void {
	const opener = document.querySelector<HTMLButtonElement>('.search-opener');
	const page = document.querySelector<HTMLAnchorElement>('.search-link');
	if (!opener || !page) return goToField;
	let made: SearchBox | null = null;
	const box = () => {
		made ??= new SearchBox(page.href);
		return made;
	};
	opener.addEventListener('click', () => box().open());
	const query = queryIn(location.href);
	if (document.querySelector('main [name="q"]') === null && query.text !== '') box().reopen(query);
	return () => box().open();
}

function goToField(): void {
	const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
	field?.focus();
	field?.select();
}
