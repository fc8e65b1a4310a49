import type { SharedAddress } from '../records/archive.ts';
import type { Correction } from '../records/correction.ts';
import { idOf, idWithAbstract } from '../records/ids.ts';
import type { Listing, Problem } from '../records/listing.ts';
import type { PaperId } from '../records/paper.ts';
import { type Addressable, addressesOf } from './addresses.ts';
import { type Appeared, appearancesOf } from './appeared.ts';
import type { MergedPaper } from './merged-paper.ts';
import { type Regrouped, regroup } from './regroup.ts';
import { joinSamePapers, samePaper } from './same-paper.ts';
import { splitByStrongIds } from './split.ts';
import { shortened } from './text-entries.ts';
import { valuesOf } from './values.ts';
import { type Variant, variantsOf } from './variant.ts';

/** The papers of all listings, and what was doubtful about putting them together. */
export interface Merged {
	/** By their first appearances. */
	papers: MergedPaper[];
	shared: SharedAddress[];
	/** Problems by the file of the listing that they belong to. */
	problems: { file: string; problem: Problem }[];
	/** What came of the corrections that say which entries are one paper. */
	regrouped: Pick<Regrouped, 'applied' | 'problems'>;
}

/**
 * Merges the entries of all listings into papers; of the corrections, those are made that say which entries are one
 * paper. The order of `listings` makes no difference.
 */
export function mergeListings(listings: readonly Listing[], corrections: readonly Correction[] = []): Merged {
	const groups = joinSamePapers(variantsOf(appearancesOf(listings)));
	const splits = groups.map((group) => ({ group, ...splitByStrongIds(group) }));
	const parts = splits
		.flatMap(({ group, parts: variants }) => variants.map((part) => addressable(part, group)))
		.sort((a, b) => orderOf(a) - orderOf(b));
	const regrouped = regroup(parts, corrections, idsOf, joined);
	const named = tellApart(regrouped.parts.sort((a, b) => orderOf(a) - orderOf(b)));
	const addresses = addressesOf(named);
	return {
		papers: named.map(({ id, ids, appearances }, place) => {
			const { slug = addressless(id), aliases = [] } = addresses.papers[place] ?? {};
			return { id, ids: [...ids], slug, aliases, ...valuesOf(appearances) };
		}),
		shared: addresses.shared,
		problems: splits.flatMap(({ group, parts: variants, placed }) =>
			variants.length < 2 ? [] : ambiguous(group, placed),
		),
		regrouped: { applied: regrouped.applied, problems: regrouped.problems },
	};
}

function idsOf(parts: readonly Addressable[]): string[][] {
	return tellApart(parts).map(({ id, ids }) => [id, ...ids]);
}

/** Parts as one; a single one as what its appearances make it. */
function joined(parts: readonly Addressable[]): Addressable {
	const appearances = parts.flatMap((part) => part.appearances).sort((a, b) => a.order - b.order);
	const kin = [...new Set(parts.flatMap((part) => part.kin))].sort((a, b) => a.order - b.order);
	const ids = [...new Set(appearances.map(({ id }) => id))];
	return { id: idOfPart(appearances), ids, appearances, kin, divisible: true };
}

function addressable(part: readonly Variant[], group: readonly Variant[]): Addressable {
	const appearances = inOrder(part);
	const isSplit = part.length !== group.length;
	return {
		id: idOfPart(appearances),
		ids: [...new Set(appearances.map(({ id }) => id))],
		appearances,
		kin: isSplit ? inOrder(group) : appearances,
		divisible: isSplit || !allSame(part),
	};
}

function inOrder(variants: readonly Variant[]): Appeared[] {
	return variants.flatMap(({ members }) => members).sort((a, b) => a.order - b.order);
}

function orderOf({ appearances }: Addressable): number {
	return appearances[0]?.order ?? 0;
}

/** Whether each is the same paper as each by one rule alone, so that no third one binds them. */
function allSame(variants: readonly Variant[]): boolean {
	const tooManyToAsk = 40;
	return (
		variants.length === 1 ||
		(variants.length < tooManyToAsk &&
			variants.every((one, at) => variants.slice(at + 1).every((other) => samePaper(one, other))))
	);
}

/** By the strong id of any appearance, else by the title of the first. */
function idOfPart(appearances: readonly Appeared[]): PaperId {
	const entries = appearances.map(({ entry }) => entry);
	const [first] = entries;
	if (first === undefined) throw new Error('a paper without an appearance');
	return idOf({
		title: first.title,
		authors: first.authors,
		arxivId: entries.find(({ arxivId }) => arxivId !== null)?.arxivId ?? null,
		doi: entries.find(({ doi }) => doi !== null)?.doi ?? null,
	});
}

/** Papers that still share an id all take the hash of their first abstract to it. */
function tellApart(parts: readonly Addressable[]): Addressable[] {
	const sharing = Map.groupBy(parts, ({ id }) => id);
	return parts.map((part) => {
		if (sharing.get(part.id)?.length === 1) return part;
		const abstract = part.appearances.find(({ entry }) => entry.abstract !== null)?.entry.abstract ?? null;
		return { ...part, id: idWithAbstract(part.id, abstract) };
	});
}

function ambiguous(group: readonly Variant[], placed: readonly Variant[]): Merged['problems'] {
	const ids = [
		...new Set(group.flatMap(({ arxivId, doi }) => (arxivId && `arXiv ${arxivId}`) ?? (doi && `DOI ${doi}`) ?? [])),
	].sort();
	const doubtful = inOrder(placed.length > 0 ? placed : group.slice(0, 1));
	return doubtful.map(({ entry, listing }) => ({
		file: listing.file,
		problem: {
			code: 'paper/ambiguous',
			at: entry.at,
			message: `“${shortened(entry.title)}” could be any of ${ids.join(', ')}; it went to the one with the nearest abstract.`,
			hint: 'add a listing that names its arXiv id, which settles it',
		},
	}));
}

function addressless(id: PaperId): never {
	throw new Error(`no address was made for ${id}`);
}
