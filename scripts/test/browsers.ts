/** The browsers that tests use. */
export const browsers = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

interface BrowserPlaces {
	/** The variable of the environment that names one. */
	variable: string;
	/** Names to look up on PATH, best first. */
	programs: readonly string[];
	/** Below `/Applications`. */
	apps: readonly string[];
	/** Below the folders where Windows keeps programs. */
	folders: readonly string[];
	/** Its package, by package manager. */
	packages: Readonly<Record<Manager, string>>;
}

const places: Readonly<Record<BrowserName, BrowserPlaces>> = {
	chromium: {
		variable: 'DAYBOOK_CHROMIUM',
		programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
		apps: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
		folders: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
		packages: { 'apt-get': 'chromium', dnf: 'chromium', apk: 'chromium', pacman: 'chromium', brew: 'chromium' },
	},
	firefox: {
		variable: 'DAYBOOK_FIREFOX',
		programs: ['firefox-esr', 'firefox'],
		apps: ['Firefox.app/Contents/MacOS/firefox'],
		folders: ['Mozilla Firefox\\firefox.exe'],
		packages: { 'apt-get': 'firefox-esr', dnf: 'firefox', apk: 'firefox-esr', pacman: 'firefox', brew: 'firefox' },
	},
};

/** The variable by which tests are told where a browser is. */
export function variableOf(browser: BrowserName): string {
	return places[browser].variable;
}

/** Where to look for a browser, best first: names to look up on PATH, and absolute paths. */
export function browserPlaces(browser: BrowserName, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
	const { variable, programs } = places[browser];
	const named = env[variable];
	return [...(named ? [named] : []), ...programs, ...usualPlaces(browser, platform, env)];
}

function usualPlaces(browser: BrowserName, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
	const { apps, folders } = places[browser];
	if (platform === 'darwin') return apps.map((app) => `/Applications/${app}`);
	if (platform !== 'win32') return [];
	return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
		.flatMap((variable) => env[variable] ?? [])
		.flatMap((programFolder) => folders.map((folder) => `${programFolder}\\${folder}`));
}

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

export interface Host {
	/** Whether a program is on PATH. */
	has(program: string): boolean;
	isRoot: boolean;
}

type Manager = 'apt-get' | 'dnf' | 'apk' | 'pacman' | 'brew';

const managers: readonly { program: Manager; asRoot: boolean; lines: (name: string) => CommandLine[] }[] = [
	{
		program: 'apt-get',
		asRoot: true,
		lines: (name) => [
			['apt-get', 'update'],
			['apt-get', 'install', '-y', '--no-install-recommends', name],
		],
	},
	{ program: 'dnf', asRoot: true, lines: (name) => [['dnf', 'install', '-y', name]] },
	{ program: 'apk', asRoot: true, lines: (name) => [['apk', 'add', name]] },
	{ program: 'pacman', asRoot: true, lines: (name) => [['pacman', '-Sy', '--noconfirm', name]] },
	{ program: 'brew', asRoot: false, lines: (name) => [['brew', 'install', '--cask', name]] },
];

/** What installs a browser by the first package manager that the host has; empty when it cannot be done unasked. */
export function installCommands(browser: BrowserName, { has, isRoot }: Host): CommandLine[] {
	const manager = managers.find(({ program }) => has(program));
	if (!manager) return [];
	const lines = manager.lines(places[browser].packages[manager.program]);
	if (!manager.asRoot || isRoot) return lines;
	return has('sudo') ? lines.map((line) => ['sudo', '-n', ...line] as const) : [];
}
