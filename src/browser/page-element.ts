/** The element of the page that has this id, which its markup promises. */
export function pageElement<T extends HTMLElement>(id: string, type: new () => T): T {
	const found = document.getElementById(id);
	if (!(found instanceof type)) throw new Error(`The page has no ${id}.`);
	return found;
}
