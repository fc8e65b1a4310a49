import { DaybookError } from '../errors.ts';
import { type Answer, readAnswer } from './answer.ts';
import { askedToWait, backoff } from './pauses.ts';
import type { World } from './world.ts';

/** How a service is asked. Times are milliseconds. */
export interface Manners {
	/** The `User-Agent`: who asks, and where more is said of it. */
	agent: string;
	/** Between the starts of two requests, at least. */
	gap: number;
	/** How often one thing is asked for, the first time included. */
	tries: number;
	/** Bytes of one answer, unpacked. */
	most: number;
	/** Without one byte. */
	patience: number;
	/** For one whole answer. */
	longest: number;
	/** Is told of each pause that a fault makes necessary. */
	pausing?: (pause: Pause) => void;
}

export interface Pause {
	url: string;
	ms: number;
	/** The fault, as it would be reported if it stayed. */
	why: DaybookError;
}

export interface Wanted {
	/** A media type. */
	accept: string;
	/** Of an earlier answer: when it is still the same, none is sent. */
	etag?: string | null;
	lastModified?: string | null;
	/**
	 * What is wrong with the bytes of an answer, or null. A flaw counts as passing: it is asked for again, and the
	 * error that this gave is thrown when it stays.
	 */
	flaw?: (bytes: Uint8Array) => DaybookError | null;
}

export interface Requester {
	/**
	 * The answer at an address, or `unchanged` where it is still what `etag` or `lastModified` name. Asks one thing at a
	 * time, in the order of the calls; asks again, later, after what may pass: a server that is busy or failing, a
	 * connection that is cut, silence.
	 *
	 * Throws, each with the address as its place: `source/rate-limited`, `source/unavailable` and `source/too-slow` when
	 * a fault stays, `source/refused` for other statuses than 200, `source/moved` for a redirect to another origin,
	 * `source/too-large`, and the reason of `signal` when that is aborted.
	 */
	get(url: string, wanted: Wanted, signal?: AbortSignal): Promise<Answer | 'unchanged'>;
}

/** A requester of one service, which keeps to its manners whoever asks. */
export function requester(world: World, manners: Manners): Requester {
	let turn: Promise<unknown> = Promise.resolve();
	let lastStart: number | null = null;

	const keepGap = async (signal: AbortSignal | undefined) => {
		// A clock that was set back makes no wait longer than the gap.
		const left = lastStart === null ? 0 : Math.min(manners.gap, lastStart + manners.gap - world.now());
		if (left > 0) await world.wait(left, signal);
		lastStart = world.now();
	};

	const ask = async (url: string, wanted: Wanted, signal: AbortSignal | undefined): Promise<Answer | 'unchanged'> => {
		for (let tried = 1; ; tried += 1) {
			signal?.throwIfAborted();
			await keepGap(signal);
			const outcome = await askOnce(world, manners, { url, wanted, signal, keepGap });
			if (!('fault' in outcome)) return outcome.answer;
			if (tried >= manners.tries) throw outcome.fault;
			const ms = outcome.after ?? backoff(tried, world.chance());
			manners.pausing?.({ url, ms, why: outcome.fault });
			await world.wait(ms, signal);
		}
	};

	return {
		get(url, wanted, signal) {
			const mine = turn.then(() => ask(url, wanted, signal));
			turn = mine.catch(() => undefined);
			return mine;
		},
	};
}

interface Asked {
	url: string;
	wanted: Wanted;
	signal: AbortSignal | undefined;
	keepGap: (signal: AbortSignal | undefined) => Promise<void>;
}

/** An answer, or a fault that may pass, and how long the server asks to wait: null when it does not say. */
type Outcome = { answer: Answer | 'unchanged' } | { fault: DaybookError; after: number | null };

