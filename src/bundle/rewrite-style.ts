import { build } from 'esbuild';
import { DaybookError } from '../errors.ts';
import type { PageSetting } from './rewrite-page.ts';

/**
 * A style sheet with its addresses as the setting has them. One that has none is left byte for byte.
 * Throws `bundle/unfit-style` for addresses that are not in `url()` or `@import`.
 */
export async function rewrittenStyle(
	css: string,
	{ addressOf, file }: Pick<PageSetting, 'addressOf' | 'file'>,
): Promise<string> {
	if (/\b(?:image-set|src)\s*\(\s*["']/i.test(css)) throw unfit(file);
	if (!/url\s*\(|@import/i.test(css)) return css;
	const refused: unknown[] = [];
	const changed = (address: string): string => {
		try {
			return addressOf(address, 'part') ?? address;
		} catch (error) {
			refused.push(error);
			return address;
		}
	};
	const { outputFiles } = await build({
		stdin: { contents: css, loader: 'css' },
		bundle: true,
		write: false,
		charset: 'utf8',
		target: 'esnext',
		logLevel: 'silent',
		plugins: [
			{
				name: 'addresses',
				setup: ({ onResolve }) => onResolve({ filter: /^/ }, ({ path }) => ({ path: changed(path), external: true })),
			},
		],
	});
	if (refused.length > 0) throw refused[0];
	return outputFiles.map(({ text }) => text).join('');
}

function unfit(file: string): DaybookError {
	return new DaybookError({
		code: 'bundle/unfit-style',
		message: 'This style sheet names a file in a text, where it cannot be told from other texts.',
		hint: 'put the address into url()',
		location: { file },
	});
}
