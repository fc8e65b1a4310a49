/** Aligned text: the first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, ...rows];
	const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
	return lines
		.map((cells) =>
			cells
				.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

export function megabytes(bytes: number | null, digits: number): string {
	return fixed(bytes === null ? null : bytes / 1e6, digits);
}

export function fixed(value: number | null, digits: number): string {
	return value === null ? 'unknown' : grouped(value, digits);
}

export function grouped(value: number, digits = 0): string {
	return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
