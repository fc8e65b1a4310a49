import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStaticServer } from '../../scripts/static-server.ts';
import { readArchive } from '../../src/store/read.ts';
import { expectSuccess, projectFolder, runCommand } from '../scripts/run-command.ts';
import { checkedLinks } from '../site/checked-links.ts';
import { htmlErrors } from '../site/html-errors.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';
import { pageKinds } from './page-kinds.ts';
import { sideways } from './sideways.ts';

const browser = sharedChromium();

/** What each home page says, and how many topics there are; the empty folder of topics has none. */
const oddArchives = [
	{ name: 'empty', topics: 0, says: 'No papers yet' },
	{ name: 'one-paper', topics: 1, says: '1 paper' },
	{ name: 'one-day', topics: 300, says: '60 papers' },
	{ name: 'corrected', topics: 1, says: '3 papers' },
];

describe.each(oddArchives)('the site of $name with $topics topics', ({ name, topics, says }) => {
	let folder = '';
	const dist = () => join(folder, 'dist');
	const site = sharedServer(dist, '/');

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), `daybook-odd-${name}-`));
		await writeTopics(join(folder, 'topics'), topics);
		const from = [
			'--listings',
			join(projectFolder, 'test/fixtures/odd', name, 'listings'),
			'--topics',
			join(folder, 'topics'),
		];
		expectSuccess(runCommand('archive.ts', [...from, '--out', join(folder, 'archive')]));
		// Some papers with a card of their own, and without: to draw all of them takes a while.
		expectSuccess(runCommand('build.ts', [...from, '--out', dist(), '--cards', '8']));
	});
	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	test('has valid pages and no broken link', async () => {
		expect(await htmlErrors(dist())).toEqual([]);
		const server = await startStaticServer({ folder: dist(), base: '/', port: 0 });
		try {
			const { broken } = await checkedLinks(server.url);
			expect(broken).toEqual([]);
		} finally {
			await server.close();
		}
	});

	test('fits a narrow window, and says what there is', {
		timeout: 120_000,
	}, async (context) => {
		const viewport = { width: 320, height: 640 };
		const { page, problems } = await watchedPage(await browser(context), await site(), { viewport });
		const found: string[] = [];
		for (const [kind, path] of pageKinds(readArchive(join(folder, 'archive')))) {
			await page.goto((await site()) + path.slice(1));
			if (path.includes('?q=')) await page.locator('.search-status:not(:empty)').waitFor();
			const wide = await sideways(page);
			if (wide !== null) found.push(`${kind} ${path} scrolls sideways: ${wide}`);
			// The names of values stand on the page of the data, which explains them.
			const words = path === '/data/' ? '' : await page.locator('main').innerText();
			for (const nonsense of ['undefined', 'NaN', 'null', 'Infinity', '[object', 'Invalid']) {
				if (words.includes(nonsense)) found.push(`${kind} ${path} says ${nonsense}`);
			}
		}
		expect(found).toEqual([]);
		expect(problems).toEqual([]);
		await page.goto(await site());
		expect(await page.locator('main').innerText()).toContain(says);
	});

	if (name !== 'corrected') return;

	test('shows nothing of what is withdrawn or not allowed, and says what it knows', async () => {
		const files = (await readdir(dist(), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
		const texts = await Promise.all(
			files.map(async ({ parentPath, name: file }) => {
				const bytes = await readFile(join(parentPath, file));
				const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
				return { file: join(parentPath, file).slice(dist().length + 1), text: unpacked.toString('latin1') };
			}),
		);
		const holding = (words: RegExp) => texts.filter(({ text }) => words.test(text)).map(({ file }) => file);
		expect(holding(/quizzaciously|zyzzyva/i)).toEqual([]);
		expect(holding(/Quillback/)).toEqual(['papers/the-quillback-papers/index.html']);
		const textOf = (file: string) => texts.find((each) => each.file === file)?.text ?? '';
		expect(textOf('papers/the-quillback-papers/index.html')).toContain('Its author asked for it.');
		expect(textOf('papers/lanterns-at-the-harbour/index.html')).toContain('The proceedings have it.');
		expect(textOf('papers/lanterns-at-the-harbour/index.html')).toContain('+37');
		expect(textOf('2026/01/index.html')).toContain('+37 upvotes in 3 days');
		expect(textOf('listings/conflicts/index.html')).toContain('The listings disagree on');
	});
});

async function writeTopics(folder: string, count: number): Promise<void> {
	await mkdir(folder);
	for (let nth = 0; nth < count; nth += 1) {
		const text = `---\nname: Subject number ${nth}\nterms:\n  - { term: subject ${nth}, weight: 5 }\n---\n\nAll about subject ${nth}.\n`;
		await writeFile(join(folder, `subject-${nth}.md`), text);
	}
}
