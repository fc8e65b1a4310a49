import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inAstroTurn } from '../../scripts/astro-turn.ts';
import { randomNumbers } from '../../scripts/bench/random.ts';
import { thisProcess } from '../../scripts/this-process.ts';
import { sha256 } from '../../src/records/hash.ts';
import { drawnSeed } from '../drawn-seed.ts';
import { commandEnvironment, expectSuccess, projectFolder } from '../scripts/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-killed-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places = { listings: join(folder, 'listings'), topics: join(folder, 'topics'), temporary: join(folder, 'tmp') };
const site = join(folder, 'out', 'site');

/** Two states of the listings, and the site of each. */
const titles = ['A paper on knots', 'A paper on knots and braids'] as const;
const built: Record<string, string> = {};
let took = 0;

beforeAll(async () => {
	for (const each of Object.values(places)) mkdirSync(each);
	for (const title of titles) {
		setTitle(title);
		const build = await ended(startBuild());
		expectSuccess(build);
		took = build.took;
		built[title] = hashOf(site);
	}
	expect(new Set(Object.values(built)).size).toBe(2);
});

function setTitle(title: string): void {
	const [listing = ''] = readdirSync(join(projectFolder, 'test/fixtures/odd/one-paper/listings'));
	const text = readFileSync(join(projectFolder, 'test/fixtures/odd/one-paper/listings', listing), 'utf8');
	const [item] = JSON.parse(text);
	writeFileSync(join(places.listings, listing), JSON.stringify([{ ...item, title, paper: { ...item.paper, title } }]));
}

/** The smallest build, as the head of a group of processes. */
function startBuild() {
	const { listings, topics, temporary } = places;
	const options = ['--listings', listings, '--topics', topics, '--out', site, '--cards', '0'];
	const child = spawn(process.execPath, [join(projectFolder, 'scripts/build.ts'), ...options], {
		cwd: projectFolder,
		detached: true,
		stdio: ['ignore', 'ignore', 'pipe'],
		env: { ...commandEnvironment, TMPDIR: temporary },
	});
	const said: string[] = [];
	child.stderr.on('data', (text) => said.push(String(text)));
	const closed = once(child, 'close');
	return { child, said, closed, started: performance.now() };
}

async function ended({ closed, said, started }: ReturnType<typeof startBuild>) {
	const [status] = await closed;
	return { status, stderr: said.join(''), took: performance.now() - started };
}

/** Of the names and the bytes of all files. */
function hashOf(top: string): string {
	const files = globSync('**/*', { cwd: top }).filter((name) => statSync(join(top, name)).isFile());
	return sha256(
		files
			.sort()
			.map((name) => `${name} ${sha256(readFileSync(join(top, name)))}`)
			.join('\n'),
	);
}

describe.skipIf(process.platform === 'win32')('a build', () => {
	test('that is killed at any of 20 random moments leaves the last good site, and the next one succeeds', {
		timeout: 900_000,
	}, async () => {
		const random = randomNumbers(drawnSeed('killed-build'));
		let good = built[titles[1]];
		for (let kill = 1; kill <= 20; kill += 1) {
			const title = titles[(kill - 1) % 2] ?? titles[0];
			setTitle(title);
			const build = startBuild();
			const moment = random() * took;
			await Promise.race([setTimeout(moment), once(build.child, 'exit')]);
			if (build.child.pid !== undefined && build.child.exitCode === null) process.kill(-build.child.pid, 'SIGKILL');
			await ended(build);
			const left = existsSync(site) ? hashOf(site) : 'nothing';
			expect([good, built[title]], `killed after ${Math.round(moment)} ms`).toContain(left);
			good = left;
		}
		setTitle(titles[1]);
		expectSuccess(await ended(startBuild()));
		expect(hashOf(site)).toBe(built[titles[1]]);
		expect(readdirSync(join(folder, 'out'))).toEqual(['site']);
		// Node keeps compiled code there.
		expect(readdirSync(places.temporary).filter((name) => name !== 'node-compile-cache')).toEqual([]);
		const work = readdirSync(join(projectFolder, '.daybook/work'));
		expect(work.filter((name) => thisProcess.isOver(name))).toEqual([]);
	});

	test('beside another of the same place is as good as alone', { timeout: 300_000 }, async () => {
		// Both wait for us, so that both go on at the same moment.
		const builds = await inAstroTurn(
			async () => {
				const begun = [startBuild(), startBuild()];
				for (const { said } of begun) await expect.poll(() => said.join('')).toContain('pages: waits for another');
				return begun;
			},
			() => {},
		);
		for (const build of builds) expectSuccess(await ended(build));
		expect(hashOf(site)).toBe(built[titles[1]]);
		expect(readdirSync(join(folder, 'out'))).toEqual(['site']);
	});
});
