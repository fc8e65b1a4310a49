import { existsSync, readFileSync } from 'node:fs';
import { isMap, isSeq } from 'yaml';
import { plainYaml } from '../src/analysis/plain-yaml.ts';
import { DaybookError } from '../src/errors.ts';
import { type Correction, correctionForm } from '../src/records/correction.ts';

/** The corrections of a file, in its order; none where there is no file. Throws `corrections/invalid`. */
export function readCorrections(file: string): Correction[] {
	if (!existsSync(file)) return [];
	const read = plainYaml(readFileSync(file, 'utf8'));
	if ('problem' in read) throw invalid(file, read.line, `${read.problem}.`);
	const { document, lineAt } = read;
	if (document.contents === null) return [];
	if (!isSeq(document.contents)) throw invalid(file, 1, 'Corrections are a list, each beginning with a dash.');
	return document.contents.items.map((item, at) => {
		const line = lineAt((isMap(item) ? item.range?.[0] : undefined) ?? 0);
		const fail = (message: string) => invalid(file, line, `Correction ${at + 1}: ${message}`);
		if (!isMap(item)) throw fail('it has no keys.');
		const entry: unknown = item.toJS(document);
		const form = correctionForm(entry);
		if (form === null) throw fail('it has none of field:, merge:, split: and withdraw:.');
		const parsed = form.safeParse(entry);
		if (parsed.success) return { ...parsed.data, line };
		const [issue] = parsed.error.issues;
		if (issue?.code === 'unrecognized_keys') throw fail(`there is no key ${issue.keys.join(', ')}.`);
		const key = issue?.path.join('.') ?? '';
		throw fail(`${key === '' ? '' : `${key}: `}${issue?.message ?? 'it is not as expected.'}`);
	});
}

function invalid(file: string, at: number, message: string): DaybookError {
	return new DaybookError({
		code: 'corrections/invalid',
		message: message.split('\n')[0] ?? message,
		hint: 'docs/correcting.md says how a correction is written',
		location: { file, at },
	});
}
