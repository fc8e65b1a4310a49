import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { randomNumbers } from '../../scripts/bench/random.ts';
import { thisProcess } from '../../scripts/this-process.ts';
import { replaceFolder } from '../../src/store/replace-folder.ts';
import { drawnSeed } from '../drawn-seed.ts';

const parent = mkdtempSync(join(tmpdir(), 'daybook-killed-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const writerFile = join(import.meta.dirname, 'endless-writer.ts');

/** What the files of the folder say: one text, when the folder is whole. */
const saidIn = (folder: string) => [
	...new Set(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))),
];

test('a folder whose writer is killed at 20 random moments is whole, and mended by the next run', async () => {
	const random = randomNumbers(drawnSeed('killed-writer'));
	const target = join(parent, 'site');
	for (let kill = 0; kill < 20; kill += 1) {
		const writer = spawn(process.execPath, [writerFile, target]);
		await once(writer.stdout, 'data');
		await setTimeout(random() * 50);
		writer.kill('SIGKILL');
		await once(writer, 'exit');
		const failing = replaceFolder(target, '0', thisProcess, () => Promise.reject(new Error('not now')));
		await expect(failing).rejects.toThrow('not now');
		expect(readdirSync(target)).toHaveLength(5);
		expect(saidIn(target)).toHaveLength(1);
		expect(readdirSync(parent)).toEqual(['site']);
	}
});

test('of a folder that three write at once none fails, and it is whole in the end', async () => {
	const target = join(parent, 'busy/site');
	const writers = Array.from({ length: 3 }, async () => {
		const writer = spawn(process.execPath, [writerFile, target, '300']);
		const [said, [status]] = await Promise.all([text(writer.stderr), once(writer, 'close')]);
		return { said, status };
	});
	for (const { said, status } of await Promise.all(writers)) expect(status, said).toBe(0);
	expect(saidIn(target)).toHaveLength(1);
	expect(readdirSync(join(parent, 'busy'))).toEqual(['site']);
});
