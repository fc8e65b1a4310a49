import type { Token, DefaultTreeAdapterTypes as Tree } from 'parse5';
import { DaybookError } from '../errors.ts';
import {
	addressesIn,
	attributeOf,
	type HeldAddresses,
	mayHoldAddresses,
	relations,
	type Use,
} from './element-addresses.ts';
import { elementsOf } from './page-elements.ts';

/** What a page needs to know of the copy that it is put in. */
export interface PageSetting {
	/**
	 * The address of what `address` leads to, as it is written in the copy, or null where it stays as it is. Throws where
	 * the page would miss something.
	 */
	addressOf(address: string, use: Use): string | null;
	/** The address of one classic script for these module scripts, which are named as the page names them. */
	scriptFor(modules: readonly string[]): string;
	/** HTML for the end of the head. */
	style: string;
	/** HTML that stands above the header of the site. */
	notice: string;
	/** Names the page in errors. */
	file: string;
}

/** A part of the source, and what stands there instead. */
interface Edit {
	start: number;
	end: number;
	text: string;
}

/**
 * A page as it works from a file: addresses as the setting has them, one classic deferred script in the place of its
 * modules, and nothing that a file cannot load. All else is left byte for byte.
 * Throws `bundle/unfit-page` for what cannot be rewritten.
 */
export function rewrittenPage(html: string, setting: PageSetting): string {
	const elements = elementsOf(html);
	const edits = [
		...elements.flatMap((element) => elementEdits(element, setting)),
		...moduleEdits(elements, setting),
		...additions(elements, setting),
	];
	return spliced(html, edits);
}

/** Early loading is of no use, the manifest of an app is not read, and neither can be loaded from a file. */
const dropped = ['preload', 'modulepreload', 'prefetch', 'preconnect', 'dns-prefetch', 'prerender', 'manifest'];

/** What makes browsers refuse a script or style of a file, or send something to a server. */
const droppedAttributes = ['integrity', 'crossorigin', 'ping'];

function elementEdits(element: Tree.Element, setting: PageSetting): Edit[] {
	refuseUnfit(element, setting.file);
	const place = element.sourceCodeLocation;
	if (!place || !holdsAny(element) || isModule(element)) return [];
	if (element.tagName === 'link' && relations(element).some((relation) => dropped.includes(relation))) {
		return [edit(place, '')];
	}
	const without = droppedAttributes.flatMap((name) => {
		const attribute = place.attrs?.[name];
		return attribute ? [edit(attribute, '')] : [];
	});
	const changed = addressesIn(element).flatMap((held) => {
		const value = changedAddresses(held, setting);
		return value === held.value ? [] : [edit(held.place, `${held.name}="${escaped(value)}"`)];
	});
	return [...without, ...changed];
}

/** Whether anything of an element may change: of most, nothing. */
function holdsAny({ attrs }: Tree.Element): boolean {
	return attrs.some(({ name }) => mayHoldAddresses(name) || droppedAttributes.includes(name));
}

function changedAddresses({ use, place, changed }: HeldAddresses, setting: PageSetting): string {
	try {
		return changed((address) => setting.addressOf(address, use) ?? address);
	} catch (error) {
		if (!(error instanceof DaybookError)) throw error;
		const { code, message, hint, cause } = error;
		throw new DaybookError({ code, message, hint, cause, location: { file: setting.file, at: place.startLine } });
	}
}

function isModule(element: Tree.Element): boolean {
	return element.tagName === 'script' && attributeOf(element, 'type')?.trim().toLowerCase() === 'module';
}

/** The classic script stands where the last module stood: all of them ran after the page, in their order. */
function moduleEdits(elements: readonly Tree.Element[], { scriptFor }: PageSetting): Edit[] {
	const modules = elements.filter(isModule);
	const last = modules.at(-1);
	if (last === undefined) return [];
	const addresses = modules.flatMap((module) => attributeOf(module, 'src') ?? []);
	const script = `<script defer src="${escaped(scriptFor([...new Set(addresses)]))}"></script>`;
	return modules.flatMap((module) => {
		const place = module.sourceCodeLocation;
		return place ? [edit(place, module === last ? script : '')] : [];
	});
}

/** The style at the end of the head, the notice above the header or else at the start of the body. */
function additions(elements: readonly Tree.Element[], { style, notice }: PageSetting): Edit[] {
	const head = elements.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag;
	const body = elements.find(({ tagName }) => tagName === 'body');
	const header = body?.childNodes.find((node): node is Tree.Element => 'tagName' in node && node.tagName === 'header');
	const above = header?.sourceCodeLocation?.startOffset ?? body?.sourceCodeLocation?.startTag?.endOffset;
	return [
		...(head ? [{ start: head.startOffset, end: head.startOffset, text: style }] : []),
		...(above === undefined ? [] : [{ start: above, end: above, text: notice }]),
	];
}

/** Data in a page, such as JSON-LD, is not a script. */
const scriptTypes = /^(?:module|(?:text|application)\/(?:java|ecma)script)?$/i;

function refuseUnfit(element: Tree.Element, file: string): void {
	const { tagName } = element;
	if (tagName !== 'script' && tagName !== 'base') return;
	const type = attributeOf(element, 'type')?.trim() ?? '';
	const isInline = tagName === 'script' && scriptTypes.test(type) && attributeOf(element, 'src') === null;
	const what =
		tagName === 'base'
			? 'a <base>'
			: isInline
				? 'an inline script'
				: tagName === 'script' && /^(importmap|speculationrules)$/i.test(type)
					? 'an import map or speculation rules'
					: null;
	if (what === null) return;
	const line = element.sourceCodeLocation?.startLine;
	throw new DaybookError({
		code: 'bundle/unfit-page',
		message: `This page has ${what}, which cannot work from a file.`,
		hint: 'put its code into a script of its own, and its addresses into the page',
		location: { file, ...(line !== undefined && { at: line }) },
	});
}

function edit({ startOffset, endOffset }: Token.Location, text: string): Edit {
	return { start: startOffset, end: endOffset, text };
}

/** The source with its edits; one place has one, though the parser may have made several elements of one tag. */
function spliced(html: string, edits: readonly Edit[]): string {
	const inOrder = [...new Map(edits.map((each) => [`${each.start} ${each.end}`, each])).values()].sort(
		(a, b) => a.start - b.start || a.end - b.end,
	);
	let text = '';
	let at = 0;
	for (const { start, end, text: instead } of inOrder) {
		text += html.slice(at, start) + instead;
		at = end;
	}
	return text + html.slice(at);
}

/** A text as the value of an attribute in double quotes. */
export function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
