import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../scripts/run-command.ts';

/**
 * A site of invented papers on baking, of which much rises and fades: 17 months of 24 papers, one month without any
 * between them, a paper from long before, one of which only the year is known and two without a date.
 */
export async function buildBakingSite(folder: string): Promise<{ site: string; archive: string }> {
	const [listings, topics] = [join(folder, 'listings'), join(folder, 'topics')];
	const [site, archive] = [join(folder, 'dist'), join(folder, 'archive')];
	await mkdir(listings);
	await mkdir(topics);
	await writeFile(
		join(listings, 'baking.csv'),
		[columns, ...bakingPapers()].map((row) => `${row.join(';')}\n`).join(''),
	);
	const names = columns.map((name) => `  ${name}: ${name}\n`).join('');
	await writeFile(join(listings, 'baking.csv.yaml'), `captured: 2025-12-20\ndialect: mapped-csv\ncolumns:\n${names}`);
	for (const [slug, lines] of Object.entries(topicFiles)) {
		await writeFile(join(topics, `${slug}.md`), `---\n${lines.join('\n')}\n---\n\nAll about it.\n`);
	}
	for (const [script, out, options] of [
		['archive.ts', archive, []],
		['build.ts', site, ['--cards', '0']],
	] as const) {
		const { status, stderr } = runCommand(script, [
			'--listings',
			listings,
			'--topics',
			topics,
			'--out',
			out,
			...options,
		]);
		if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
	}
	return { site, archive };
}

const columns = ['title', 'abstract', 'published', 'doi', 'organization', 'comments', 'upvotes'];

const topicFiles = {
	sourdough: ['name: Sourdough', 'terms: [sourdough, starter culture]'],
	ovens: ['name: Ovens & heat', 'terms: [steam oven, deck oven]'],
	'deck-ovens': ['name: Deck ovens', 'terms: [deck oven]', 'parent: ovens'],
	'ancient-grains': ['name: Ancient grains', 'terms: [einkorn, emmer]'],
	chocolate: ['name: Chocolate', 'terms: [ganache]'],
};

const empty = '2024-11';
const daysOfPapers = [3, 4, 18];
const papersOnDay = 8;

function bakingPapers(): string[][] {
	const months = Array.from(
		{ length: 18 },
		(_, at) => `${2024 + Math.floor((at + 6) / 12)}-${two(((at + 6) % 12) + 1)}`,
	);
	const days = months
		.filter((month) => month !== empty)
		.flatMap((month) => daysOfPapers.map((day) => `${month}-${two(day)}`));
	const dates = days.flatMap((day) => Array<string>(papersOnDay).fill(day));
	return [...dates, '2001-05', '2024', '', ''].map((date, nth) => bakingPaper(date, nth));
}

/** What a paper is about goes by its number and its date, so that the same is made each time. */
function bakingPaper(date: string, nth: number): string[] {
	const chance = (kind: number) => ((nth * 37 + kind * 61 + ((nth * nth) % 17) * 5) % 100) / 100;
	const later = date >= '2025-03';
	const subject =
		date >= '2025-06' && chance(1) < 0.2
			? 'einkorn and emmer loaves'
			: chance(2) < (later ? 0.6 : 0.34)
				? 'sourdough crumb'
				: chance(3) < (later ? 0.3 : 0.7)
					? 'steam ovens'
					: 'deck-oven heat';
	const how = ['by hand', 'over a long night', 'in small kitchens', 'with little salt'][nth % 4] ?? '';
	const place = placeOf(nth);
	const sentences = [
		`We ask how ${subject} fares at ${place} ${how}.`,
		...(later && chance(4) < 0.4 ? ['A cold fermentation of two days makes the baker’s work lighter.'] : []),
		...(date >= '2025-08' && chance(5) < 0.3 ? ['All loaves are scored by GlutenNet-2, a judge of crumbs.'] : []),
		...(later ? [] : ['The heat is led by wood-fired stones and by trays of water.']),
		...(date.startsWith('2025-09-0') ? ['Candied peel goes into each panettone.'] : []),
	];
	const title = `${later && chance(4) < 0.2 ? 'Cold fermentation and ' : ''}${subject} at ${place} ${how}`;
	return [
		title.slice(0, 1).toUpperCase() + title.slice(1),
		sentences.join(' '),
		date,
		`10.5555/baking.${nth}`,
		nth % 3 === 0 ? '' : (['Guild of Millers', 'Rye Institute', 'Oven Works'][nth % 5] ?? 'Guild of Millers'),
		nth % 7 === 0 ? '' : String((nth * nth) % 23),
		nth % 11 === 0 ? '' : String((nth * 13) % 1200),
	];
}

/** A name that no other paper has: "Bakolu". */
function placeOf(nth: number): string {
	const syllables = ['ba', 'ko', 'lu', 'mi', 're', 'sta', 'to', 've', 'zu', 'na'];
	return `${String(nth + 100)
		.split('')
		.map((digit) => syllables[Number(digit)] ?? '')
		.join('')}`.replace(/^./, (letter) => letter.toUpperCase());
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
