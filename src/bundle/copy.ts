import { z } from 'zod';

/** What an offline copy is a copy of. */
export const copySchema = z.strictObject({
	/** How many papers the archive has. */
	papers: z.int(),
	/** The newest day on which a listing of it was captured; null when none says. */
	captured: z.string().nullable(),
	/** The address of the live site's home; null when nobody said where it is published. */
	live: z.string().nullable(),
	/** What of it is in the copy; null for all. */
	part: z.strictObject({ since: z.string(), papers: z.int() }).nullable(),
});
export type Copy = z.infer<typeof copySchema>;

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function dayInWords(date: string): string {
	return day.format(new Date(`${date}T00:00:00Z`));
}

/** 12345 as "12 345", with thin spaces as on the site. */
function number(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202F');
}

/** What the copy is, in words that stand one after another or below one another. */
export function copyInWords({ papers, captured, part }: Copy): string[] {
	const all = `${number(papers)} paper${papers === 1 ? '' : 's'}`;
	return [
		part === null ? 'Offline copy of Daybook' : 'Offline copy of a part of Daybook',
		part === null ? all : `${number(part.papers)} of ${all}, from ${dayInWords(part.since)} on`,
		...(captured === null ? [] : [`made from the archive of ${dayInWords(captured)}`]),
	];
}

/** What a person reads who unpacks the copy and looks into its folder. */
export function readme(copy: Copy): string {
	const [title = '', ...facts] = copyInWords(copy);
	return [
		title,
		'',
		...facts.map((fact) => `${fact.charAt(0).toUpperCase()}${fact.slice(1)}.`),
		...(copy.live === null ? [] : [`The live site is at ${copy.live}`]),
		'',
		'Unpack the archive first, all of it, then open index.html in a browser. Pages, charts and',
		'search work without a network. Links marked with an arrow lead to the web.',
		'',
		copy.part === null
			? 'The folder can be moved, renamed, and put on a web server below any path.'
			: 'What is not in this part is on the live site, and links to it lead there.',
		'manifest.json names every file with its size and SHA-256.',
		'',
	].join('\n');
}
