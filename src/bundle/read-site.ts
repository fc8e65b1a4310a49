import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DaybookError } from '../errors.ts';
import { reportSchema } from '../records/archive.ts';
import { capturedDay } from '../records/dates.ts';
import type { Copy } from './copy.ts';

const factsSchema = z.object(reportSchema.pick({ papers: true }).shape).extend({
	listings: z.array(z.object(reportSchema.shape.listings.element.pick({ captured: true }).shape)),
});

/** What a built site says of its archive. Throws `bundle/no-site`. */
export async function readFacts(folder: string): Promise<Pick<Copy, 'papers' | 'captured'>> {
	const file = join(folder, 'data/report.json');
	try {
		const { papers, listings } = factsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
		const days = listings.flatMap(({ captured }) => (captured === null ? [] : [capturedDay(captured)]));
		return { papers, captured: days.sort().at(-1) ?? null };
	} catch (cause) {
		throw noSite(folder, cause);
	}
}

/** The home page of a built site. Throws `bundle/no-site`. */
export async function readHome(folder: string): Promise<string> {
	try {
		return await readFile(join(folder, 'index.html'), 'utf8');
	} catch (cause) {
		throw noSite(folder, cause);
	}
}

/** The paths of all files in a folder, from there, with `/`. */
export async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		)
		.sort();
}

/** Where a page says that the site is published; null when it does not say. */
export function originOf(page: string): string | null {
	const [, address] = /<link rel="canonical" href="([^"]*)"/.exec(page) ?? [];
	return address === undefined ? null : (URL.parse(address)?.origin ?? null);
}

function noSite(folder: string, cause: unknown): DaybookError {
	return new DaybookError({
		code: 'bundle/no-site',
		message: 'There is no site here that this version of Daybook built.',
		hint: 'run npm run build, or name its folder with --from',
		location: { file: folder },
		cause,
	});
}
