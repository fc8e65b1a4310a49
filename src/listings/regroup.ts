import type { Correction } from '../records/correction.ts';
import { idWithAbstract } from '../records/ids.ts';
import type { Problem } from '../records/listing.ts';
import { slugOf } from '../records/slug.ts';
import { titleKey } from '../records/title-key.ts';
import type { Addressable } from './addresses.ts';

/** What corrections did, and those that could not be made. */
export interface Regrouped {
	parts: Addressable[];
	problems: Problem[];
	/** Those that were made, each with an appearance of the paper that it made. */
	applied: { correction: Correction; seen: { listing: string; position: number } }[];
}

/**
 * Puts papers together that a correction says are one, and takes apart what it says is not. `idsOf` gives the ids that a
 * part answers to, its final one first.
 */
export function regroup(
	parts: readonly Addressable[],
	corrections: readonly Correction[],
	idsOf: (parts: readonly Addressable[]) => readonly (readonly string[])[],
	joined: (parts: readonly Addressable[]) => Addressable,
): Regrouped {
	let grouped = [...parts];
	const problems: Problem[] = [];
	const applied: Regrouped['applied'] = [];
	for (const correction of corrections) {
		if (!('merge' in correction) && !('split' in correction)) continue;
		const ids = idsOf(grouped);
		const one = found(grouped, ids, correction);
		const [place] = one;
		if (place === undefined || one.length > 1) {
			problems.push(one.length === 0 ? matchesNothing(correction) : matchesSeveral(correction));
			continue;
		}
		const part = grouped[place];
		if (part === undefined) continue;
		if ('merge' in correction) {
			const other = found(grouped, ids, { paper: correction.merge });
			const [otherPlace] = other;
			const otherPart = otherPlace === undefined ? undefined : grouped[otherPlace];
			if (otherPlace === undefined || otherPart === undefined || other.length > 1) {
				const named = { ...correction, paper: correction.merge, title: undefined };
				problems.push(other.length > 1 ? matchesSeveral(named) : matchesNothing(named));
			} else if (otherPlace === place) problems.push(notNeeded(correction));
			else {
				grouped = grouped.filter((_, at) => at !== place && at !== otherPlace);
				grouped.push(joined([part, otherPart]));
				applied.push({ correction, seen: firstSeen(part) });
			}
			continue;
		}
		const places = new Set(correction.split.map(({ listing, position }) => `${listing}\0${position}`));
		const isNamed = ({ listing, entry }: Addressable['appearances'][number]) =>
			places.has(`${listing.file}\0${entry.position}`);
		const [apart, rest] = [part.appearances.filter(isNamed), part.appearances.filter((each) => !isNamed(each))];
		if (apart.length !== places.size || rest.length === 0) problems.push(noSuchAppearance(correction));
		else {
			const [left, taken] = [rest, apart].map((appearances) => joined([{ ...part, appearances }]));
			if (left === undefined || taken === undefined) continue;
			const others = grouped.filter((_, at) => at !== place);
			grouped = [...others, left, left.id === taken.id ? named(taken, correction) : taken];
			applied.push({ correction, seen: firstSeen(taken) });
		}
	}
	return { parts: grouped, problems, applied };
}

function firstSeen({ appearances: [first] }: Addressable): { listing: string; position: number } {
	return { listing: first?.listing.file ?? '', position: first?.entry.position ?? 1 };
}

/** What was split off under an id that the rest keeps is known by the place it was seen at first. */
function named(part: Addressable, { line }: Correction): Addressable {
	const [first] = part.appearances;
	const id = idWithAbstract(
		part.id,
		first === undefined ? String(line) : `${first.listing.sha256} ${first.entry.position}`,
	);
	return { ...part, id, ids: [id] };
}

/** The places of the parts that a correction means: by an id, by the last part of an address, or by a title. */
function found(
	parts: readonly Addressable[],
	ids: readonly (readonly string[])[],
	{ paper, title }: Pick<Correction, 'paper' | 'title'>,
): number[] {
	const key = title === undefined ? null : titleKey(title);
	return parts.flatMap(({ appearances }, at) => {
		const isMeant =
			key === null
				? ids[at]?.includes(paper ?? '') || appearances.some(({ entry }) => slugOf(entry.title) === paper)
				: appearances.some(({ entry }) => titleKey(entry.title) === key);
		return isMeant ? [at] : [];
	});
}

/** A correction of which the paper, or a part of it, is not there. */
export function matchesNothing(correction: Correction): Problem {
	return {
		code: 'correction/matches-nothing',
		at: [correction.line, correction.line],
		message: `No paper is ${nameOf(correction)}.`,
		hint: 'take the last part of the address of its page; if its listing is gone, delete the correction',
	};
}

/** A split of what the paper is not made of, or of all of it. */
function noSuchAppearance(correction: Correction): Problem {
	return {
		code: 'correction/matches-nothing',
		at: [correction.line, correction.line],
		message: `Not all of these are appearances of ${nameOf(correction)}, or they are all it has.`,
		hint: 'the page of the paper names each listing and the entry in it',
	};
}

export function matchesSeveral(correction: Correction): Problem {
	return {
		code: 'correction/matches-several',
		at: [correction.line, correction.line],
		message: `Several papers are ${nameOf(correction)}.`,
		hint: 'name the one that is meant with paper:, by the last part of the address of its page',
	};
}

/** A correction of what is so without it. */
export function notNeeded(correction: Correction): Problem {
	return {
		code: 'correction/not-needed',
		at: [correction.line, correction.line],
		message: `What is corrected of ${nameOf(correction)} is so already.`,
		hint: 'delete the correction',
	};
}

function nameOf({ paper, title }: Pick<Correction, 'paper' | 'title'>): string {
	return `“${paper ?? title ?? ''}”`;
}
