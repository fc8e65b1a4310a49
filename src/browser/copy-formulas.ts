/** What is copied of a text holds its formulas as LaTeX, and not as letters one below the other. */
document.addEventListener('copy', (event) => {
	const selection = getSelection();
	if (selection === null || selection.isCollapsed || selection.rangeCount === 0 || event.clipboardData === null) return;
	const range = selection.getRangeAt(0);
	const inside = elementOf(range.commonAncestorContainer)?.closest('math');
	if (inside) range.selectNode(inside);
	const copied = range.cloneContents();
	const formulas = copied.querySelectorAll('math');
	if (formulas.length === 0) return;
	for (const formula of formulas) formula.replaceWith(`$${formula.querySelector('annotation')?.textContent ?? ''}$`);
	event.clipboardData.setData('text/plain', copied.textContent ?? '');
	event.preventDefault();
});

function elementOf(node: Node): Element | null {
	return node instanceof Element ? node : node.parentElement;
}
