import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usualCards } from '../../src/store/site-archive.ts';
import { type BuildStep, buildSteps, runStep } from '../build-steps.ts';
import { projectFolder } from '../project-folder.ts';
import { dayListing } from './daily-listings.ts';
import { measured } from './measured.ts';
import type { Source } from './source.ts';
import { fixed, grouped, megabytes, table } from './table.ts';

/** One of the daily runs. Null where the system does not say. */
export interface DailyRun {
	/** From 1. */
	nth: number;
	/** In the archive, after the run. */
	papers: number;
	wallSeconds: number;
	cpuSeconds: number | null;
	peakBytes: number | null;
	/** Files that it left beside what it made. */
	leftovers: number;
}

interface EnduranceReport {
	/** The step `archive` of each day. */
	archives: DailyRun[];
	/** All steps, on a few days. */
	builds: DailyRun[];
}

export const papersADay = 30;
/** Days on which the whole site is built: the first, the last, and these between. */
const buildsBetween = 3;
const firstDay = Date.UTC(2025, 0, 1);
const millisecondsADay = 86_400_000;

/**
 * Daily runs, one after another: a listing of thirty papers more, then the archive made again in a process of its own,
 * on a few days the whole site. What is measured is whether a run costs more than the papers there are account for.
 * Once `stop` is aborted, what was measured until then is the result.
 */
export async function enduranceBench(
	source: Source,
	runs: number,
	work: string,
	stop: AbortSignal,
): Promise<{ report: EnduranceReport; text: string }> {
	const folder = await mkdtemp(join(work, 'daybook-endurance-'));
	const site = join(projectFolder, '.daybook', 'endurance');
	const papers = [...source.papers(runs * papersADay)];
	const report: EnduranceReport = { archives: [], builds: [] };
	try {
		const listings = join(folder, 'listings');
		await mkdir(listings);
		const steps = buildSteps({
			...{ listings, archive: join(folder, 'archive'), dist: join(site, 'dist'), cache: join(site, 'cache') },
			...{ pictures: join(site, 'pictures'), previous: join(site, 'dist'), cards: usualCards },
			...{ topics: join(projectFolder, 'content/topics'), site: undefined, base: '/', noindex: false },
		});
		const listed = new Map<string, number>();
		for (let nth = 1; nth <= runs && !stop.aborted; nth += 1) {
			const day = new Date(firstDay + (nth - 1) * millisecondsADay).toISOString().slice(0, 10);
			const before = listed.get(day.slice(0, 7)) ?? 0;
			listed.set(day.slice(0, 7), before + papersADay);
			const ofDay = papers.slice((nth - 1) * papersADay, nth * papersADay);
			const { name, content } = dayListing(day, ofDay, before);
			await writeFile(join(listings, name), content);
			await writeFile(join(listings, `${name}.yaml`), `captured: ${day}T20:00:00Z\nday: ${day}\n`);
			const run = (some: readonly BuildStep[]) => dailyRun(nth, folder, site, some);
			const archived = await run(steps.slice(0, 1));
			report.archives.push(archived);
			if (isBuilt(nth, runs)) report.builds.push(await run(steps));
			if (nth % 10 === 0) console.error(progressLine(archived, runs));
		}
	} catch (error) {
		// The signal reaches the step that runs, too.
		if (!stop.aborted) throw error;
	} finally {
		await Promise.all([folder, site].map((each) => rm(each, { recursive: true, force: true })));
	}
	return { report, text: inWords(report) };
}

function progressLine({ nth, cpuSeconds, peakBytes }: DailyRun, runs: number): string {
	return `bench: ${nth} of ${runs} daily runs; the archive of the last took ${fixed(cpuSeconds, 1)} s of CPU, ${megabytes(peakBytes, 0)} MB`;
}

function isBuilt(nth: number, runs: number): boolean {
	const every = Math.max(1, Math.floor(runs / (buildsBetween + 1)));
	return nth === 1 || nth === runs || (nth % every === 0 && nth + every <= runs);
}

async function dailyRun(nth: number, folder: string, site: string, steps: readonly BuildStep[]): Promise<DailyRun> {
	const usage = await measured(async () => {
		for (const step of steps) await runStep(step);
	});
	const expected = new Set(['listings', 'archive', 'dist', 'cache', 'pictures']);
	const there = [...(await readdir(folder)), ...(await readdir(site).catch(() => []))];
	return { nth, papers: nth * papersADay, ...usage, leftovers: there.filter((name) => !expected.has(name)).length };
}

/** Twelve rows: the means of as many equal parts of the year. */
function inWords({ archives, builds }: EnduranceReport): string {
	const size = Math.max(1, Math.ceil(archives.length / 12));
	const parts = Array.from({ length: Math.ceil(archives.length / size) }, (_, nth) =>
		archives.slice(nth * size, (nth + 1) * size),
	);
	const head = ['papers', 'wall s', 'CPU s', 'CPU ms a paper', 'peak MB', 'peak kB a paper', 'leftovers'];
	return [
		table(['archive: runs', ...head], parts.map(rowOf)),
		'',
		table(
			['whole site: run', ...head],
			builds.map((run) => rowOf([run])),
		),
	].join('\n');
}

function rowOf(runs: readonly DailyRun[]): string[] {
	const mean = (values: (number | null)[]) => {
		const known = values.filter((value) => value !== null);
		return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
	};
	const papers = mean(runs.map((run) => run.papers)) ?? 0;
	const cpu = mean(runs.map((run) => run.cpuSeconds));
	const peak = mean(runs.map((run) => run.peakBytes));
	const [first, last] = [runs[0]?.nth ?? 0, runs.at(-1)?.nth ?? 0];
	return [
		first === last ? String(first) : `${first} to ${last}`,
		grouped(Math.round(papers)),
		fixed(mean(runs.map((run) => run.wallSeconds)), 1),
		fixed(cpu, 1),
		fixed(cpu === null ? null : (cpu * 1000) / papers, 2),
		megabytes(peak, 0),
		fixed(peak === null ? null : peak / 1000 / papers, 1),
		String(Math.max(...runs.map((run) => run.leftovers))),
	];
}
