import { html as namespaces, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { elementsOf } from './built-site.ts';

/** What text of listings may become, beside what our own pages hold: emphasis, code, and mathematics as MathML. */
const ofText: ReadonlySet<string> = new Set([
	...['b', 'code', 'em', 'i', 's', 'span', 'strong', 'sub', 'sup', 'u', 'span class', 'span lang'],
	...['math', 'math display', 'math xmlns', 'math alttext', 'semantics', 'annotation', 'annotation encoding'],
	...['mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mstyle', 'mpadded', 'mphantom', 'menclose', 'merror'],
	...['mfrac', 'msqrt', 'mroot', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts'],
	...['mprescripts', 'none', 'mtable', 'mtr', 'mtd', 'mlabeledtr'],
]);

/** Attributes of MathML that say how something is drawn; none can hold an address. */
const ofMathml =
	/^(accent(under)?|column(align|lines|spacing|span)|depth|displaystyle|fence|form|frame|framespacing|height|largeop|linethickness|linebreak|[lr]space|mathbackground|mathcolor|mathsize|mathvariant|m(ax|in)size|movablelimits|notation|row(align|lines|spacing|span)|scriptlevel|separator|stretchy|symmetric|voffset|width)$/;

/** Attributes that a browser may follow. */
const ofAddresses = /^(action|background|cite|code|data|formaction|href|longdesc|manifest|ping|poster|src|xlink:href)$/;

/** The elements of a page, and each with each of its attributes; the namespace stands before those that are not HTML's. */
export function markupOf(html: string): Set<string> {
	return new Set(
		elementsOf(html).flatMap((element) => [
			nameOf(element),
			...element.attrs.map((attr) => `${nameOf(element)} ${attributeName(attr)}`),
		]),
	);
}

/**
 * What stands in a page that no page of ours would hold: elements and attributes that are not among `own`, handlers of
 * events, addresses that run, elements that ask another host than `origin`, and all of the class `planted`.
 */
export function foreignIn(html: string, own: ReadonlySet<string>, origin: string): string[] {
	return elementsOf(html).flatMap((element) => {
		const name = nameOf(element);
		const found = isKnown(name, own) ? [] : [name];
		for (const attr of element.attrs) {
			const asked = `${name} ${attributeName(attr)}`;
			if (!isKnown(asked, own) || isForeignAttribute(element, attr, origin)) found.push(`${asked}=${attr.value}`);
		}
		return found;
	});
}

function nameOf({ tagName, namespaceURI }: Tree.Element): string {
	if (namespaceURI === namespaces.NS.HTML) return tagName;
	return `${namespaceURI === namespaces.NS.SVG ? 'svg' : 'math'}:${tagName}`;
}

type Attribute = Tree.Element['attrs'][number];

function attributeName({ name, prefix }: Attribute): string {
	return prefix ? `${prefix}:${name}` : name;
}

function isKnown(name: string, own: ReadonlySet<string>): boolean {
	if (own.has(name)) return true;
	const [element = '', attr] = name.split(' ');
	const plain = name.replace(/^math:/, '');
	const isMathml = element.startsWith('math:');
	if (isMathml && attr !== undefined && ofMathml.test(attr)) return isKnown(element, own);
	// `math` and its parts are what they are in their own namespace only.
	return ofText.has(plain) && isMathml === /^m|^(semantics|annotation|none)/.test(plain);
}

function isForeignAttribute(element: Tree.Element, attr: Attribute, origin: string): boolean {
	const name = attributeName(attr);
	if (name === 'class' || name === 'id') return attr.value.split(/\s/).includes('planted');
	if (/^on|^style$|^srcdoc$|^srcset$|^shadowroot|^is$/.test(name)) return true;
	if (element.tagName === 'meta') return isForeignRefresh(element, attr, origin);
	if (!ofAddresses.test(name)) return false;
	if (!URL.canParse(attr.value, origin)) return true;
	const url = new URL(attr.value, origin);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return true;
	// A reader may follow a link; what else names an address is asked by the browser itself.
	return element.tagName !== 'a' && url.origin !== origin;
}

function isForeignRefresh({ attrs }: Tree.Element, { name, value }: Attribute, origin: string): boolean {
	const told = attrs.find((attr) => attr.name === 'http-equiv')?.value.toLowerCase();
	if (name === 'http-equiv') return told !== 'refresh' && told !== 'content-security-policy';
	if (name !== 'content' || told !== 'refresh') return false;
	const target = /^0; url=(\/[^/].*)$/.exec(value)?.[1];
	return target === undefined || new URL(target, origin).origin !== origin;
}
