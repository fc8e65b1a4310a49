/** Characters of one text, and levels of nesting, beyond which no item of a listing goes. */
const [longest, deepest] = [1_000_000, 64];

/** The path of the first text in an item that is longer than 1 MB, or of what is nested too deep; null for none. */
export function oversizedIn(item: unknown): string | null {
	const open: { value: unknown; path: string; depth: number }[] = [{ value: item, path: '', depth: 0 }];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const { value, path, depth } = next;
		if (typeof value === 'string' && value.length > longest) return path;
		if (typeof value !== 'object' || value === null) continue;
		if (depth >= deepest) return path;
		for (const [key, inner] of Object.entries(value)) {
			if (key.length > longest) return path;
			const step = Array.isArray(value) ? `[${key}]` : `.${key.slice(0, 40)}`;
			open.push({ value: inner, path: path.slice(0, 200) + step, depth: depth + 1 });
		}
	}
	return null;
}
