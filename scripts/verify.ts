import { resolve } from 'node:path';
import { counted } from '../src/charts/words.ts';
import { DaybookError, oneLine } from '../src/errors.ts';
import {
	type AnyManifest,
	anyManifestSchema,
	type Differences,
	differencesFrom,
	type Fingerprint,
} from '../src/exports/verification.ts';
import { command, run } from './command.ts';
import { filesAt, manifestAt, type Place, placeAt } from './verify/files.ts';
import { foundPublished, publishedManifest } from './verify/published.ts';

interface Options {
	manifest: string;
	files?: string;
	json: boolean;
}

/** More are counted, and not named. */
const named = 20;

const program = command('verify', 'Checks a published site, or an offline copy, against its manifest.')
	.requiredOption(
		'--manifest <place>',
		'https://…/manifest.json of a site; or a file: manifest.json of a site, of data or of an unpacked copy, or a zip',
	)
	.option('--files <place>', 'where the files are, if not beside the manifest: an address, a folder or a zip')
	.action(async ({ manifest: place, files = place, json }: Options) => {
		const manifest = await manifestOf(place);
		const found = await filesOf(files, manifest);
		const differences = differencesFrom(manifest, found);
		const different = Object.values(differences).some((paths) => paths.length > 0);
		if (json) {
			console.log(JSON.stringify({ files: manifest.files.length, ...differences }));
			process.exitCode = different ? 1 : 0;
			return;
		}
		for (const line of linesOf(differences)) console.error(line);
		if (different) throw notTheSame(differences, files);
		console.log(`${counted(manifest.files.length, 'file')}, all as the manifest says.`);
	});

async function manifestOf(place: string): Promise<AnyManifest> {
	try {
		const text = isAddress(place) ? await publishedManifest(place) : await manifestAt(await placeNamed(place));
		return anyManifestSchema.parse(JSON.parse(text ?? ''));
	} catch (cause) {
		throw cause instanceof DaybookError ? cause : noManifest(place, cause);
	}
}

async function filesOf(place: string, manifest: AnyManifest): Promise<Map<string, Fingerprint>> {
	if (!isAddress(place)) return await filesAt(await placeNamed(place));
	return await foundPublished(place, manifest, (asked) => {
		if (asked % 500 === 0) console.error(`verify: ${asked} of ${manifest.files.length} files`);
	});
}

function isAddress(place: string): boolean {
	return /^https?:\/\//.test(place);
}

async function placeNamed(path: string): Promise<Place> {
	try {
		return await placeAt(resolve(path));
	} catch (cause) {
		throw noManifest(path, cause);
	}
}

function noManifest(file: string, cause: unknown): DaybookError {
	return new DaybookError({
		code: 'verify/no-manifest',
		message: 'There is no manifest here that Daybook wrote.',
		hint: 'name the manifest.json of a site, of its data or of an offline copy, or the zip of a copy',
		location: { file },
		cause,
	});
}

function linesOf(differences: Differences): string[] {
	const words = { missing: 'missing', changed: 'changed', unlisted: 'not in the manifest' } as const;
	return (['missing', 'changed', 'unlisted'] as const).flatMap((kind) => {
		const [word, paths] = [words[kind], differences[kind]];
		const more = paths.length > named ? [`… and ${paths.length - named} more ${word}`] : [];
		return [...paths.slice(0, named).map((path) => oneLine(`${word}: ${path}`)), ...more];
	});
}

function notTheSame({ missing, changed, unlisted }: Differences, file: string): DaybookError {
	return new DaybookError({
		code: 'verify/differs',
		message: `Of its files ${missing.length} are missing and ${changed.length} changed; ${unlisted.length} more are there.`,
		hint: 'wait ten minutes if it was published just now; else publish it, or fetch the copy, again',
		location: { file },
	});
}

await run(program);
