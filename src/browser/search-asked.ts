import { pageElement } from './page-element.ts';
import type { SearchForm } from './search-form.ts';

const page = document.title;
const onPaper = pageElement('search-asked', HTMLElement);

/** Says in the title what is asked, and for a copy on paper, which has no fields. */
export function sayAsked({ query, chosen, order }: SearchForm): void {
	const text = query.text.trim();
	document.title = [text || chosen.join(', '), page].filter(Boolean).join(' · ');
	onPaper.textContent = [text && `Search: ${text}`, ...chosen, order && `Order: ${order}`].filter(Boolean).join(' · ');
}
