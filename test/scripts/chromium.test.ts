import { describe, expect, test } from 'vitest';
import { chromiumPlaces, installCommands } from '../../scripts/test/chromium.ts';

describe('where Chromium is looked for', () => {
	test('the one that DAYBOOK_CHROMIUM names comes first', () => {
		expect(chromiumPlaces('linux', { DAYBOOK_CHROMIUM: '/opt/chromium' })).toEqual([
			'/opt/chromium',
			'chromium',
			'chromium-browser',
			'google-chrome',
			'google-chrome-stable',
		]);
	});

	test('macOS keeps programs in apps', () => {
		expect(chromiumPlaces('darwin', {})).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
	});

	test('Windows keeps them in the folders that its environment names', () => {
		const places = chromiumPlaces('win32', { PROGRAMFILES: 'C:\\Programs' });
		expect(places).toContain('C:\\Programs\\Google\\Chrome\\Application\\chrome.exe');
		expect(places.join()).not.toContain('undefined');
	});
});

describe('how Chromium is installed', () => {
	const host = (isRoot: boolean, ...programs: string[]) => ({ has: (name: string) => programs.includes(name), isRoot });

	test.each([
		['root with apt', host(true, 'apt-get'), ['apt-get update', 'apt-get install -y --no-install-recommends chromium']],
		['a person with sudo and dnf', host(false, 'dnf', 'sudo'), ['sudo -n dnf install -y chromium']],
		['a person without sudo', host(false, 'apt-get'), []],
		['brew never runs as root', host(false, 'brew', 'sudo'), ['brew install --cask chromium']],
		['no package manager', host(true), []],
	])('%s', (_, system, expected) => {
		expect(installCommands(system).map((line) => line.join(' '))).toEqual(expected);
	});
});
