import { DaybookError } from '../errors.ts';
import type { SharedAddress } from '../records/archive.ts';
import { idWithAbstract } from '../records/ids.ts';
import { compare } from '../records/order.ts';
import type { PaperId, Slug } from '../records/paper.ts';
import { slugOf, slugWithId } from '../records/slug.ts';
import type { Appeared } from './appeared.ts';

/** What the addresses of a paper are made of. */
export interface Addressable {
	id: PaperId;
	ids: readonly PaperId[];
	/** In their order. */
	appearances: readonly Appeared[];
	/** Appearances that some set of these listings puts into one paper with them: itself, and its parts when it was split. */
	kin: readonly Appeared[];
	/** With fewer listings it would be several papers, or one with its kin. */
	divisible: boolean;
}

export interface Addresses {
	/** By the place of the paper. */
	papers: { slug: Slug; aliases: Slug[] }[];
	shared: SharedAddress[];
}

/**
 * The address of every paper, those it also answers to, and those that lead to several papers. A function of all
 * listings; every address that fewer of them gave is among those that more of them give (see the test).
 */
export function addressesOf(papers: readonly Addressable[]): Addresses {
	const titles = papers.map(({ appearances }) => titleSlugs(appearances));
	const byTitle = claimsOf(titles);
	const withIds = papers.map((paper) => {
		const bases = titleSlugs(paper.kin).filter((base) => paper.divisible || isShared(byTitle, base));
		const ids = bases.length === 0 ? [] : possibleIds(paper);
		return bases.flatMap((base) => ids.map((id) => slugWithId(base, id)));
	});
	const slugs = ownAddresses(papers, titles, byTitle);
	const isOwn = new Set(slugs);
	const claims = claimsOf(titles.map((ofTitle, place) => new Set([...ofTitle, ...(withIds[place] ?? [])])));
	return {
		papers: slugs.map((slug, place) => {
			const claimed = new Set([...(titles[place] ?? []), ...(withIds[place] ?? [])]);
			return {
				slug,
				aliases: [...claimed].filter((each) => !isOwn.has(each) && !isShared(claims, each)).sort(compare),
			};
		}),
		shared: [...claims]
			.filter(([slug]) => isShared(claims, slug) && !isOwn.has(slug))
			.map(([slug, places]) => ({ slug, ids: places.flatMap((place) => papers[place]?.id ?? []).sort(compare) }))
			.sort((a, b) => compare(a.slug, b.slug)),
	};
}

/**
 * The address each paper stands at: the slug of its title, with six hex of its id's hash where others claim that slug.
 * More digits only where that is another's title, or the hashes of two ids begin alike.
 */
function ownAddresses(papers: readonly Addressable[], titles: readonly Slug[][], byTitle: Claims): Slug[] {
	const candidates = papers.map(({ id }, place) => {
		const base = titles[place]?.[0] ?? slugOf('');
		return isShared(byTitle, base) ? [6, 12, 24, 32].map((hexDigits) => slugWithId(base, id, hexDigits)) : [base];
	});
	const wanted = claimsOf(candidates);
	return candidates.map((ofPaper, place) => {
		const free = ofPaper.find((slug) => !isShared(wanted, slug) && (ofPaper.length === 1 || !byTitle.has(slug)));
		if (free !== undefined) return free;
		throw new DaybookError({
			code: 'address/taken',
			message: `No address is left for the paper ${papers[place]?.id}.`,
			hint: 'report this together with the listings',
		});
	});
}

function titleSlugs(appearances: readonly Appeared[]): Slug[] {
	const titles = new Set(appearances.map(({ entry }) => entry.title));
	return [...new Set([...titles].map(slugOf))];
}

/** The places of the papers that would have each slug. */
type Claims = ReadonlyMap<Slug, readonly number[]>;

function claimsOf(slugs: readonly Iterable<Slug>[]): Claims {
	const claims = new Map<Slug, number[]>();
	for (const [place, ofPaper] of slugs.entries()) {
		for (const slug of ofPaper) {
			const places = claims.get(slug);
			if (places === undefined) claims.set(slug, [place]);
			else places.push(place);
		}
	}
	return claims;
}

function isShared(claims: Claims, slug: Slug): boolean {
	return (claims.get(slug)?.length ?? 0) > 1;
}

/** Every id that it, or a part of it, could have with fewer listings. */
function possibleIds({ id, ids, kin }: Addressable): PaperId[] {
	const byTitle = ids.filter((each) => each.startsWith('t:'));
	const abstracts = new Set(kin.map(({ entry }) => entry.abstract));
	const toldApart = byTitle.flatMap((each) => [...abstracts].map((abstract) => idWithAbstract(each, abstract)));
	return [...new Set([id, ...ids, ...toldApart])];
}
