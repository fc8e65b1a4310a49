type Child = Node | string;

/** An element with attributes, listeners left to the caller, and what is in it. Strings become text. */
export function made<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Readonly<Record<string, string>>,
	...children: Child[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
	element.append(...children);
	return element;
}
