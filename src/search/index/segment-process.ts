/**
 * The process that makes one segment and ends, since Pagefind's memory is only freed so. It takes one job, and
 * answers once. When Pagefind dies, nothing keeps this process alive, and it ends without an answer.
 */
import process from 'node:process';
import { DaybookError, refusedBySystem, sentError } from '../../errors.ts';
import { makeSegment } from './make-segment.ts';
import { type SegmentAnswer, segmentJobSchema } from './segment-job.ts';

process.once('message', async (message) => {
	const answer = await answerTo(message);
	process.send?.(answer);
});

async function answerTo(message: unknown): Promise<SegmentAnswer> {
	try {
		return { hash: await makeSegment(segmentJobSchema.parse(message)) };
	} catch (error) {
		const known = error instanceof DaybookError ? error : refusedBySystem(error);
		if (known !== null) return { failed: sentError(known) };
		const reason = error instanceof Error ? error.message : String(error);
		return {
			failed: {
				code: 'search/index-failed',
				message: `Pagefind stopped: ${reason}`,
				hint: 'run npm run build again; if it stops again, run npm ci first',
				location: null,
			},
		};
	}
}
