import { fork } from 'node:child_process';
import { DaybookError } from '../../errors.ts';
import { type SegmentAnswer, type SegmentJob, segmentAnswerSchema } from './segment-job.ts';

/** Makes one segment in a process of its own and returns the index's hash. Throws what that process reported. */
export async function runSegment(job: SegmentJob): Promise<string> {
	const answer = await new Promise<SegmentAnswer>((resolve, reject) => {
		const child = fork(new URL('./segment-process.ts', import.meta.url), { execArgv: [], silent: true });
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
	const { location, ...parts } = answer.failed;
	throw new DaybookError({
		...parts,
		...(location && { location: { file: location.file, ...(location.at !== undefined && { at: location.at }) } }),
	});
}

function endedEarly(how: string, said: string): DaybookError {
	return new DaybookError({
		code: 'search/index-failed',
		message: `The process that makes the search index ended (${how}) without an answer.`,
		hint: 'see that 2 GB of memory are free, and run npm run build again',
		cause: said,
	});
}
