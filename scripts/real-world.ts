import { setTimeout as after } from 'node:timers/promises';
import type { World } from '../src/sources/world.ts';

export const realWorld: World = {
	fetch: (url, init) => fetch(url, init),
	now: () => Date.now(),
	async wait(ms, signal) {
		try {
			await after(ms, undefined, signal && { signal });
		} catch (error) {
			signal?.throwIfAborted();
			throw error;
		}
	},
	alarm(ms, ring) {
		const timer = setTimeout(ring, ms);
		return () => clearTimeout(timer);
	},
	chance: () => Math.random(),
};
