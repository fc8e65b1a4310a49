import type { World } from '../../src/sources/world.ts';

/** A world with the real network, in which waiting takes no time and moves the clock. */
export interface SimulatedWorld extends World {
	time: number;
	/** The pauses that were waited for, in milliseconds. */
	waits: number[];
	/** Lets all alarms that are set ring, as if their time had come. */
	ring(): void;
	/** How many alarms are set. */
	alarms(): number;
}

export function simulatedWorld(now: string, chance = 0.5): SimulatedWorld {
	const set = new Set<() => void>();
	const world: SimulatedWorld = {
		time: Date.parse(now),
		waits: [],
		fetch: (url, init) => fetch(url, init),
		now: () => world.time,
		async wait(ms, signal) {
			signal?.throwIfAborted();
			world.waits.push(ms);
			world.time += ms;
		},
		alarm(_ms, ring) {
			set.add(ring);
			return () => set.delete(ring);
		},
		chance: () => chance,
		ring() {
			for (const ring of [...set]) ring();
		},
		alarms: () => set.size,
	};
	return world;
}
