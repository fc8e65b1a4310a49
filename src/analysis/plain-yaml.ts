import { type Document, LineCounter, parseDocument, visit } from 'yaml';

/** A file of ours, such as a sidecar, or the front matter of one. */
export interface PlainYaml {
	document: Document.Parsed;
	value: unknown;
	/** The line, from 1, of a place in the source. */
	lineAt(offset: number): number;
}

/** Why a text is not plain YAML: words without a full stop, and the line, from 1. */
export interface YamlProblem {
	problem: string;
	line: number;
}

/**
 * Reads YAML 1.2 as people write it by hand: a key twice, tags that make something else of a value, and aliases, which
 * can unfold to any size, are refused, and so is what nests too deep for the parser.
 */
export function plainYaml(source: string): PlainYaml | YamlProblem {
	const lineCounter = new LineCounter();
	const lineAt = (offset: number) => lineCounter.linePos(offset).line;
	const document = parseDocument(source, {
		schema: 'core',
		lineCounter,
		prettyErrors: false,
		resolveKnownTags: false,
		stringKeys: true,
	});
	const [refused] = [...document.errors, ...document.warnings];
	if (refused) return { problem: refused.message.split('\n')[0] ?? refused.message, line: lineAt(refused.pos[0]) };
	let alias: number | null = null;
	visit(document, {
		Alias(_, { range }) {
			alias = range?.[0] ?? 0;
			return visit.BREAK;
		},
	});
	if (alias !== null) return { problem: 'Aliases (& and *) are not read here', line: lineAt(alias) };
	return { document, value: document.toJS(), lineAt };
}
