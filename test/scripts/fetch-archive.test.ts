import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseArxivId } from '../../src/records/ids.ts';
import { readArchive } from '../../src/store/read.ts';
import { sharedPath } from '../shared-material.ts';
import { arxivEntry, arxivPlayback } from '../sources/arxiv-feed.ts';
import { dailyItems, playback } from '../sources/daily-items.ts';
import { localService } from '../sources/local-service.ts';
import { simulatedWorld } from '../sources/simulated-world.ts';
import { ranJson } from './fetch-runs.ts';
import { runCommand } from './run-command.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-fetch-archive-'));
const service = await localService();
afterAll(async () => {
	await service.close();
	rmSync(temporary, { recursive: true, force: true });
});

const itemsSchema = z.array(
	z.looseObject({ paper: z.looseObject({ id: z.string(), publishedAt: z.string(), upvotes: z.int() }) }),
);
type Items = z.infer<typeof itemsSchema>;

/** Days of the shared captures; made-up ones where they are absent. */
function threeDays(): Record<string, Items> {
	const folder = sharedPath('captures/huggingface-api');
	const named = ['2026-01-05', '2026-01-06', '2026-01-07'];
	return Object.fromEntries(
		named.map((day, index) => {
			const list =
				folder === null
					? dailyItems(4, day, index * 10)
					: JSON.parse(readFileSync(join(folder, `${day}.json`), 'utf8'));
			return [day, itemsSchema.parse(list)];
		}),
	);
}

const idOf = (id: string) => `arxiv:${parseArxivId(id)?.arxivId}`;

function archived(listings: string) {
	const out = join(temporary, 'archive');
	const { status, stderr } = runCommand('archive.ts', ['--listings', listings, '--out', out, '--json']);
	expect({ status, stderr: stderr.trim() }).toEqual({ status: 0, stderr: '' });
	return readArchive(out);
}

describe('what was fetched', () => {
	test('stands on its days in the archive, and tells after a second capture what papers gained', async () => {
		const listings = join(temporary, 'listings');
		const args = ['--listings', listings, '--from', service.origin, '--since', '2026-01-05', '--until', '2026-01-07'];
		const days = threeDays();
		service.answer = playback(days);
		const first = await ranJson(simulatedWorld('2026-01-08T06:00:00Z'), args);
		expect(first).toMatchObject({ status: 0, problems: [] });
		expect(first.written).toHaveLength(3);

		const once = archived(listings);
		expect(once.report.listings).toMatchObject(
			Object.keys(days).map((day, index) => ({
				file: first.written[index],
				dialect: 'huggingface-api',
				captured: `2026-01-08T06:00:0${index}Z`,
				capturedFrom: 'sidecar',
				day,
			})),
		);
		for (const [day, items] of Object.entries(days)) {
			for (const { paper } of items) {
				const line = once.index.find(({ id }) => id === idOf(paper.id));
				expect(line).toMatchObject({ date: day, upvotes: paper.upvotes, momentum: null });
			}
		}

		// A week later they have more.
		const later = Object.fromEntries(
			Object.entries(days).map(([day, items]) => [
				day,
				items.map((item) => ({ ...item, paper: { ...item.paper, upvotes: item.paper.upvotes + 5 } })),
			]),
		);
		service.answer = playback(later);
		const second = await ranJson(simulatedWorld('2026-01-15T06:00:00Z'), args);
		expect(second.written).toHaveLength(3);
		const twice = archived(listings);
		expect(twice.index).toHaveLength(once.index.length);
		for (const items of Object.values(days)) {
			for (const { paper } of items) {
				const line = twice.index.find(({ id }) => id === idOf(paper.id));
				expect(line).toMatchObject({ upvotes: paper.upvotes + 5, momentum: { upvotes: 5, hours: 7 * 24 } });
			}
		}
	});

	test('is read rightly where the sidecar was lost', async () => {
		const listings = join(temporary, 'without-sidecar');
		service.answer = playback({ '2026-01-05': dailyItems(3, '2026-01-05') });
		const args = ['--listings', listings, '--from', service.origin, '--since', '2026-01-05', '--until', '2026-01-05'];
		const { written } = await ranJson(simulatedWorld('2026-01-08T06:00:00Z'), args);
		rmSync(join(listings, `${written[0]}.yaml`));
		const { report, index } = archived(listings);
		expect(report.listings).toMatchObject([
			{ captured: '2026-01-08T06:00:00Z', capturedFrom: 'name', day: '2026-01-05' },
		]);
		expect(index.map(({ date }) => date)).toEqual(['2026-01-05', '2026-01-05', '2026-01-05']);
	});

	test('from arXiv stands on the days of submission, in nobody’s list', async () => {
		const listings = join(temporary, 'arxiv');
		service.answer = arxivPlayback(
			Array.from({ length: 230 }, (_, index) => arxivEntry(index, '2026-01-05', `Lighthouse number ${index}`)),
		);
		const args = ['--source', 'arxiv', '--category', 'cs.CL', '--since', '2026-01-05', '--until', '2026-01-05'];
		const run = await ranJson(simulatedWorld('2026-01-08T06:00:00Z'), [
			'--listings',
			listings,
			'--from',
			service.origin,
			...args,
		]);
		expect(run).toMatchObject({ status: 0, problems: [] });
		const { report, index, paper } = archived(listings);
		expect(report.listings).toMatchObject([
			{
				dialect: 'arxiv-atom',
				captured: expect.stringMatching(/^2026-01-08T06:/),
				capturedFrom: 'sidecar',
				day: null,
				entries: 230,
			},
		]);
		expect(index).toHaveLength(230);
		for (const { id } of index.slice(0, 10)) {
			expect(paper(id)).toMatchObject({
				published: '2026-01-05',
				listedOn: null,
				authors: [{ name: 'Ann Bell' }, { name: 'Carl van der Berg' }],
			});
		}
	});
});
