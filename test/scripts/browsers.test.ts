import { describe, expect, test } from 'vitest';
import { browserPlaces, installCommands } from '../../scripts/test/browsers.ts';

describe('where a browser is looked for', () => {
	test('the one that DAYBOOK_CHROMIUM names comes first', () => {
		expect(browserPlaces('chromium', 'linux', { DAYBOOK_CHROMIUM: '/opt/chromium' })).toEqual([
			'/opt/chromium',
			'chromium',
			'chromium-browser',
			'google-chrome',
			'google-chrome-stable',
		]);
	});

	test('Firefox has a variable of its own', () => {
		const env = { DAYBOOK_FIREFOX: '/opt/firefox', DAYBOOK_CHROMIUM: '/opt/chromium' };
		expect(browserPlaces('firefox', 'linux', env)).toEqual(['/opt/firefox', 'firefox-esr', 'firefox']);
	});

	test.each([
		['chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
		['firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
	] as const)('macOS keeps %s in an app', (browser, place) => {
		expect(browserPlaces(browser, 'darwin', {})).toContain(place);
	});

	test.each([
		['chromium', 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe'],
		['firefox', 'C:\\Programs\\Mozilla Firefox\\firefox.exe'],
	] as const)('Windows keeps %s in the folders that its environment names', (browser, place) => {
		const places = browserPlaces(browser, 'win32', { PROGRAMFILES: 'C:\\Programs' });
		expect(places).toContain(place);
		expect(places.join()).not.toContain('undefined');
	});
});

describe('how a browser is installed', () => {
	const host = (isRoot: boolean, ...programs: string[]) => ({ has: (name: string) => programs.includes(name), isRoot });

	test.each([
		['root with apt', host(true, 'apt-get'), ['apt-get update', 'apt-get install -y --no-install-recommends chromium']],
		['a person with sudo and dnf', host(false, 'dnf', 'sudo'), ['sudo -n dnf install -y chromium']],
		['a person without sudo', host(false, 'apt-get'), []],
		['brew never runs as root', host(false, 'brew', 'sudo'), ['brew install --cask chromium']],
		['no package manager', host(true), []],
	])('%s', (_, system, expected) => {
		expect(installCommands('chromium', system).map((line) => line.join(' '))).toEqual(expected);
	});

	test.each([
		['apt-get', 'apt-get install -y --no-install-recommends firefox-esr'],
		['pacman', 'pacman -Sy --noconfirm firefox'],
	])('Firefox by %s', (manager, expected) => {
		expect(installCommands('firefox', host(true, manager)).at(-1)?.join(' ')).toBe(expected);
	});
});
