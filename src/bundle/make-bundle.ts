import { readFile } from 'node:fs/promises';
import { readme } from './copy.ts';
import { type MadeFile, madeFile } from './make-item.ts';
import { manifestText } from './manifest.ts';
import { type BundlePlan, type Item, opensSearch, scriptPath, styleOfCopy } from './plan.ts';
import { classicScript, openScript } from './scripts.ts';
import { writeZip } from './zip.ts';

/** The folder in the zip: unpacking it makes one folder, wherever that is. */
export const topFolder = 'daybook';

export interface BundleWork {
	/** Makes the files of items, in their order; threads may share the work. */
	make(items: readonly Item[]): AsyncIterable<MadeFile>;
	/** Called as files are made. */
	onProgress?: (progress: { made: number; of: number }) => void;
}

/** Makes the zip of a planned bundle at `place`, where nothing is. The same site gives the same bytes. */
export async function makeBundle(
	plan: BundlePlan,
	place: string,
	work: BundleWork,
): Promise<{ files: number; bytes: number }> {
	let files = 0;
	const bytes = await writeZip(
		place,
		(async function* () {
			for await (const file of bundleFiles(plan, work)) {
				files += 1;
				yield { ...file, path: `${topFolder}/${file.path}` };
			}
		})(),
	);
	return { files, bytes };
}

/** Every file: those of items, then what comes of them, the manifest last. */
async function* bundleFiles(plan: BundlePlan, { make, onProgress }: BundleWork): AsyncGenerator<MadeFile> {
	const listed: Omit<MadeFile, 'deflated'>[] = [];
	const moduleSets = new Map<string, string[]>();
	for await (const file of make(plan.items)) {
		const { deflated, ...facts } = file;
		listed.push(facts);
		if (file.modules.length > 0) moduleSets.set(scriptPath(file.modules), file.modules);
		onProgress?.({ made: listed.length, of: plan.items.length });
		yield file;
	}
	for await (const file of addedFiles(plan, moduleSets)) {
		listed.push(file);
		yield file;
	}
	yield madeFile('manifest.json', manifestText(plan.copy, listed));
}

async function* addedFiles(plan: BundlePlan, moduleSets: ReadonlyMap<string, string[]>): AsyncGenerator<MadeFile> {
	for (const [path, modules] of [...moduleSets].sort(([a], [b]) => (a < b ? -1 : 1))) {
		yield madeFile(path, await classicScript(plan.folder, modules));
	}
	yield madeFile(opensSearch, await openScript(plan.search, plan.together));
	yield madeFile(styleOfCopy, await readFile(new URL('./offline.css', import.meta.url)));
	yield madeFile('README.txt', readme(plan.copy));
}
