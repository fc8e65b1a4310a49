import { join, relative, sep } from 'node:path';
import { DaybookError } from '../../src/errors.ts';
import type { IsoDate } from '../../src/records/dates.ts';
import type { Requester } from '../../src/sources/requests.ts';
import type { Source } from '../../src/sources/source.ts';
import { givenUp } from '../asking.ts';
import type { Progress } from '../progress.ts';
import {
	type Capture,
	captureName,
	capturesIn,
	mendSidecars,
	readCapture,
	removeBeginnings,
	secondsOf,
} from './captures.ts';
import { type DayRange, type Due, daysOf, dueDays } from './due-days.ts';
import { writeCapture } from './write-capture.ts';

/** What is fetched, and into which folder. */
export interface Errand {
	/** Of one service. */
	sources: readonly Source[];
	listings: string;
	range: DayRange;
}

/** A day that is asked for. */
export interface Task extends Due {
	source: Source;
}

/** What came of a run. Paths are below the listings, with `/`. */
export interface Outcome {
	/** Days that were asked for. */
	asked: number;
	written: string[];
	/** Captures whose sidecar was lost, and is there again. */
	mended: string[];
	unchanged: number;
	empty: number;
	problems: DaybookError[];
	/** Whether the run was stopped from outside. */
	stopped: boolean;
}

/** Is told how a run goes. */
export type Watcher = Pick<Progress, 'begun' | 'done'>;

/** The days that a run would ask for, from the oldest; and those that it cannot, since their captures are of the future. */
export function tasksOf(
	{ sources, listings, range }: Errand,
	now: number,
): { tasks: Task[]; problems: DaybookError[] } {
	const found = sources.map((source) => {
		const captures = capturesIn(join(listings, source.folder));
		const capturesOf = (day: IsoDate) => captures.get(day) ?? [];
		const late = daysOf(range).filter((day) => capturesOf(day).some(({ captured }) => captured > now));
		const due = dueDays(range, (day) => capturesOf(day).map(({ captured }) => captured), now);
		return {
			tasks: due.filter(({ day }) => !late.includes(day)).map((day) => ({ ...day, source })),
			problems: late.map((day) => behind(newestOf(capturesOf(day))?.path ?? source.folder)),
		};
	});
	return { tasks: found.flatMap(({ tasks }) => tasks), problems: found.flatMap(({ problems }) => problems) };
}

/** After so many days in a row that failed, a service is left alone. */
const patience = 3;

/**
 * Asks for all days that are due, one after the other, and writes what is new. A day that fails is a problem, and
 * costs the others nothing. Throws what the disk refuses.
 */
export async function fetchListings(
	errand: Errand,
	requests: Requester,
	now: () => number,
	watcher: Watcher,
	signal: AbortSignal,
): Promise<Outcome> {
	const { sources, listings } = errand;
	const below = (path: string) => relative(listings, path).replaceAll(sep, '/');
	const mended: string[] = [];
	for (const source of sources) mended.push(...(await tidy(source, listings)).map(below));
	const { tasks, problems } = tasksOf(errand, now());
	const outcome: Outcome = { asked: 0, written: [], mended, unchanged: 0, empty: 0, problems, stopped: false };
	watcher.begun(tasks.length, dueSaid(tasks.length));
	const done = ({ source, day }: Task, said: string) => watcher.done(`${source.folder} ${day}  ${said}`);
	let failures = 0;
	for (const task of tasks) {
		if (signal.aborted) break;
		outcome.asked += 1;
		try {
			const said = await fetchTask(task, listings, requests, now, signal);
			failures = 0;
			if (said === 'unchanged' || said === 'empty') outcome[said] += 1;
			else {
				outcome.written.push(below(said.path));
				problems.push(...said.problems);
			}
			done(task, typeof said === 'string' ? said : `${below(said.path)}, ${said.papers} papers`);
		} catch (error) {
			if (signal.aborted) break;
			if (!(error instanceof DaybookError && isOfDay(error))) throw error;
			failures += 1;
			problems.push(error);
			done(task, `failed: ${error.code}`);
			const isUnwelcome = error.code === 'source/rate-limited';
			if (task === tasks.at(-1) || (!isUnwelcome && failures < patience)) continue;
			problems.push(
				givenUp(
					isUnwelcome
						? 'The service takes no more requests, and the other days were not asked for.'
						: `${patience} days in a row failed, and the others were not asked for.`,
					error,
				),
			);
			break;
		}
	}
	return { ...outcome, stopped: signal.aborted };
}

/** Whether it concerns one day only, and not the disk that all are written to. */
function isOfDay({ code }: DaybookError): boolean {
	return code.startsWith('source/') || code.startsWith('sidecar/');
}

function dueSaid(days: number): string {
	if (days === 0) return 'No day is due.';
	return days === 1 ? '1 day is due.' : `${days} days are due.`;
}

type Said = 'unchanged' | 'empty' | { path: string; papers: number; problems: DaybookError[] };

async function fetchTask(
	{ source, day }: Task,
	listings: string,
	requests: Requester,
	now: () => number,
	signal: AbortSignal,
): Promise<Said> {
	const folder = join(listings, source.folder);
	const newest = newestOf(capturesIn(folder).get(day) ?? []);
	const before = newest === null ? null : readCapture(newest);
	const { etag = null, lastModified = null } = before?.bytes ? before : {};
	const fetched = await source.fetchDay(requests, day, { etag, lastModified }, signal);
	if (fetched === 'unchanged' || fetched === 'empty') return fetched;
	if (before?.bytes && source.sameNews(before.bytes, fetched.bytes)) return 'unchanged';
	const captured = now();
	const path = join(folder, captureName(day, captured, source));
	if (newest !== null && secondsOf(captured) <= secondsOf(newest.captured)) throw behind(newest.path);
	const { bytes, papers, problems } = fetched;
	await writeCapture(path, bytes, {
		...takenOf(source, day, captured),
		etag: fetched.etag,
		lastModified: fetched.lastModified,
	});
	return { path, papers, problems };
}

function takenOf(source: Source, day: IsoDate, captured: number) {
	const url = source.addressOf(day);
	return { source: source.name, url, captured: secondsOf(captured), day: source.daily ? day : null };
}

/** Ends what a killed run left; gives the captures whose sidecars it wrote. */
async function tidy(source: Source, listings: string): Promise<string[]> {
	const folder = join(listings, source.folder);
	await removeBeginnings(folder);
	const captures = [...capturesIn(folder).values()].flat();
	return mendSidecars(captures, ({ day, captured }) => takenOf(source, day, captured));
}

function newestOf(captures: readonly Capture[]): Capture | null {
	return captures.reduce<Capture | null>(
		(newest, each) => (newest && newest.captured >= each.captured ? newest : each),
		null,
	);
}

function behind(path: string): DaybookError {
	return new DaybookError({
		code: 'source/clock',
		message: 'The clock of this machine is not later than this capture, and its day was left out.',
		hint: 'set the clock right; if the time in the name of the file is wrong, remove the file',
		location: { file: path },
	});
}
