import type { PhrasingContent } from 'mdast';
import type {} from 'mdast-util-math';
import type { Change } from './changes.ts';

const spokenNames: ReadonlyMap<string, string> = new Map([
	['ell', 'l'],
	['infty', 'infinity'],
	['cdot', ''],
]);

/**
 * What people may type to find a text that was changed: its formulas as they were captured and as they are spoken.
 * Null where it has none.
 */
export function searchForms(changes: readonly Change[], nodes: readonly PhrasingContent[]): string | null {
	const captured = changes
		.filter(({ code }) => code.startsWith('math-'))
		.map(({ before }) => before.replace(/[$\\]/g, ''));
	const spoken = formulasIn(nodes).map(spokenForm);
	const forms = [...new Set([...captured, ...spoken].map((form) => form.trim()))].filter(Boolean);
	return forms.length === 0 ? null : forms.join(' ');
}

function formulasIn(nodes: readonly PhrasingContent[]): string[] {
	return nodes.flatMap((node) => {
		if (node.type === 'inlineMath') return [node.value];
		return 'children' in node ? formulasIn(node.children) : [];
	});
}

/** A formula in the words in which it is read aloud, as far as these are simple: `nu squared`, `l infinity`. */
export function spokenForm(latex: string): string {
	return latex
		.replace(/\\(?:math[a-z]+|operatorname|text[a-z]*|boldsymbol|bm)\s?\{([^{}]*)\}/g, ' $1 ')
		.replace(/\\([A-Za-z]+)/g, (_, name: string) => ` ${spokenNames.get(name) ?? name} `)
		.replace(/\^\s*\{?2\}?(?![\d}])/g, ' squared ')
		.replace(/\^\s*\{?3\}?(?![\d}])/g, ' cubed ')
		.replace(/[^\p{L}\p{N}.]+/gu, ' ')
		.trim();
}
