import { max } from 'd3-array';
import { courses } from '../analysis/course.ts';
import { sparkline } from '../charts/sparkline.ts';
import type { Svg } from '../charts/svg.ts';
import { counted, countInWords } from '../charts/words.ts';
import type { IndexedPaper, Summary } from '../records/archive.ts';
import { compare } from '../records/order.ts';
import type { Slug } from '../records/paper.ts';
import { wordsOf } from '../records/title-key.ts';
import { organizationPath, type SitePath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { type TopicLink, topicLinks } from './paper-row.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords, shortDate } from './words.ts';

/** How many stand before the letters, with their course. */
const mostShown = 20;
/** How many the letters hold at most. */
const mostListed = 2000;
const topicsShown = 2;
/** Fewer known values than these are dots, and no line. */
const pointsOfALine = 6;

type Organization = Summary['organizations'][number];

/** An organisation and how many papers name it. */
export interface OrganizationLink {
	name: string;
	/** Its slug, where others have its name. */
	slug: string | null;
	path: SitePath;
	papers: number;
}

export interface OrganizationRow extends OrganizationLink {
	/** The topics that most of its papers have. */
	topics: TopicLink[];
	/** When its newest paper is from. */
	newest: { date: string; words: string } | null;
	/** Its papers over time, on one scale for all rows; null where no dates are known. */
	sparkline: Svg | null;
}

export interface OrganizationsView {
	path: SitePath;
	title: string;
	description: string;
	/** How many papers name one, and since when papers do. */
	sentences: string[];
	/** Those that most papers name, most first. */
	most: OrganizationRow[];
	/** Which period the lines of `most` show; null where there are none. */
	span: string | null;
	/** All of them by the letter that their names begin with; empty where `most` has them all. */
	letters: { letter: string; id: string; organizations: OrganizationLink[] }[];
	/** How many of how many are listed; null when all are. */
	limited: string | null;
}

export function organizationsView(source: ArchiveSource): OrganizationsView {
	const { organizations } = source.summary;
	const ranked = [...organizations].sort((a, b) => b.papers - a.papers || byName(a, b));
	const listed = ranked.slice(0, mostListed);
	const most = ranked.slice(0, mostShown);
	const linkOf = linker(organizations);
	const all = [...catalogueOf(source).organizations.values()].flat();
	const dates = all.map(({ date }) => date).filter((date) => date !== null);
	const rows = rowsOf(source, most, linkOf, all);
	return {
		path: '/organizations/',
		title: 'Organisations',
		description: 'Organisations that papers of the archive name.',
		sentences: sentencesOf(source),
		most: rows,
		span: rows.every(({ sparkline }) => sparkline === null) ? null : spanInWords(dates),
		letters: most.length === ranked.length ? [] : byLetter(listed, linkOf),
		limited:
			listed.length < ranked.length
				? `Of ${counted(ranked.length, 'organisation')}, the ${countInWords(listed.length)} that most papers name are listed.`
				: null,
	};
}

function rowsOf(
	source: ArchiveSource,
	organizations: readonly Organization[],
	linkOf: (organization: Organization) => OrganizationLink,
	all: readonly IndexedPaper[],
): OrganizationRow[] {
	const courseOf = courses(all.map(({ date }) => date));
	const found = organizations.map((organization) => {
		const papers = catalogueOf(source).organizations.get(organization.slug) ?? [];
		return { organization, papers, course: courseOf(papers.map(({ date }) => date)) };
	});
	const ceiling = max(found, ({ course }) => max(course, (value) => value)) || 1;
	return found.map(({ organization, papers, course }) => {
		const newest = papers.at(-1)?.date ?? null;
		return {
			...linkOf(organization),
			topics: topicLinks(
				source,
				topicCountsOf(source, papers)
					.slice(0, topicsShown)
					.map(({ slug }) => slug),
			),
			newest: newest === null ? null : { date: newest, words: shortDate(newest) },
			sparkline:
				course.filter((value) => value !== null).length < pointsOfALine ? null : sparkline(course, { ceiling }),
		};
	});
}

/** How many of these papers each topic has, most first; ties in the order of the topics. */
export function topicCountsOf(
	source: ArchiveSource,
	papers: readonly IndexedPaper[],
): { slug: Slug; papers: number }[] {
	const counts = new Map<Slug, number>([...catalogueOf(source).topicNames.keys()].map((slug) => [slug, 0]));
	for (const slug of papers.flatMap(({ topics }) => topics)) {
		const count = counts.get(slug);
		if (count !== undefined) counts.set(slug, count + 1);
	}
	return [...counts]
		.map(([slug, count]) => ({ slug, papers: count }))
		.filter((topic) => topic.papers > 0)
		.sort((a, b) => b.papers - a.papers);
}

function linker(organizations: readonly Organization[]): (organization: Organization) => OrganizationLink {
	const names = Map.groupBy(organizations, ({ name }) => name);
	return ({ slug, name, papers }) => ({
		name,
		slug: (names.get(name)?.length ?? 0) > 1 ? slug : null,
		path: organizationPath(slug),
		papers,
	});
}

function sentencesOf({ index, summary }: ArchiveSource): string[] {
	const naming = index.filter(({ organization }) => organization !== null);
	const first = naming.find(({ date }) => date !== null)?.date ?? null;
	if (naming.length === 0) return ['No paper of the archive names an organisation.'];
	const sentences = [
		`${countInWords(naming.length)} of ${counted(index.length, 'paper')} ${naming.length === 1 ? 'names' : 'name'} an ` +
			`organisation, as its source states it: ${counted(summary.organizations.length, 'organisation')} in all.`,
	];
	const since = first === null ? [] : index.filter(({ date }) => date !== null && date >= first);
	if (first === null || since.length === index.length) return sentences;
	const named = since.filter(({ organization }) => organization !== null).length;
	return [
		...sentences,
		`The first paper that names one is of ${dateInWords(first)}; of the ${counted(since.length, 'paper')} from then on, ` +
			`${countInWords(named)} do.`,
	];
}

/** `October 2025 to August 2026`, whatever the exactness of the first and the last date. */
function spanInWords(dates: readonly string[]): string {
	const months = dates.map((date) => date.slice(0, 7)).sort();
	const [first = '', last = ''] = [months[0], months.at(-1)];
	return first === last ? dateInWords(first) : `${dateInWords(first)} to ${dateInWords(last)}`;
}

function byLetter(
	organizations: readonly Organization[],
	linkOf: (organization: Organization) => OrganizationLink,
): OrganizationsView['letters'] {
	const letters = Map.groupBy([...organizations].sort(byName), ({ name }) => letterOf(name));
	return [...letters]
		.sort(([a], [b]) => Number(a.length > 1) - Number(b.length > 1) || compare(a, b))
		.map(([letter, members]) => ({
			letter,
			id: `letter-${letter.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
			organizations: members.map(linkOf),
		}));
}

/** A to Z; numbers and other scripts come after. */
function letterOf(name: string): string {
	const [first = ''] = sortKey(name);
	if (/[a-z]/.test(first)) return first.toUpperCase();
	return /[0-9]/.test(first) ? '0 to 9' : 'Other';
}

function byName(a: Organization, b: Organization): number {
	return compare(sortKey(a.name), sortKey(b.name)) || compare(a.slug, b.slug);
}

/** As a librarian files it: without case, accents, punctuation and a leading article. */
function sortKey(name: string): string {
	return wordsOf(name)
		.filter((word, at, words) => at > 0 || word !== 'the' || words.length === 1)
		.join(' ');
}
