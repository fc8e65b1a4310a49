import { closeSearch, type OpenedSearch, openedSearch } from './open-search.ts';

/** Longer than a slow phone takes to load a search. */
const patience = 45_000;

/** Asks the search one question at a time: whoever asks again no longer waits for the answer before. */
export class Asking {
	#latest = new AbortController();

	/**
	 * What `work` answers; null when another question was asked, or none any more. Rejects when files of the search
	 * cannot be loaded, or take too long; the next question then loads all of them anew.
	 */
	async ask<T>(work: (opened: OpenedSearch, signal: AbortSignal) => Promise<T>): Promise<T | null> {
		this.stop();
		const asked = new AbortController();
		this.#latest = asked;
		const late = setTimeout(() => asked.abort(tooLate), patience);
		try {
			const answer = await Promise.race([
				openedSearch().then((opened) => work(opened, asked.signal)),
				aborted(asked.signal),
			]);
			return asked.signal.aborted ? null : answer;
		} catch (failure) {
			if (asked.signal.aborted && asked.signal.reason !== tooLate) return null;
			closeSearch();
			throw failure;
		} finally {
			clearTimeout(late);
		}
	}

	/** Nobody waits for an answer any more. */
	stop(): void {
		this.#latest.abort();
	}
}

const tooLate = new Error('The files of the search took too long to load.');

function aborted(signal: AbortSignal): Promise<never> {
	const { promise, reject } = Promise.withResolvers<never>();
	signal.addEventListener('abort', () => reject(signal.reason));
	return promise;
}
