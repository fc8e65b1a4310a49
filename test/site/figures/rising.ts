import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changesTold, countedAt } from './changed.ts';
import { comparedAt } from './places.ts';
import type { FiguredSite } from './shards.ts';
import { percent, plural } from './words.ts';

const pagesOf = (folder: string) =>
	globSync('**/rising/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
const pathOf = (file: string) => `/${file.replace('index.html', '')}`;
const enough = ({ these, before }: { these: unknown[]; before: unknown[] }) =>
	these.length >= 10 && before.length >= 30;

/** The pages of what rose: every number, every title, and that no topic is forgotten. */
export function testRisingFigures(site: () => FiguredSite, least: { pages: number; changes: number }): void {
	test('each period with papers enough, and before it, has a page of what rose', () => {
		const { folder, papers } = site();
		const dates = papers.flatMap(({ date }) => date ?? []);
		const months = dates.flatMap((date) => (date.length > 4 ? [date.slice(0, 7)] : []));
		const periods = new Set([...dates.map((date) => date.slice(0, 4)), ...months]);
		const expected = [...periods]
			.map((period) => `/${period.replace('-', '/')}/rising/`)
			.filter((path) => enough(comparedAt(site(), path) ?? { these: [], before: [] }));
		const found = pagesOf(folder).map(pathOf);
		expect(found.filter((path) => /^\/\d{4}\/(\d{2}\/)?rising\/$/.test(path)).sort()).toEqual(expected.sort());
		expect(found.length).toBeGreaterThanOrEqual(least.pages);
	});

	test('what rose and faded has the papers and the shares that are told', () => {
		const { folder } = site();
		let told = 0;
		for (const file of pagesOf(folder)) {
			const path = pathOf(file);
			const sides = comparedAt(site(), path) ?? { these: [], before: [] };
			const { compared, changes } = changesTold(folder, file);
			expect(compared, path).toEqual(enough(sides) ? [sides.these.length, sides.before.length] : null);
			expect(new Set(changes.map(({ id }) => id)).size, path).toBe(changes.length);
			for (const change of changes) {
				const where = `${path}#${change.id}`;
				const counted = countedAt(site(), path, change);
				const { having, share, shareBefore } = counted;
				const titles = (papers: typeof having) => papers.map(({ title }) => title).toReversed();
				const [now, before] = [titles(having), titles(counted.havingBefore)];
				const rose = share > shareBefore;
				const lists = rose
					? [{ heading: null, titles: now }]
					: [...(now.length === 0 ? [] : [{ heading: 'Now', titles: now }]), { heading: 'Before', titles: before }];
				expect(change, where).toMatchObject({
					group: `${change.id.startsWith('topic-') ? 'topics' : 'terms'}-${rose ? 'risen' : 'faded'}`,
					count: `${plural(now.length, 'paper')}${rose ? '' : `, ${before.length} before`}`,
					shares: `${percent(share)}, from ${percent(shareBefore)}`,
					first: counted.first,
					lists: lists.map((list) => ({ ...list, titles: list.titles.slice(0, 200) })),
					cut: lists.flatMap((list) => (list.titles.length > 200 ? [`The newest 200 of ${list.titles.length}.`] : [])),
				});
				const isTopic = change.id.startsWith('topic-');
				expect(counted.surprise, where).toBeGreaterThanOrEqual(10.83);
				expect(counted.papersOfGreater, where).toBeGreaterThanOrEqual(5);
				expect(counted.greater, where).toBeGreaterThanOrEqual(isTopic ? 0 : 0.02);
				expect(counted.greater, where).toBeGreaterThanOrEqual((isTopic ? 1.1 : 1.5) * counted.less);
				told++;
			}
		}
		expect(told).toBeGreaterThanOrEqual(least.changes);
	});

	test('every topic whose share differs clearly is told of', () => {
		const { folder, topicNames } = site();
		for (const file of pagesOf(folder)) {
			const path = pathOf(file);
			if (path.startsWith('/topics/')) continue;
			const expected = [...topicNames].flatMap(([slug, name]) => {
				const change = { id: `topic-${slug}`, name };
				const { surprise, greater, less, papersOfGreater } = countedAt(site(), path, change);
				return surprise >= 10.83 && papersOfGreater >= 5 && greater >= 1.1 * less ? [change] : [];
			});
			const told = changesTold(folder, file).changes.filter(({ id }) => id.startsWith('topic-'));
			const known = told.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1));
			expect(known, path).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
		}
	});
}
