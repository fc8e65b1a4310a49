import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { type BrowserName, browserPlaces } from './browsers.ts';

/** The path of a browser that starts, or null. */
export function findBrowser(browser: BrowserName): string | null {
	const paths = browserPlaces(browser, process.platform, process.env).flatMap((place) => programPath(place) ?? []);
	return paths.find((path) => process.platform === 'win32' || starts(path)) ?? null;
}

/** Some systems have a `chromium` that only says how to get one. */
function starts(path: string): boolean {
	return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** The absolute path of a program that can be run, from a name on PATH or a path. */
export function programPath(nameOrPath: string): string | null {
	const folders = isAbsolute(nameOrPath) ? [''] : (process.env['PATH'] ?? '').split(delimiter);
	return folders.map((folder) => join(folder, nameOrPath)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
