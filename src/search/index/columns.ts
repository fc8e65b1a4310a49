import { dateOf } from '../../records/paper.ts';
import type { PublishedPaper } from '../../records/published-paper.ts';
import { wordsOf } from '../../records/title-key.ts';
import { type ColumnTypes, columnFiles, stepsOf, undatedYear } from '../client/columns.ts';

/** The columns of a segment's papers, which are in its order: file name → JSON. */
export function columnsOf(papers: readonly PublishedPaper[]): Map<string, string> {
	const columns: ColumnTypes = {
		years: yearsOf(papers),
		topics: Object.fromEntries(
			sorted(placesBy(papers, ({ topics }) => topics)).map(([slug, places]) => [slug, stepsOf(places)]),
		),
		organizations: organizationsOf(papers),
		code: stepsOf(papers.flatMap(({ links }, place) => (links.some(({ kind }) => kind === 'code') ? [place] : []))),
		comments: papers.map(({ comments }) => comments),
		upvotes: papers.map(({ upvotes }) => upvotes),
		titleLengths: papers.map(({ title }) => wordsOf(title).length),
	};
	return new Map(Object.entries(columnFiles).map(([name, file]) => [file, JSON.stringify(Reflect.get(columns, name))]));
}

function yearsOf(papers: readonly PublishedPaper[]): ColumnTypes['years'] {
	const years: ColumnTypes['years'] = [];
	for (const [place, paper] of papers.entries()) {
		const year = dateOf(paper)?.slice(0, 4) ?? undatedYear;
		if (years.at(-1)?.[0] !== year) years.push([year, place]);
	}
	return years;
}

function organizationsOf(papers: readonly PublishedPaper[]): ColumnTypes['organizations'] {
	const places = placesBy(papers, ({ organization }) =>
		organization === null ? [] : [organization.slug.toLowerCase()],
	);
	return Object.fromEntries(
		sorted(places).map(([slug, ofSlug]) => {
			const newest = papers[ofSlug.at(-1) ?? 0];
			return [slug, { name: newest?.organization?.name ?? slug, papers: stepsOf(ofSlug) }];
		}),
	);
}

function placesBy(
	papers: readonly PublishedPaper[],
	valuesOf: (paper: PublishedPaper) => readonly string[],
): Map<string, number[]> {
	const places = new Map<string, number[]>();
	for (const [place, paper] of papers.entries()) {
		for (const value of new Set(valuesOf(paper))) {
			const ofValue = places.get(value);
			if (ofValue) ofValue.push(place);
			else places.set(value, [place]);
		}
	}
	return places;
}

function sorted<T>(values: ReadonlyMap<string, T>): [string, T][] {
	return [...values].sort(([a], [b]) => (a < b ? -1 : 1));
}
