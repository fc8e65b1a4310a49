/** Of a first pause at most, and of any, in milliseconds. */
const [first, longest] = [1_000, 60_000];

/**
 * The pause before the next try, in milliseconds: anything up to a bound that doubles with each try (“full jitter”),
 * so that those who failed together do not come back together. `tried` counts from 1; `chance` is from 0 to below 1.
 */
export function backoff(tried: number, chance: number): number {
	return Math.ceil(chance * Math.min(longest, first * 2 ** (tried - 1)));
}

/** No wait is longer than this, in milliseconds: it is for another run. */
const longestAsked = 600_000;

/**
 * What `Retry-After` asks for (RFC 9110, 10.2.3): milliseconds, or the time until when, as ISO 8601, where that is
 * more than ten minutes off. Null when it does not ask, cannot be read, or names a time that is over. A date is taken
 * against the server's own `Date`, since the clocks of two machines differ.
 */
export function askedToWait(headers: Headers, now: number): { ms: number; until?: string } | null {
	const asked = headers.get('retry-after')?.trim() ?? '';
	const ms = /^\d+$/.test(asked)
		? Number(asked) * 1000
		: httpDate(asked) - orElse(httpDate(headers.get('date') ?? ''), now);
	if (!(ms > 0)) return null;
	if (ms <= longestAsked) return { ms };
	// Beyond what a date can hold, the end of what four digits of a year can say.
	const until = Math.min(now + ms, Date.UTC(9999, 11, 31));
	return { ms, until: `${new Date(until).toISOString().slice(0, 19)}Z` };
}

/** Milliseconds since 1970, or NaN for what is no date of HTTP. */
function httpDate(text: string): number {
	return /^[A-Z][a-z]{2,8},? .* GMT$/.test(text.trim()) ? Date.parse(text) : Number.NaN;
}

function orElse(value: number, other: number): number {
	return Number.isNaN(value) ? other : value;
}
