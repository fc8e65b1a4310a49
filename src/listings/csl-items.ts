import { z } from 'zod';
import type { Place } from '../records/listing.ts';
import type { Span } from './dialect.ts';
import { jsonItems, pointerFinder } from './json-items.ts';
import { wholeObjects } from './json-remains.ts';
import { linePlaces } from './line-places.ts';

/** An item of a list in CSL-JSON; without value when it is not JSON. */
export interface CslItem {
	at: Place;
	value: Record<string, unknown> | null;
}

const record = z.record(z.string(), z.unknown());
const reference = z.looseObject({ type: z.string(), title: z.union([z.string(), z.array(z.string())]) });

/**
 * The items of a list in their order, and where it ends too soon. Reference managers' files are put together from
 * others', indented in several ways: of a damaged one every reference that is whole is found, wherever it stands.
 */
export function cslItems(content: string): { items: CslItem[]; cut: Place | null } {
	const list = jsonItems(content);
	const whole =
		list?.items.map(({ pointer, value }) => ({ at: pointer, value: record.safeParse(value).data ?? {} })) ?? [];
	const cut = list?.cut ? list.pointer : null;
	if (list?.broken.length === 0) return { items: whole, cut };
	const find = pointerFinder(content);
	const broken = list?.broken.map((at) => ({ at, value: null })) ?? [];
	const pieces = [...whole, ...broken]
		.map((item) => ({ item, span: find(item.at) ?? { from: 0, to: 0 } }))
		.sort((a, b) => a.span.from - b.span.from);
	const items: CslItem[] = [];
	const placeOf = linePlaces(content);
	let end = 0;
	let between: CslItem[] = [];
	for (const { item, span } of [...pieces, { item: null, span: { from: content.length, to: content.length } }]) {
		if (item !== null && !isReference(item.value)) {
			between.push(item.value !== null || isClosed(content, span) ? item : swallowed);
			continue;
		}
		for (const each of remainsIn(content, { from: end, to: span.from }, between, placeOf)) items.push(each);
		if (item !== null) items.push(item);
		end = span.to;
		between = [];
	}
	const isNone = list === null && items.length === 0 && content.trim() !== '';
	return { items: isNone ? [{ at: placeOf({ from: 0, to: content.length }), value: null }] : items, cut };
}

/** Stands for a piece of an item. */
const swallowed: CslItem = { at: '', value: null };

function isClosed(content: string, { from, to }: Span): boolean {
	return content[from] === '{' && content[to - 1] === '}';
}

/** What stands between the references of a damaged list: these items; or, where they are pieces, one and what it swallowed. */
function remainsIn(
	content: string,
	{ from, to }: Span,
	between: readonly CslItem[],
	placeOf: (span: Span) => Place,
): CslItem[] {
	const text = content.slice(from, to);
	const whole = wholeObjects(text, isReference).map((found) => ({
		at: placeOf({ from: from + found.from, to: from + found.to }),
		value: record.parse(found.value),
	}));
	if (whole.length === 0 && !between.includes(swallowed)) return [...between];
	const first = from + Math.max(text.search(/[^\s,\]}]/), 0);
	const last = Math.max(from + text.trimEnd().length, first + 1);
	return [{ at: placeOf({ from: first, to: last }), value: null }, ...whole];
}

function isReference(value: unknown): boolean {
	return reference.safeParse(value).success;
}
