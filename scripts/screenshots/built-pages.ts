import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPage } from './page-kinds.ts';

/** Every page of a built site, read from its files. */
export function builtPages(folder: string): BuiltPage[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.map((file) => {
			const text = readFileSync(join(folder, file), 'utf8');
			const path = `/${file.replaceAll('\\', '/')}`.replace(/(?<=\/)index\.html$/, '');
			return { path, bytes: text.length, leadsOn: text.includes('http-equiv="refresh"') };
		});
}
