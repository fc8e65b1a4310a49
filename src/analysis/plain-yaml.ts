import { type Document, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';

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
	if (refused) return { problem: inWords(refused), line: lineAt(refused.pos[0]) };
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

/** The slips of people who write YAML by hand, by what the parser says of them, which names its own parts. */
const slips: readonly [said: RegExp, words: string][] = [
	[
		/^Nested mappings/,
		'A colon and a space within a text need quotation marks around it, and keys stand below each other',
	],
	[/^Missing closing ["']quote/, 'A text begins with a quotation mark and has none at its end'],
	[/^Tabs /, 'Lines are indented with spaces, not with tabs'],
	[/^Map keys must be unique/, 'This key stands here twice'],
	[/^Plain value cannot start/, 'A text that begins with such a character needs quotation marks'],
	[/^Source contains multiple documents/, 'Only one document can stand in a file: delete the line of three dashes'],
	[/ and end with a [\]}]$/, 'A bracket is not closed, or what stands in it is indented too little'],
	[
		/^Sequence item without|^All (sequence|mapping) items/,
		'This line stands farther left or right than those it belongs to',
	],
	[/^Implicit (map )?keys? /, 'This line has no colon with a space behind it, which parts a key from its value'],
	[/^Unexpected .*(at node end|in YAML stream)/, 'This line does not go on with what stands above it'],
];

function inWords({ message }: YAMLError): string {
	const [first = message] = message.split('\n');
	return slips.find(([said]) => said.test(first))?.[1] ?? first;
}
