import {
	type DefaultTreeAdapterMap,
	defaultTreeAdapter,
	parse,
	type DefaultTreeAdapterTypes as Tree,
	type TreeAdapter,
} from 'parse5';

/**
 * Builds no texts, which are most of a page and are not looked at: an empty one stands for each. Places are written over
 * instead of copied, since nothing else has them.
 */
const withoutTexts: TreeAdapter<DefaultTreeAdapterMap> = {
	...defaultTreeAdapter,
	insertText(parentNode) {
		if (parentNode.childNodes.at(-1)?.nodeName === '#text') return;
		defaultTreeAdapter.appendChild(parentNode, defaultTreeAdapter.createTextNode(''));
	},
	updateNodeSourceCodeLocation(node, end) {
		if (node.nodeName === '#text') return;
		if (node.sourceCodeLocation) Object.assign(node.sourceCodeLocation, end);
		else defaultTreeAdapter.updateNodeSourceCodeLocation(node, end);
	},
};

/**
 * The elements of a page with their places, in the order of its source; also those of templates, and those that stand
 * in for scripts. Their texts are empty.
 */
export function elementsOf(html: string): Tree.Element[] {
	const found: Tree.Element[] = [];
	const visit = (node: Tree.Node): void => {
		if ('tagName' in node) found.push(node);
		if ('content' in node) visit(node.content);
		if ('childNodes' in node) for (const child of node.childNodes) visit(child);
	};
	visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter: withoutTexts }));
	return found;
}
