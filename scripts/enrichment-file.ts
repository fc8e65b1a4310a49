import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DaybookError } from '../src/errors.ts';
import { type Enrichment, enrichmentSchema } from '../src/records/enrichment.ts';
import { compare } from '../src/records/order.ts';
import { replaceFile } from '../src/store/replace-file.ts';
import { thisProcess } from './this-process.ts';

/** The answers of a file, in its order; none where there is no file. Throws `enrichment/invalid` with the line. */
export function readEnrichments(file: string): Enrichment[] {
	if (!existsSync(file)) return [];
	const lineOf = new Map<string, number>();
	return readFileSync(file, 'utf8')
		.split('\n')
		.flatMap((text, at) => {
			if (text.trim() === '') return [];
			const line = at + 1;
			const fail = (message: string) => invalid(file, line, message);
			const parsed = enrichmentSchema.safeParse(json(text, fail));
			if (!parsed.success) {
				const [issue] = parsed.error.issues;
				const key = issue?.path.join('.') ?? '';
				throw fail(`${key === '' ? '' : `${key}: `}${issue?.message ?? 'it is not as expected.'}`);
			}
			const before = lineOf.get(parsed.data.paper);
			if (before !== undefined) throw fail(`Line ${before} is of this paper too: ${parsed.data.paper}.`);
			lineOf.set(parsed.data.paper, line);
			return [{ ...parsed.data, line }];
		});
}

/** Writes all answers, one a line by the id of the paper. The file is at each moment the last whole one. */
export async function writeEnrichments(file: string, answers: readonly Omit<Enrichment, 'line'>[]): Promise<void> {
	const lines = answers
		.toSorted((a, b) => compare(a.paper, b.paper))
		.map(({ paper, title, asked, found }) => JSON.stringify(enrichmentSchema.parse({ paper, title, asked, found })));
	await mkdir(dirname(file), { recursive: true });
	await replaceFile(file, thisProcess, (fresh) =>
		writeFile(fresh, lines.map((line) => `${line}\n`).join(''), { flush: true }),
	);
}

function json(text: string, fail: (message: string) => DaybookError): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw fail('This line is no JSON.');
	}
}

function invalid(file: string, at: number, message: string): DaybookError {
	return new DaybookError({
		code: 'enrichment/invalid',
		message,
		hint: 'delete the line: npm run enrich asks for its paper again',
		location: { file, at },
	});
}
