import type { CountedPeriods } from '../records/terms.ts';
import { archiveTrendOf } from './archive-course.ts';
import type { ArchiveSource } from './source.ts';

/** A file of counts by its number, or what the counts are counts of. */
export type TermFile = number | 'periods';

/**
 * A classic script that registers the counts of a file as `daybookTerms[file]`, or the periods as `daybookTermPeriods`.
 * It works from a file too, and JSON is a literal.
 */
export function termScript(source: ArchiveSource, file: TermFile): string {
	if (file !== 'periods') {
		return `(globalThis.daybookTerms??={})[${file}]=${JSON.stringify(source.termCounts(file))};\n`;
	}
	const counted: CountedPeriods = { ...source.termPeriods, until: archiveTrendOf(source).until };
	return `globalThis.daybookTermPeriods=${JSON.stringify(counted)};\n`;
}
