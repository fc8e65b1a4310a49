import { z } from 'zod';

/** JSON-LD for a `<script type="application/ld+json">`, which pages print raw: nothing in it can end the element. */
const jsonLdSchema = z.string().brand<'JsonLd'>();
export type JsonLd = z.infer<typeof jsonLdSchema>;

/**
 * A value as JSON in which no character means anything to HTML: `<`, `>` and `&` are written as escapes, so that
 * neither `</script` nor `<!--` can occur, and so are the line ends that JavaScript knows and JSON does not.
 */
export function jsonLd(value: object): JsonLd {
	const escapes = /[<>&\u2028\u2029]/g;
	return jsonLdSchema.parse(
		JSON.stringify(value).replace(
			escapes,
			(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
		),
	);
}
