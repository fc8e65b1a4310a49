import { existsSync, readFileSync } from 'node:fs';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { DaybookError } from '../src/errors.ts';
import { type Correction, correctionSchema } from '../src/records/correction.ts';

/** The corrections of a file, in its order; none where there is no file. Throws `corrections/invalid`. */
export function readCorrections(file: string): Correction[] {
	if (!existsSync(file)) return [];
	const lineCounter = new LineCounter();
	const source = readFileSync(file, 'utf8');
	const document = parseDocument(source, { schema: 'core', lineCounter, prettyErrors: false, stringKeys: true });
	const [syntax] = document.errors;
	if (syntax) throw invalid(file, lineCounter.linePos(syntax.pos[0]).line, syntax.message);
	if (document.contents === null) return [];
	if (!isSeq(document.contents)) throw invalid(file, 1, 'Corrections are a list, each beginning with a dash.');
	return document.contents.items.map((item, at) => {
		const start = isMap(item) ? item.range?.[0] : undefined;
		const { line } = lineCounter.linePos(start ?? 0);
		const value: unknown = document.getIn([at]) === null ? null : toPlain(document.toJS({ maxAliasCount: 0 }), at);
		const parsed = correctionSchema.safeParse(value);
		if (parsed.success) return { ...parsed.data, line };
		throw invalid(file, line, `Correction ${at + 1}: ${explained(parsed.error.issues)}`);
	});
}

function toPlain(list: unknown, at: number): unknown {
	return Array.isArray(list) ? list[at] : null;
}

/** Of the forms that a correction may have, what is wrong with the one that it is nearest to. */
function explained(
	issues: readonly { path: PropertyKey[]; message: string; code?: string; errors?: unknown }[],
): string {
	const [issue] = issues;
	if (issue === undefined) return 'not as expected.';
	const errors = issue.code === 'invalid_union' && Array.isArray(issue.errors) ? issue.errors : [];
	const forms = errors.filter(Array.isArray).toSorted((a, b) => a.length - b.length);
	const inner: unknown = forms[0]?.[0];
	if (isIssue(inner)) return `${inner.path.join('.')}${inner.path.length > 0 ? ': ' : ''}${inner.message}`;
	return `${issue.path.join('.')}${issue.path.length > 0 ? ': ' : ''}${issue.message}`;
}

function isIssue(value: unknown): value is { path: PropertyKey[]; message: string } {
	return (
		typeof value === 'object' && value !== null && 'message' in value && 'path' in value && Array.isArray(value.path)
	);
}

function invalid(file: string, at: number, message: string): DaybookError {
	return new DaybookError({
		code: 'corrections/invalid',
		message: message.split('\n')[0] ?? message,
		hint: 'docs/correcting.md says how a correction is written',
		location: { file, at },
	});
}
