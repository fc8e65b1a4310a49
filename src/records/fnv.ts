/**
 * A number of 32 bits for a text: FNV-1a over its UTF-16 code units, from a start (Fowler, Noll and Vo;
 * draft-eastlake-fnv). No import: browser code uses this file as it is.
 */
export function fnv1a(text: string, start = 0x811c9dc5): number {
	let hash = start;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash >>> 0;
}
