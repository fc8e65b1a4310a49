/** Where to look for Chromium, best first: names to look up on PATH, and absolute paths. */
export function chromiumPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
	const named = env['DAYBOOK_CHROMIUM'] ? [env['DAYBOOK_CHROMIUM']] : [];
	return [
		...named,
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
		...usualPlaces(platform, env),
	];
}

function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
	if (platform === 'darwin') {
		return ['Chromium', 'Google Chrome'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
	}
	if (platform !== 'win32') return [];
	return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
		.flatMap((variable) => env[variable] ?? [])
		.flatMap((folder) => [
			`${folder}\\Chromium\\Application\\chrome.exe`,
			`${folder}\\Google\\Chrome\\Application\\chrome.exe`,
		]);
}

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

export interface Host {
	/** Whether a program is on PATH. */
	has(program: string): boolean;
	isRoot: boolean;
}

const managers: readonly { program: string; asRoot: boolean; lines: readonly CommandLine[] }[] = [
	{
		program: 'apt-get',
		asRoot: true,
		lines: [
			['apt-get', 'update'],
			['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
		],
	},
	{ program: 'dnf', asRoot: true, lines: [['dnf', 'install', '-y', 'chromium']] },
	{ program: 'apk', asRoot: true, lines: [['apk', 'add', 'chromium']] },
	{ program: 'pacman', asRoot: true, lines: [['pacman', '-Sy', '--noconfirm', 'chromium']] },
	{ program: 'brew', asRoot: false, lines: [['brew', 'install', '--cask', 'chromium']] },
];

/** What installs Chromium by the first package manager that the host has; empty when it cannot be done unasked. */
export function installCommands({ has, isRoot }: Host): CommandLine[] {
	const manager = managers.find(({ program }) => has(program));
	if (!manager) return [];
	if (!manager.asRoot || isRoot) return [...manager.lines];
	return has('sudo') ? manager.lines.map((line) => ['sudo', '-n', ...line] as const) : [];
}
