import type { Svg } from '../charts/svg.ts';

/**
 * A drawing as nodes of this page. The one place where a browser reads markup: of a type that only src/charts makes,
 * with all text in it escaped, and as XML, which runs nothing.
 */
export function drawnNodes(svg: Svg): Node {
	return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
}
