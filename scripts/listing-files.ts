import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { plainYaml } from '../src/analysis/plain-yaml.ts';
import { DaybookError } from '../src/errors.ts';
import { type CapturedFile, type Sidecar, sidecarSchema } from '../src/records/listing.ts';

/**
 * The captured files below a folder with their sidecars, in the order of their paths, one in memory at a time. Dot
 * files, `README*`, `MANIFEST*` and the sidecars are not listings. Throws `listings/unreadable-folder` and
 * `sidecar/invalid`; a listing, or a folder below this one, that cannot be opened is given without bytes, which its
 * reader refuses.
 */
export function* capturedFiles(folder: string): Generator<CapturedFile> {
	const places = placesBelow(folder);
	const isThere = new Set(places.map(({ file }) => file));
	for (const { file, opens } of places) {
		if (isSidecar(file, isThere)) continue;
		const sidecar = isThere.has(`${file}.yaml`) ? readSidecar(folder, `${file}.yaml`) : null;
		yield { file, bytes: opens ? readBytes(join(folder, file)) : null, sidecar };
	}
}

/** One captured file with its sidecar, by the path of the file. */
export function capturedFile(path: string): CapturedFile {
	const [folder, file] = [dirname(path), basename(path)];
	const sidecar = existsSync(`${path}.yaml`) ? readSidecar(folder, `${file}.yaml`) : null;
	return { file, bytes: readBytes(path), sidecar };
}

/** A `.yaml` beside the file that it names. */
function isSidecar(file: string, isThere: ReadonlySet<string>): boolean {
	return file.endsWith('.yaml') && isThere.has(file.slice(0, -'.yaml'.length));
}

interface PlaceBelow {
	/** Its path below the folder of listings, with `/`. */
	file: string;
	/** Not so a folder that may not be read, a link that leads nowhere or in a circle, or what is no file. */
	opens: boolean;
}

function placesBelow(folder: string): PlaceBelow[] {
	try {
		return placesIn(folder, '', []).sort((a, b) => (a.file < b.file ? -1 : 1));
	} catch (cause) {
		throw new DaybookError({
			code: 'listings/unreadable-folder',
			message: 'This folder of listings cannot be read.',
			hint: 'check that it exists and that you may open it, or name another with --listings',
			location: { file: folder },
			cause,
		});
	}
}

/** A link counts as what it leads to. `around` are the folders that the path leads through, without links. */
function placesIn(folder: string, path: string, around: readonly string[]): PlaceBelow[] {
	const here = realpathSync(join(folder, path));
	if (around.includes(here)) return [{ file: path, opens: false }];
	return readdirSync(here)
		.filter((name) => !/^(\.|README|MANIFEST)/.test(name))
		.flatMap((name) => {
			const file = path === '' ? name : `${path}/${name}`;
			try {
				const place = statSync(join(folder, file));
				if (place.isDirectory()) return placesIn(folder, file, [...around, here]);
				return { file, opens: place.isFile() };
			} catch {
				return { file, opens: false };
			}
		});
}

function readBytes(file: string): Uint8Array | null {
	try {
		return readFileSync(file);
	} catch {
		return null;
	}
}

function readSidecar(folder: string, file: string): Sidecar {
	const source = readFileSync(join(folder, file), 'utf8');
	const read = plainYaml(source);
	if ('problem' in read) throw invalid(join(folder, file), read.line, `${read.problem}.`);
	const parsed = sidecarSchema.safeParse(read.value ?? {});
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
	if (key === undefined) throw invalid(join(folder, file), 1, 'A sidecar is a list of keys, each with its value.');
	const line = source.split('\n').findIndex((text) => text.startsWith(`${String(key)}:`)) + 1;
	throw invalid(join(folder, file), line || 1, `${String(key)}: ${issue?.message ?? 'not as expected'}`);
}

function invalid(file: string, at: number, message: string): DaybookError {
	return new DaybookError({
		code: 'sidecar/invalid',
		message: message.split('\n')[0] ?? message,
		hint: 'content/listings/README.md says what each key of a sidecar may hold',
		location: { file, at },
	});
}