async function askOnce(world: World, manners: Manners, { url, wanted, signal, keepGap }: Asked): Promise<Outcome> {
	const stop = new AbortController();
	const tooSlow = (ms: number, what: string) => () =>
		stop.abort(fault('source/too-slow', `${what} ${Math.round(ms / 1000)} seconds.`, 'run it again later', url));
	let quiet = () => {};
	const heard = () => {
		quiet();
		quiet = world.alarm(manners.patience, tooSlow(manners.patience, 'The service sent nothing for'));
	};
	const stopped = () => stop.abort(signal?.reason);
	signal?.addEventListener('abort', stopped, { once: true });
	const inTime = world.alarm(manners.longest, tooSlow(manners.longest, 'The answer was not complete after'));
	try {
		heard();
		const response = await follow(world, manners, { url, wanted, signal: stop.signal, keepGap });
		heard();
		const judged = judge(response, url, wanted, world.now());
		if (judged !== 'read') {
			await response.body?.cancel();
			return judged;
		}
		const answer = await readAnswer(response, { url, most: manners.most, heard, signal: stop.signal });
		const flaw = wanted.flaw?.(answer.fresh) ?? null;
		return flaw === null ? { answer } : { fault: flaw, after: null };
	} catch (error) {
		signal?.throwIfAborted();
		const cause: unknown = stop.signal.aborted ? stop.signal.reason : error;
		stop.abort();
		if (!(cause instanceof DaybookError)) return { fault: cut(cause, url), after: null };
		if (cause.code === 'source/too-slow') return { fault: cause, after: null };
		throw cause;
	} finally {
		quiet();
		inTime();
		signal?.removeEventListener('abort', stopped);
	}
}

const mostRedirects = 5;

/** Follows redirects within the origin that was asked, each as a request of its own. */
async function follow(world: World, { agent }: Manners, { url, wanted, signal, keepGap }: Asked): Promise<Response> {
	const { accept, etag, lastModified } = wanted;
	const headers = {
		'user-agent': agent,
		accept,
		...(etag && { 'if-none-match': etag }),
		...(lastModified && { 'if-modified-since': lastModified }),
	};
	let at = url;
	for (let hops = 0; hops <= mostRedirects; hops += 1) {
		if (hops > 0) await keepGap(signal);
		const response = await world.fetch(at, { headers, redirect: 'manual', ...(signal && { signal }) });
		const target = response.headers.get('location');
		if (![301, 302, 303, 307, 308].includes(response.status) || target === null) return response;
		await response.body?.cancel();
		const next = URL.canParse(target, at) ? new URL(target, at) : null;
		if (next === null || next.origin !== new URL(url).origin) {
			const where = next === null ? 'an address that cannot be read' : next.origin;
			throw fault(
				'source/moved',
				`The service sends on to ${where}.`,
				'see whether it has moved; nothing was asked there',
				url,
			);
		}
		at = next.href;
	}
	throw fault('source/moved', 'The service sends on again and again.', 'see whether it has moved', url);
}

/** What a status says before anything of the answer is read. Throws where it will not be otherwise the next time. */
function judge(response: Response, url: string, { etag, lastModified }: Wanted, now: number): Outcome | 'read' {
	const { status, headers } = response;
	if (status === 200) return 'read';
	if (status === 304 && (etag || lastModified)) return { answer: 'unchanged' };
	const busy = status === 429 || status === 503;
	if (!busy && status !== 408 && status !== 425 && status < 500) {
		throw fault('source/refused', `The service answered ${status}.`, refusedHint(status), url);
	}
	const code = status === 429 ? 'source/rate-limited' : 'source/unavailable';
	const message = status === 429 ? 'The service takes no more requests for now.' : `The service answered ${status}.`;
	const asked = busy ? askedToWait(headers, now) : null;
	if (asked?.until !== undefined) {
		throw fault(
			'source/rate-limited',
			message,
			`run it again after ${asked.until}, the time that the service names`,
			url,
		);
	}
	return { fault: fault(code, message, 'run it again later', url), after: asked?.ms ?? null };
}

function refusedHint(status: number): string {
	if (status === 401 || status === 403) return 'see whether the service is still open to all';
	return 'see whether the service has changed, and open the address in a browser';
}

function cut(cause: unknown, url: string): DaybookError {
	const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
	const said = inner instanceof Error ? inner.message : String(inner);
	return new DaybookError({
		code: 'source/unavailable',
		message: `The connection failed: ${said.slice(0, 200)}`,
		hint: 'see that you are connected, and run it again',
		location: { file: url },
		cause,
	});
}

function fault(code: string, message: string, hint: string, file: string): DaybookError {
	return new DaybookError({ code, message, hint, location: { file } });
}
