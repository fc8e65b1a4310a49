/** A thread that makes files of one bundle, as `threads.ts` asks. */
import { parentPort, workerData } from 'node:worker_threads';
import { itemMaker, type MadeFile } from '../../src/bundle/make-item.ts';
import { bundlePlanSchema } from '../../src/bundle/plan.ts';
import { DaybookError, sentError } from '../../src/errors.ts';
import { type Answer, askedSchema } from './answer.ts';

const make = itemMaker(bundlePlanSchema.parse(workerData));

parentPort?.on('message', async (message) => {
	const { id, items } = askedSchema.parse(message);
	try {
		const files: MadeFile[] = [];
		for (const item of items) files.push(await make(item));
		parentPort?.postMessage(
			{ id, files } satisfies Answer,
			files.map(({ deflated }) => deflated.buffer),
		);
	} catch (error) {
		if (!(error instanceof DaybookError)) throw error;
		parentPort?.postMessage({ id, failed: sentError(error) } satisfies Answer);
	}
});
