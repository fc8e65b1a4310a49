import { fork } from 'node:child_process';
import process from 'node:process';
import { DaybookError, receivedError } from '../../errors.ts';
import { type SegmentAnswer, type SegmentJob, segmentAnswerSchema } from './segment-job.ts';

/** Pagefind's threads mostly wait for each other: one is quicker, and leaves the other cores to other segments. */
const oneThread = { TOKIO_WORKER_THREADS: '1', RAYON_NUM_THREADS: '1' };

/** A tenth of the usual size of the pieces of an index: a query of three words loads less than half as much. */
const smallPieces = { PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: '2000' };

/** Makes one segment in a process of its own and returns the index's hash. Throws what that process reported. */
export async function runSegment(job: SegmentJob): Promise<string> {
	const answer = await new Promise<SegmentAnswer>((resolve, reject) => {
		const child = fork(new URL('./segment-process.ts', import.meta.url), {
			execArgv: [],
			silent: true,
			env: { ...process.env, ...oneThread, ...smallPieces },
		});
		let said = '';
		child.stderr?.on('data', (text) => {
			said = `${said}${text}`.slice(-2000);
		});
		child.once('message', (message) => resolve(segmentAnswerSchema.parse(message)));
		child.once('error', reject);
		child.once('close', (code, signal) => reject(endedEarly(signal ?? `code ${code}`, said)));
		child.send(job);
	});
	if ('hash' in answer) return answer.hash;
	throw receivedError(answer.failed);
}

function endedEarly(how: string, said: string): DaybookError {
	return new DaybookError({
		code: 'search/index-failed',
		message: `The process that makes the search index ended (${how}) without an answer.`,
		hint: 'see that 2 GB of memory are free, and run npm run build again',
		cause: said,
	});
}
