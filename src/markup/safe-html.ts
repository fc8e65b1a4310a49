import type { Options as Schema } from 'rehype-sanitize';

/** What KaTeX writes of MathML. Not `annotation-xml`, in which HTML could stand. */
const mathElements = [
	...['math', 'semantics', 'annotation', 'mrow', 'mi', 'mo', 'mn', 'mtext', 'mspace', 'ms', 'mstyle', 'mpadded'],
	...['mphantom', 'msup', 'msub', 'msubsup', 'mover', 'munder', 'munderover', 'mfrac', 'msqrt', 'mroot', 'menclose'],
	...['mtable', 'mtr', 'mtd'],
];

/** Lengths and words of MathML: nothing that names an address, a style or a script. */
const mathAttributes = [
	...['accent', 'accentunder', 'columnalign', 'columnlines', 'columnspacing', 'displaystyle', 'fence', 'height'],
	...['linethickness', 'lspace', 'maxsize', 'mathvariant', 'minsize', 'movablelimits', 'rowlines', 'rowspacing'],
	...['rspace', 'scriptlevel', 'separator', 'stretchy', 'symmetric', 'voffset', 'width', 'depth', 'notation'],
];

/**
 * The security policy for text of listings: what is not named here does not reach a page. Elements that are not
 * named are replaced by their text; comments and doctypes vanish. Every option is set, so that nothing is inherited
 * from the library's own, wider schema.
 */
export const safeHtmlPolicy: Schema = {
	tagNames: ['a', 'em', 'strong', 'code', ...mathElements],
	attributes: {
		a: [['href', /^https?:\/\//i]],
		math: [
			['xmlns', 'http://www.w3.org/1998/Math/MathML'],
			['display', 'block', 'inline'],
			['tabIndex', 0],
		],
		annotation: [['encoding', 'application/x-tex']],
		...Object.fromEntries(
			mathElements
				.filter((name) => !['math', 'semantics', 'annotation'].includes(name))
				.map((name) => [name, mathAttributes.map((attribute): [string, RegExp] => [attribute, /^[-\w. %]{0,30}$/])]),
		),
	},
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
