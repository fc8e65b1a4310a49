import { fullDate, type IsoDate } from '../records/dates.ts';
import { catalogueOf } from './catalogue.ts';
import type { ArchiveSource } from './source.ts';

/** The last day that an archive knows anything of: of its newest paper, or of its newest capture. */
export function knownUntil(source: ArchiveSource): IsoDate | null {
	const captured = source.summary.newest?.captured ?? null;
	const [paper] = [...catalogueOf(source).days.values()].at(-1)?.papers ?? [];
	const newest = fullDate(paper?.date ?? null);
	return captured !== null && (newest === null || captured > newest) ? captured : newest;
}
