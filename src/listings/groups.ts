/** Numbers 0 … size−1 joined into groups (union–find with path halving). */
export class Groups {
	readonly #parent: Int32Array;

	constructor(size: number) {
		this.#parent = Int32Array.from({ length: size }, (_, at) => at);
	}

	join(a: number, b: number): void {
		const [first, second] = [this.#root(a), this.#root(b)];
		this.#parent[Math.max(first, second)] = Math.min(first, second);
	}

	/** The members of each group, ascending; groups by their smallest member. */
	members(): number[][] {
		return [...Map.groupBy(this.#parent.keys(), (at) => this.#root(at)).values()];
	}

	#root(at: number): number {
		let each = at;
		for (;;) {
			const parent = this.#parent[each] ?? each;
			if (parent === each) return each;
			const grand = this.#parent[parent] ?? parent;
			this.#parent[each] = grand;
			each = grand;
		}
	}
}
