import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { builtPages } from '../../scripts/screenshots/built-pages.ts';
import { kindOf, pageAt, shownPages } from '../../scripts/screenshots/page-kinds.ts';
import { requireChromium } from '../chromium.ts';
import { expectSuccess, runCommand } from './run-command.ts';

describe('kinds of pages', () => {
	test.each([
		['/', 'home'],
		['/404.html', '404'],
		['/papers/', 'papers'],
		['/papers/3/', 'papers-part'],
		['/papers/3d-vision/', 'paper'],
		['/2025/', 'year'],
		['/2025/papers/2/', 'year-papers'],
		['/2025/w48/', 'week'],
		['/2025/11/', 'month'],
		['/2025/11/papers/', 'month-papers'],
		['/2025/11/24/', 'day'],
		['/topics/rag/', 'topic'],
		['/topics/rag/1/', 'topic-part'],
		['/listings/conflicts/', 'conflicts'],
		['/listings/0123456789ab/', 'listing'],
		['/something/new/', 'something'],
	])('%s is of the kind %s', (path, kind) => expect(kindOf(path)).toBe(kind));

	test('each is shown by its longest address, and papers also by the largest page; aliases by none', () => {
		const page = (path: string, bytes = 1) => ({ path, bytes, leadsOn: false });
		const pages = [
			...[page('/topics/'), page('/papers/short/', 9), page('/papers/longer/'), page('/search/'), page('/new/')],
			{ ...page('/papers/the-longest-of-all/', 99), leadsOn: true },
		];
		expect(shownPages(pages)).toEqual([
			{ name: 'paper', path: '/papers/longer/' },
			{ name: 'paper-large', path: '/papers/short/' },
			{ name: 'topics', path: '/topics/' },
			{ name: 'new', path: '/new/' },
			{ name: 'search', path: '/search/' },
			{ name: 'search-results', path: '/search/?q=model' },
		]);
	});

	test('a page that was asked for is named after its address', () => {
		expect(pageAt('/search/?q=a b').name).toBe('search-q-a-b');
		expect(pageAt('/').name).toBe('home');
	});
});

describe('npm run screenshots', () => {
	let folder = '';
	let site = '';
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'daybook-screenshots-'));
		site = join(folder, 'site');
		for (const [file, body] of [
			['index.html', '<p>Home</p>'],
			['papers/a/index.html', '<div style="width:900px;height:5000px">Wide and long</div>'],
			['papers/alias/index.html', '<meta http-equiv="refresh" content="0; url=/papers/a/">'],
		] as const) {
			await mkdir(dirname(join(site, file)), { recursive: true });
			await writeFile(join(site, file), `<!doctype html><title>${file}</title>${body}`);
		}
		return async () => await rm(folder, { recursive: true });
	});

	test('reads the pages of a site', () => {
		const pages = builtPages(site).map(({ path, leadsOn }) => `${path}${leadsOn ? ' leads on' : ''}`);
		expect(pages.sort()).toEqual(['/', '/papers/a/', '/papers/alias/ leads on']);
	});

	test('takes a picture of every page in every look, and puts them on sheets', {
		timeout: 180_000,
	}, async (context) => {
		requireChromium(context);
		const out = join(folder, 'out');
		const { status, stdout, stderr } = runCommand('screenshots.ts', ['--from', site, '--out', out, '--json']);
		expectSuccess({ status, stderr });
		const names = (await readdir(out)).sort();
		const looks = ['1280-dark', '1280-light', '360-dark', '360-light', 'print'];
		const expected = looks.flatMap((look) => [`home-${look}.png`, `paper-${look}.png`, `sheet-${look}-1.png`]);
		expect(names).toEqual(expected.sort());
		expect(JSON.parse(stdout)).toMatchObject({ out, pictures: { length: 10 }, sheets: { length: 5 } });
		expect(await sharp(join(out, 'paper-360-light.png')).metadata()).toMatchObject({ width: 360, height: 4000 });
		expect(stderr).toContain('/papers/a/ scrolls sideways in 360-light');
		expect(stderr).not.toContain('1280-light scrolls');
	});

	test.each([
		[['--from', 'nowhere'], 1, 'screenshots/no-site'],
		[['--looks', 'sepia'], 2, 'There is no look “sepia”'],
		[['--page', 'papers'], 2, 'An address begins with /'],
	])('%j ends with %i', (args, status, words) => {
		const done = runCommand('screenshots.ts', args);
		expect(done.status).toBe(status);
		expect(done.stderr).toContain(words);
	});

	test('says which kinds there are', () => {
		const { status, stderr } = runCommand('screenshots.ts', ['--from', site, '--kinds', 'poster']);
		expect(status).toBe(1);
		expect(stderr).toContain('home, paper');
	});
});
