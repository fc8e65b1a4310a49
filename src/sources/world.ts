/** What a source is given of the world: the network, the clock and chance, which only scripts have. */
export interface World {
	fetch(url: string, init: RequestInit): Promise<Response>;
	/** Milliseconds since 1970, UTC. */
	now(): number;
	/** Resolves after some milliseconds; rejects with the reason of `signal` when that is aborted before. */
	wait(ms: number, signal?: AbortSignal): Promise<void>;
	/** Calls `ring` after some milliseconds, unless what it gives back has been called before. */
	alarm(ms: number, ring: () => void): () => void;
	/** From 0 to below 1. */
	chance(): number;
}
