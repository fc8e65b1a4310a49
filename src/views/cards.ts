import { isSettable } from '../charts/settable.ts';
import type { CardBars, SocialCard } from '../charts/social-card.ts';
import { topicHue } from '../charts/topic-hue.ts';
import { counted, countInWords } from '../charts/words.ts';
import type { IndexedPaper, Summary } from '../records/archive.ts';
import type { Slug } from '../records/paper.ts';
import type { SitePath } from './addresses.ts';
import {
	listingsCardPath,
	organizationsCardPath,
	paperCardPath,
	papersWithCards,
	siteCardPath,
	topicCardPath,
	topicsCardPath,
	yearCardPath,
} from './card-links.ts';
import { catalogueOf } from './catalogue.ts';
import { authorsInWords } from './paper-row.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** A card and where it goes. */
export interface PlacedCard {
	path: SitePath;
	card: SocialCard;
}

/** Every card that a page names, with `ownCards` as in `paperCard`. One after another, since papers are many. */
export function* placedCards(source: ArchiveSource, ownCards: number): Generator<PlacedCard> {
	const { summary, report } = source;
	const { pageYears } = catalogueOf(source);
	yield { path: siteCardPath, card: siteCard(summary, report.listings.length) };
	yield { path: topicsCardPath, card: indexCard(summary, 'topic', summary.topics) };
	yield { path: organizationsCardPath, card: indexCard(summary, 'organisation', summary.organizations) };
	yield { path: listingsCardPath, card: listingsCard(summary, report.listings.length) };
	for (const topic of summary.topics) yield { path: topicCardPath(topic.slug), card: topicCard(summary, topic) };
	for (const year of pageYears) yield { path: yearCardPath(year), card: yearCard(source, year) };
	for (const paper of papersWithCards(source, ownCards)) {
		yield { path: paperCardPath(paper.slug), card: paperCardOf(source, paper) };
	}
}

function siteCard(summary: Summary, listings: number): SocialCard {
	const [first, last] = [summary.years[0]?.year, summary.years.at(-1)?.year];
	const papers = counted(summary.papers, 'paper');
	const range = first === undefined ? '' : first === last ? ` of ${first}` : ` from ${first} to ${last}`;
	return {
		label: 'Papers by day, topic and organisation',
		hue: null,
		title: `${papers}${range}`,
		byline: [`${counted(summary.topics.length, 'topic')}, read from ${counted(listings, 'captured listing')}`],
		facts: null,
		bars: yearBars(summary, null, 'all'),
	};
}

function indexCard(
	summary: Summary,
	noun: string,
	named: readonly { slug: Slug; name: string; papers: number }[],
): SocialCard {
	const largest = named
		.toSorted((a, b) => b.papers - a.papers || (a.slug < b.slug ? -1 : 1))
		.filter(({ name }) => isSettable(name))
		.slice(0, 2);
	return {
		label: `${noun.charAt(0).toUpperCase()}${noun.slice(1)}s`,
		hue: null,
		title: named.length === 0 ? `No ${noun}s yet` : counted(named.length, noun),
		byline: largest.map(({ name, papers }) => `${name}, ${countInWords(papers)}`),
		facts: counted(summary.papers, 'paper'),
		bars: yearBars(summary, null, 'all'),
	};
}

function listingsCard(summary: Summary, listings: number): SocialCard {
	const { newest } = summary;
	return {
		label: 'Listings',
		hue: null,
		title: counted(listings, 'captured listing'),
		byline: newest === null ? [] : [`The newest of ${dateInWords(newest.captured)}`],
		facts: counted(summary.papers, 'paper'),
		bars: yearBars(summary, null, 'all'),
	};
}

function topicCard(summary: Summary, { slug, name, papers }: Summary['topics'][number]): SocialCard {
	return {
		label: 'Topic',
		hue: topicHue(slug),
		title: isSettable(name) ? name : 'A topic of this archive',
		byline: [],
		facts: counted(papers, 'paper'),
		bars: yearBars(summary, slug, 'all'),
	};
}

function yearCard(source: ArchiveSource, year: string): SocialCard {
	const papers = catalogueOf(source).years.get(year)?.papers.length ?? 0;
	const byMonth = new Map(source.summary.months.map(({ month, papers: count }) => [month, count]));
	const values = Array.from({ length: 12 }, (_, at) => byMonth.get(`${year}-${String(at + 1).padStart(2, '0')}`) ?? 0);
	return {
		label: 'Year',
		hue: null,
		title: year,
		byline: [],
		facts: counted(papers, 'paper'),
		bars: values.some((value) => value > 0)
			? { values, first: 'January', last: 'December', name: null, meant: 'all' }
			: null,
	};
}

function paperCardOf(source: ArchiveSource, paper: IndexedPaper): SocialCard {
	const { title, date, topics, organization } = paper;
	const { topicNames } = catalogueOf(source);
	const topic = topics.find((slug) => isSettable(topicNames.get(slug) ?? '')) ?? null;
	const byline = [authorsInWords(source, paper), organization?.name ?? null];
	return {
		label: (topic === null ? null : topicNames.get(topic)) ?? 'Paper',
		hue: topic === null ? null : topicHue(topic),
		title,
		byline: byline.filter((line) => line !== null).filter(isSettable),
		facts: date === null ? 'Date not stated' : dateInWords(date),
		bars: yearBars(source.summary, topic, date?.slice(0, 4) ?? null),
	};
}

/** More years than these would be too thin. */
const mostYears = 30;

/** Papers of a topic, or of all, in each year from the archive's first to its last; a year or `all` is meant. */
function yearBars({ years }: Summary, topic: Slug | null, meant: string | null): CardBars | null {
	const counts = new Map(
		years.map(({ year, papers, topics }) => [
			year,
			topic === null ? papers : (Object.hasOwn(topics, topic) && topics[topic]) || 0,
		]),
	);
	const [from, to] = [Number(years[0]?.year), Number(years.at(-1)?.year)];
	if (!(from <= to)) return null;
	const start = Math.max(from, to - mostYears + 1);
	const shown = Array.from({ length: to - start + 1 }, (_, at) => String(start + at).padStart(4, '0'));
	const at = meant === null || meant === 'all' ? -1 : shown.indexOf(meant);
	return {
		values: shown.map((year) => counts.get(year) ?? 0),
		first: String(start),
		last: String(to),
		name: 'papers a year',
		meant: meant === 'all' ? 'all' : at === -1 ? null : at,
	};
}
