import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});

/** The part of `package.json` that is checked. */
export const manifestSchema = z.object({ dependencies: names, devDependencies: names, optionalDependencies: names });
export type Manifest = z.infer<typeof manifestSchema>;

const packageSchema = manifestSchema.extend({
	license: z.string().optional(),
	version: z.string().optional(),
	resolved: z.string().optional(),
	integrity: z.string().optional(),
});

/** The part of npm's `package-lock.json` (version 3) that is checked; the package at `''` is the project. */
export const lockFileSchema = z.object({ packages: z.record(z.string(), packageSchema) });
export type LockFile = z.infer<typeof lockFileSchema>;

const registry = 'https://registry.npmjs.org/';

/** What `package.json` asks for and the lock file does not have, or the other way round. */
export function outOfStep(manifest: Manifest, { packages }: LockFile): string[] {
	const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
	return kinds.flatMap((kind) => {
		const [asked, locked] = [manifest[kind], packages['']?.[kind] ?? {}];
		return [...new Set([...Object.keys(asked), ...Object.keys(locked)])]
			.filter((name) => asked[name] !== locked[name])
			.map((name) => {
				const [wanted, held] = [asked[name] ?? 'none', locked[name] ?? 'none'];
				return `${name}: package.json asks for ${wanted} and the lock file has ${held}; run npm install`;
			});
	});
}

/**
 * Packages that would be installed from elsewhere than npm's registry, where all come from of which nothing else is
 * said, or without their bytes being known.
 */
export function unverified({ packages }: LockFile): string[] {
	return Object.entries(packages)
		.filter(([place]) => place !== '')
		.filter(([, { resolved = registry, integrity = '' }]) => {
			return !(resolved.startsWith(registry) && integrity.startsWith('sha512-'));
		})
		.map(([place, { resolved = registry }]) => `${place} is from ${resolved}, or has no sha512`);
}

/**
 * Optional dependencies that no entry of the lock file provides, each with the package that wants it. With one of
 * them `npm ci` refuses the lock file, on the platforms that need it.
 */
export function missingOptionals({ packages }: LockFile): string[] {
	return Object.entries(packages).flatMap(([place, wanting]) =>
		Object.keys(wanting.optionalDependencies)
			.filter((name) => !searchedPlaces(place, name).some((candidate) => candidate in packages))
			.map((name) => `${name}, an optional dependency of ${place || 'the project'}, has no entry in the lock file`),
	);
}

/** Where Node looks for `name` from the package at `place`, nearest first. */
function searchedPlaces(place: string, name: string): string[] {
	const nested = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
	if (place === '') return [nested];
	const parentEnd = place.lastIndexOf('/node_modules/');
	return [nested, ...searchedPlaces(parentEnd === -1 ? '' : place.slice(0, parentEnd), name)];
}

const freeLicences = [
	'MIT',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'0BSD',
	'Apache-2.0',
	'ISC',
	'OFL-1.1',
	'CC0-1.0',
	'BlueOak-1.0.0',
];

/** Accepted for tools that we run as they are and do not ship. */
const toolLicences = [...freeLicences, 'MPL-2.0', 'LGPL-2.1-or-later', 'LGPL-3.0-or-later', 'LGPL-3.0-only'];

/** Direct dependencies whose licence is not on the list for what they are used for. */
export function refusedLicences({ packages }: LockFile): string[] {
	const project = packages[''];
	if (!project) return ['the lock file does not name the project'];
	const shipped = Object.keys({ ...project.dependencies, ...project.optionalDependencies });
	const tools = Object.keys(project.devDependencies);
	return [...refused(shipped, freeLicences), ...refused(tools, toolLicences)];

	function refused(dependencies: readonly string[], accepted: readonly string[]): string[] {
		return dependencies
			.map((name) => ({ name, licence: packages[`node_modules/${name}`]?.license }))
			.filter(({ licence }) => !(licence && isAccepted(licence, accepted)))
			.map(({ name, licence }) => `${name} has the licence ${licence ?? '(not stated)'}`);
	}
}

/** Whether an SPDX expression of names joined by OR and AND can be met; one with brackets or WITH is not accepted. */
function isAccepted(expression: string, accepted: readonly string[]): boolean {
	return bare(expression)
		.split(' OR ')
		.some((choice) => choice.split(' AND ').every((name) => accepted.includes(name)));
}

/** The expression without the brackets around all of it, which npm keeps. */
function bare(expression: string): string {
	return /^\(([^()]*)\)$/.exec(expression)?.[1] ?? expression;
}
