import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DaybookError } from '../src/errors.ts';

/**
 * The file that an option names, and that must be there: a slip in its name is not nothing to do. Without the option
 * the usual one beside the folder of listings, which may be missing. Throws `corrections/no-file`, `enrichment/no-file`.
 */
export function givenFile(option: 'corrections' | 'enrichment', given: string | undefined, listings: string): string {
	const usual = { corrections: '../corrections.yaml', enrichment: '../enrichment/arxiv.jsonl' };
	if (given === undefined) return join(listings, usual[option]);
	if (existsSync(given)) return given;
	throw new DaybookError({
		code: `${option}/no-file`,
		message: 'There is no such file.',
		hint: `see that --${option} names it by its path from here, or leave the option out`,
		location: { file: given },
	});
}
