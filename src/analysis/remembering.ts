const mostRemembered = 100_000;

/**
 * The same function, which looks up what it gave before for the same word: texts share most of their words. It forgets
 * all when it has seen too many.
 */
export function remembering<Value>(make: (word: string) => Value): (word: string) => Value {
	const known = new Map<string, Value>();
	return (word) => {
		const remembered = known.get(word);
		if (remembered !== undefined) return remembered;
		if (known.size >= mostRemembered) known.clear();
		const made = make(word);
		known.set(word, made);
		return made;
	};
}
