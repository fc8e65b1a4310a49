import { sha256 } from './hash.ts';
import type { Organization } from './listing.ts';
import { type Slug, slugSchema } from './paper.ts';
import { deviceName, folded } from './slug.ts';

/** An organisation by the address of its page, and the name that a paper's source gives it. */
export interface AddressedOrganization {
	slug: Slug;
	name: string;
}

/** The organisation with its address; null when neither its slug nor its name says anything. */
export function addressed({ slug, name }: Organization): AddressedOrganization | null {
	const [stated, shown] = [slug.trim() || name.trim(), name.trim() || slug.trim()];
	return stated === '' ? null : { slug: organizationSlug(stated), name: shown };
}

/**
 * The address of an organisation from the slug its source writes: lower case, folded to ASCII words joined by `-`.
 * Where that loses letters or cuts, six hex of the slug's hash keep it apart from others; a slug of digits, of no
 * ASCII at all or of a device's name of Windows comes after `organization`.
 */
export function organizationSlug(stated: string): Slug {
	const { slug, whole } = folded(stated);
	const plain = /^\d+$/.test(slug) || deviceName.test(slug) || slug === '';
	const words = [
		...(plain ? ['organization'] : []),
		...(slug === '' ? [] : [slug]),
		...(whole ? [] : [sha256(stated.normalize('NFKC').toLowerCase()).slice(0, 6)]),
	];
	return slugSchema.parse(words.join('-'));
}
