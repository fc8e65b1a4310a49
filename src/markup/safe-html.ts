import type { Options as Schema } from 'rehype-sanitize';

/**
 * The security policy for text of listings: what is not named here does not reach a page. Elements that are not
 * named are replaced by their text; comments and doctypes vanish. Every option is set, so that nothing is inherited
 * from the library's own, wider schema.
 */
export const safeHtmlPolicy: Schema = {
	tagNames: ['a'],
	attributes: { a: [['href', /^https?:\/\//i]] },
	protocols: { href: ['http', 'https'] },
	/** Set by the policy itself, whatever an earlier step says. */
	required: { a: { rel: ['noopener', 'nofollow', 'ugc'] } },
	/** Elements whose content is not text. */
	strip: ['script', 'style'],
	ancestors: {},
	clobber: [],
	clobberPrefix: '',
	allowComments: false,
	allowDoctypes: false,
};
