import { InvalidArgumentError } from 'commander';

/** Of an option; 0 lets the system choose one. */
export function portNumber(text: string): number {
	if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
		throw new InvalidArgumentError('A port is a whole number up to 65535.');
	}
	return Number(text);
}
