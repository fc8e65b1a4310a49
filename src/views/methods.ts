import { counted, countInWords } from '../charts/words.ts';
import { archiveTrendOf } from './archive-course.ts';
import { catalogueOf } from './catalogue.ts';
import { isEmpty } from './changes.ts';
import { readingProblems } from './listing-groups.ts';
import { entriesInWords, problemsInWords } from './listing-words.ts';
import type { ArchiveSource } from './source.ts';

/** A part of the methods page; `content/pages/methods-<id>.md` holds its prose. */
export interface MethodSection {
	/** Of its heading: `/methods/#dates`. */
	id: string;
	/** What the rule makes of this archive, in short sentences. */
	numbers: string[];
}

/** The methods in the order in which they are told, each with the numbers of this archive. */
export function methodsView(source: ArchiveSource): MethodSection[] {
	const { report, summary, index } = source;
	const { known } = summary;
	const { levels, days } = catalogueOf(source);
	const problems = report.listings.reduce((sum, listing) => sum + readingProblems(listing).length, 0);
	const papers = counted(summary.papers, 'paper');
	const others = index.reduce((sum, { aliases }) => sum + aliases.length, 0);
	return [
		{
			id: 'listings',
			numbers: [
				`${counted(report.listings.length, 'listing')}, ${entriesInWords(report.entries)}`,
				`${problemsInWords(problems)} found while reading`,
			],
		},
		{
			id: 'dates',
			numbers: [
				`${countInWords(known.date)} of ${papers} dated`,
				`${countInWords(known.day)} to the day`,
				`year inferred of ${countInWords(known.inferredYear)}`,
				`${countInWords(summary.undated)} undated`,
			],
		},
		{
			id: 'merging',
			numbers: [
				`${entriesInWords(report.entries)}, ${papers}`,
				`${countInWords(report.merged)} merged into another’s paper`,
				`${counted(report.conflicts, 'fact')} on which listings disagree`,
			],
		},
		{
			id: 'enrichment',
			numbers: [
				`${counted(report.enrichment.applied.length, 'paper')} found`,
				`authors of ${countInWords(report.enrichment.applied.filter(({ fields }) => fields.includes('authors')).length)}`,
			],
		},
		{
			id: 'addresses',
			numbers: [
				...(others === 0
					? []
					: [`${countInWords(others)} more ${others === 1 ? 'address leads' : 'addresses lead'} to papers`]),
				...(summary.shared.length === 0 ? [] : [`${countInWords(summary.shared.length)} that several would share`]),
			],
		},
		{
			id: 'topics',
			numbers: [counted(summary.topics.length, 'topic'), `${countInWords(known.topics)} of ${papers} in at least one`],
		},
		{ id: 'keyphrases', numbers: [] },
		{ id: 'related', numbers: [] },
		{ id: 'trends', numbers: trendNumbers(source) },
		{ id: 'rising', numbers: risingNumbers(source) },
		{ id: 'words', numbers: wordNumbers(source) },
		{ id: 'calendar', numbers: days.size === 0 ? [] : levelNumbers(levels) },
		{ id: 'standing-out', numbers: [] },
		{
			id: 'counts',
			numbers: [
				`comments known of ${counted(known.comments, 'paper')}`,
				`upvotes of ${counted(known.upvotes, 'paper')}`,
			],
		},
		{ id: 'momentum', numbers: momentumNumbers(source) },
		{
			id: 'organizations',
			numbers: [
				counted(summary.organizations.length, 'organisation'),
				`named for ${countInWords(known.organization)} of ${papers}`,
			],
		},
		{ id: 'text', numbers: textNumbers(source) },
		{ id: 'search', numbers: [] },
	];
}

const wordsOfChanges: Readonly<Record<string, string>> = {
	'math-restored': 'formulas restored',
	'math-live': 'formulas still marked as such',
	accent: 'accents',
	'latex-escape': 'escaped signs',
	'latex-style': 'styles of LaTeX',
	'latex-command': 'other commands',
	quotes: 'quotation marks',
	dash: 'dashes',
	emphasis: 'emphases',
	'url-trimmed': 'addresses trimmed',
};

function textNumbers({ report }: ArchiveSource): string[] {
	const { papers, changes, unparsed } = report.text;
	const known = Object.entries(wordsOfChanges).flatMap(([code, words]) => {
		const count = changes[code] ?? 0;
		return count === 0 ? [] : [`${countInWords(count)} ${words}`];
	});
	const all = Object.values(changes).reduce((sum, count) => sum + count, 0);
	const told = Object.keys(wordsOfChanges).reduce((sum, code) => sum + (changes[code] ?? 0), 0);
	return [
		`changed in ${countInWords(papers)} of ${counted(report.papers, 'paper')}`,
		...known,
		...(all === told ? [] : [`${countInWords(all - told)} of other kinds`]),
		...(unparsed.length === 0 ? [] : [`${counted(unparsed.length, 'formula')} that could not be set`]),
	];
}

function trendNumbers(source: ArchiveSource): string[] {
	const { unit, measure, undated, earlier } = archiveTrendOf(source);
	return [
		`${measure === 'share' ? 'shares' : 'counts'} by ${unit}`,
		`${counted(undated.of, 'paper')} without such a date`,
		...(earlier.of === 0 ? [] : [`${counted(earlier.of, 'older paper')} left out of drawings`]),
	];
}

function risingNumbers({ termChanges }: ArchiveSource): string[] {
	const periods = termChanges.filter(({ of }) => 'period' in of);
	return [
		`${countInWords(periods.length)} weeks, months and years have papers enough`,
		`in ${countInWords(periods.filter((each) => !isEmpty(each)).length)} of them something rose or faded`,
	];
}

function wordNumbers({ termPeriods }: ArchiveSource): string[] {
	const { least, periods, unit } = termPeriods;
	return [
		`words of ${counted(least, 'paper')} or more`,
		...(periods.length === 0 ? [] : [`counted in ${counted(periods.length, unit)}`]),
	];
}

function momentumNumbers({ index }: ArchiveSource): string[] {
	const known = index.flatMap(({ momentum }) => momentum ?? []);
	const gained = known.filter(({ upvotes }) => upvotes > 0);
	return [
		`upvotes known at two times of ${counted(known.length, 'paper')}`,
		...(known.length === 0 ? [] : [`${countInWords(gained.length)} of them gained some`]),
	];
}

function levelNumbers([few, some, many]: readonly [number, number, number]): string[] {
	const range = (from: number, to: number) =>
		from === to ? countInWords(to) : `${countInWords(from)} to ${countInWords(to)}`;
	return [`the steps: ${range(1, few)}, ${range(few + 1, some)}, ${range(some + 1, many)}, and more papers a day`];
}
