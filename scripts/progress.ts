import { Presets, SingleBar } from 'cli-progress';
import type { Pause } from '../src/sources/requests.ts';

/** Shows how a long run goes on standard error: a bar on a terminal, else a line for each thing done. */
export interface Progress {
	/** `said` is how much there is to do, in a sentence. */
	begun(total: number, said: string): void;
	done(said: string): void;
	pausing(pause: Pause): void;
	close(): void;
}

export function progress(stream: NodeJS.WriteStream, isBar: boolean): Progress {
	return isBar ? bar(stream) : lines((line) => stream.write(`${line}\n`));
}

function lines(say: (line: string) => void): Progress {
	return {
		begun: (_total, said) => say(said),
		done: say,
		pausing: (pause) => say(sayingOf(pause)),
		close() {},
	};
}

function bar(stream: NodeJS.WriteStream): Progress {
	const shown = new SingleBar(
		{ stream, format: ' {bar} {value}/{total}  {said}', hideCursor: true, clearOnComplete: false, gracefulExit: false },
		Presets.shades_classic,
	);
	return {
		begun(total) {
			if (total > 0) shown.start(total, 0, { said: '' });
		},
		done(said) {
			shown.increment(1, { said });
		},
		pausing(pause) {
			shown.update({ said: sayingOf(pause) });
		},
		close() {
			if (shown.isActive) shown.stop();
		},
	};
}

function sayingOf({ ms, why }: Pause): string {
	return `${why.message} Waiting ${Math.ceil(ms / 1000)} s`;
}
