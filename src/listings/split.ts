import { compare } from '../records/order.ts';
import { Groups } from './groups.ts';
import { likeness, shareStrongId, type Variant } from './variant.ts';

/** A group with two different strong ids, split by them. */
export interface Split {
	parts: Variant[][];
	/** The variants that no strong id placed: they went to the nearest abstract. */
	placed: Variant[];
}

/** Variants that stay together, under the name that breaks ties. */
interface Part {
	name: string;
	variants: Variant[];
}

/**
 * Splits a group by its arXiv ids, and each part by DOIs that no shared arXiv id reconciles. A group that holds no
 * contradiction is its own only part.
 */
export function splitByStrongIds(group: readonly Variant[]): Split {
	const arxivIds = new Set(group.flatMap(({ arxivId }) => arxivId ?? []));
	if (arxivIds.size < 2) return splitByDois(group);
	const anchors: Part[] = [...arxivIds]
		.sort(compare)
		.map((name) => ({ name, variants: group.filter(({ arxivId }) => arxivId === name) }));
	const { loose, owned } = ownersByDoi(anchors, unitsOf(group.filter(({ arxivId }) => arxivId === null)));
	for (const { part, unit } of owned) part.variants = part.variants.concat(unit);
	const placed = placeByAbstract(anchors, loose);
	const deeper = anchors.map(({ variants }) => splitByDois(variants));
	return {
		parts: deeper.flatMap(({ parts }) => parts),
		placed: [...placed, ...deeper.flatMap((split) => split.placed)],
	};
}

/** Strong-id components of a part with one arXiv id at most; those with a DOI are the anchors when there are two. */
function splitByDois(group: readonly Variant[]): Split {
	const units = unitsOf(group);
	const withDoi = units.filter((unit) => unit.some(({ doi }) => doi !== null));
	if (withDoi.length < 2) return { parts: [[...group]], placed: [] };
	const anchors = withDoi
		.map((variants) => ({
			name: variants.flatMap(({ doi }) => doi ?? []).sort(compare)[0] ?? '',
			variants: [...variants],
		}))
		.sort((a, b) => compare(a.name, b.name));
	const placed = placeByAbstract(
		anchors,
		units.filter((unit) => !withDoi.includes(unit)),
	);
	return { parts: anchors.map(({ variants }) => variants), placed };
}

/** Variants joined by equal strong ids. */
function unitsOf(variants: readonly Variant[]): Variant[][] {
	const groups = new Groups(variants.length);
	for (const id of ['arxivId', 'doi'] as const) {
		const first = new Map<string, number>();
		for (const [at, variant] of variants.entries()) {
			const value = variant[id];
			if (value === null) continue;
			groups.join(first.get(value) ?? at, at);
			if (!first.has(value)) first.set(value, at);
		}
	}
	return groups.members().map((places) => places.flatMap((at) => variants[at] ?? []));
}

/** Units whose DOI stands in exactly one part belong to it. */
function ownersByDoi(parts: readonly Part[], units: readonly Variant[][]) {
	const owned: { part: Part; unit: Variant[] }[] = [];
	const loose: Variant[][] = [];
	for (const unit of units) {
		const owners = parts.filter(({ variants }) =>
			variants.some((one) => unit.some((other) => shareStrongId(one, other))),
		);
		const [part] = owners;
		if (part !== undefined && owners.length === 1) owned.push({ part, unit });
		else loose.push(unit);
	}
	return { owned, loose };
}

/** Puts each unit to the part with the abstract most like one of its own (ties: the smaller name). Returns who was put. */
function placeByAbstract(parts: readonly Part[], units: readonly Variant[][]): Variant[] {
	const anchored = parts.map((part) => ({ part, variants: [...part.variants] }));
	for (const unit of units) {
		const nearest = anchored
			.map(({ part, variants }) => ({ part, likeness: greatestLikeness(unit, variants) }))
			.reduce((best, each) => (each.likeness > best.likeness ? each : best));
		nearest.part.variants = nearest.part.variants.concat(unit);
	}
	return units.flat();
}

function greatestLikeness(unit: readonly Variant[], others: readonly Variant[]): number {
	return unit.reduce((most, one) => others.reduce((best, other) => Math.max(best, likeness(one, other)), most), 0);
}
