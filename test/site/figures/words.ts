const months = 'January February March April May June July August September October November December'.split(' ');

/** 12345 with thin spaces. */
export function written(count: number): string {
	return count < 1000 ? String(count) : `${written(Math.floor(count / 1000))}\u202F${String(count).slice(-3)}`;
}

/** The number that is written so. */
export function read(text: string): number {
	return Number(text.replace(/[\u202F\u00A0]/g, ''));
}

/** Two digits of a share in per cent. */
export function percent(share: number): string {
	const digits = Number((share * 100).toPrecision(2));
	return digits === 100 && share < 1 ? 'over 99%' : `${digits}%`;
}

/** A number with at most one decimal. */
export function oneDecimal(value: number): string {
	const rounded = Math.floor(value * 10 + 0.5) / 10;
	const whole = Math.floor(rounded);
	return rounded === whole ? written(whole) : `${written(whole)}${String(rounded.toFixed(1)).slice(-2)}`;
}

/** `2025-11` is November 2025, `2025-Q4` Q4 2025. */
export function named(period: string): string {
	const [year = '', part] = period.split('-');
	if (part === undefined) return year;
	return `${part.startsWith('Q') ? part : months[Number(part) - 1]} ${year}`;
}

export function plural(count: number, noun: string): string {
	return `${written(count)} ${noun}${count === 1 ? '' : 's'}`;
}
