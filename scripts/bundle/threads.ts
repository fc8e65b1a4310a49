import { Worker } from 'node:worker_threads';
import type { MadeFile } from '../../src/bundle/make-item.ts';
import type { BundlePlan, Item } from '../../src/bundle/plan.ts';
import { receivedError } from '../../src/errors.ts';
import { type Answer, type Asked, answerSchema } from './answer.ts';

/** So many items are asked for at once. */
const together = 50;

/** So many requests wait for each thread: enough that none is idle, and few results are held. */
const ahead = 3;

/** Threads that make the files of a bundle. */
export class Threads {
	readonly #workers: Worker[];
	readonly #waiting = new Map<number, PromiseWithResolvers<MadeFile[]>>();
	#asked = 0;

	constructor(plan: BundlePlan, count: number) {
		this.#workers = Array.from({ length: count }, () => {
			const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: plan });
			worker.on('message', (message) => this.#settle(answerSchema.parse(message)));
			worker.on('error', (error) => this.#giveUp(error));
			return worker;
		});
	}

	/** The files of items, in their order. Rejects with what a thread reports. */
	async *make(items: readonly Item[]): AsyncGenerator<MadeFile> {
		const running: Promise<MadeFile[]>[] = [];
		for (let at = 0; at < items.length; at += together) {
			running.push(this.#ask(items.slice(at, at + together)));
			if (running.length === ahead * this.#workers.length) yield* (await running.shift()) ?? [];
		}
		for (const files of running) yield* await files;
	}

	async close(): Promise<void> {
		await Promise.all(this.#workers.map((worker) => worker.terminate()));
	}

	#ask(items: Item[]): Promise<MadeFile[]> {
		const id = this.#asked;
		this.#asked += 1;
		const waiting = Promise.withResolvers<MadeFile[]>();
		// One that fails while another is awaited is told when its turn comes.
		waiting.promise.catch(() => {});
		this.#waiting.set(id, waiting);
		this.#workers[id % this.#workers.length]?.postMessage({ id, items } satisfies Asked);
		return waiting.promise;
	}

	#settle(answer: Answer): void {
		const waiting = this.#waiting.get(answer.id);
		this.#waiting.delete(answer.id);
		if ('files' in answer) {
			waiting?.resolve(answer.files);
			return;
		}
		waiting?.reject(receivedError(answer.failed));
	}

	#giveUp(error: unknown): void {
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
	}
}
