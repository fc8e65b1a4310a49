import { alike, letterCounts, mayBeAlike } from './edit-distance.ts';
import { Groups } from './groups.ts';
import { similarPairs } from './similar-sets.ts';
import { contradict, likeness, shareStrongId, type Variant } from './variant.ts';

/** How alike abstracts are under equal titles, and under titles that are nearly equal: DESIGN.md section 9. */
const agreeingAbstracts = 0.6;
const nearAbstracts = 0.8;
const nearTitles = 0.9;

/** Whether two variants are the same paper by one of the rules alone. The simple form of what `joinSamePapers` does fast. */
export function samePaper(a: Variant, b: Variant): boolean {
	return shareStrongId(a, b) || (!contradict(a, b) && (sameTitle(a, b) || nearlySame(a, b)));
}

function sameTitle(a: Variant, b: Variant): boolean {
	if (a.titleKey === '' || a.titleKey !== b.titleKey) return false;
	return a.open || b.open || likeness(a, b) >= agreeingAbstracts;
}

function nearlySame(a: Variant, b: Variant): boolean {
	return likeness(a, b) >= nearAbstracts && alike(a.titleKey, b.titleKey, nearTitles);
}

/** The closure of `samePaper` over all variants, without comparing each with each. */
export function joinSamePapers(variants: readonly Variant[]): Variant[][] {
	const groups = new Groups(variants.length);
	joinStrongIds(variants, groups);
	joinSameTitles(variants, groups);
	joinNearlySame(variants, groups);
	return groups.members().map((places) => places.flatMap((at) => variants[at] ?? []));
}

function joinStrongIds(variants: readonly Variant[], groups: Groups): void {
	const first = new Map<string, number>();
	for (const [at, { arxivId, doi }] of variants.entries()) {
		for (const id of [arxivId && `arxiv:${arxivId}`, doi && `doi:${doi}`]) {
			if (!id) continue;
			groups.join(first.get(id) ?? at, at);
			if (!first.has(id)) first.set(id, at);
		}
	}
}

function joinSameTitles(variants: readonly Variant[], groups: Groups): void {
	const titled = variants.flatMap((variant, at) => (variant.titleKey === '' ? [] : { variant, at }));
	for (const bucket of Map.groupBy(titled, ({ variant }) => variant.titleKey).values()) {
		if (bucket.length === 1) continue;
		for (const one of bucket.filter(({ variant }) => variant.open)) {
			for (const other of bucket) {
				if (!contradict(one.variant, other.variant)) groups.join(one.at, other.at);
			}
		}
		const whole = bucket.filter(({ variant }) => !variant.open);
		for (const [a, b] of alikeAbstracts(whole, agreeingAbstracts, () => true)) groups.join(a.at, b.at);
	}
}

function joinNearlySame(variants: readonly Variant[], groups: Groups): void {
	const placed = variants.flatMap((variant, at) =>
		variant.words.length === 0 ? [] : { variant, at, letters: letterCounts(variant.titleKey) },
	);
	const pairs = alikeAbstracts(placed, nearAbstracts, (a, b) => mayBeAlike(a.letters, b.letters, nearTitles));
	for (const [a, b] of pairs) {
		if (alike(a.variant.titleKey, b.variant.titleKey, nearTitles)) groups.join(a.at, b.at);
	}
}

/**
 * Pairs whose abstracts are alike, that do not contradict each other, and that `mayPair` allows. Only titles of about
 * the same length are compared: the others are not nearly equal.
 */
function* alikeAbstracts<T extends { variant: Variant }>(
	placed: readonly T[],
	threshold: number,
	mayPair: (a: T, b: T) => boolean,
): Generator<[T, T]> {
	const pairs = similarPairs(
		placed.map(({ variant }) => variant.words),
		threshold,
		{
			rungs: placed.map(({ variant }) => lengthRung(variant.titleKey)),
			// Two arXiv ids contradict each other, or have joined their variants already.
			apart: (at) => placed[at]?.variant.arxivId !== null,
			mayPair(at, otherAt) {
				const [one, other] = [placed[at], placed[otherAt]];
				return (
					one !== undefined && other !== undefined && !contradict(one.variant, other.variant) && mayPair(one, other)
				);
			},
		},
	);
	for (const [at, otherAt] of pairs) {
		const [one, other] = [placed[at], placed[otherAt]];
		if (one !== undefined && other !== undefined) yield [one, other];
	}
}

/** Titles that may be nearly equal stand on the same rung or on neighbouring ones. */
function lengthRung(titleKey: string): number {
	return Math.ceil(Math.log(titleKey.length + 1) / Math.log(1 / (nearTitles - 0.01)));
}
