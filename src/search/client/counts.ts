import { type Ask, foundByText } from './ask.ts';
import { numbersOf } from './columns.ts';
import { passing } from './filters.ts';
import type { FilterCounts, FilterValue } from './found.ts';
import type { OpenSegment } from './segment.ts';

/** Counts for each value of each filter what a query finds with it, and the query's other filters, in segments. */
export async function countsIn(segments: readonly OpenSegment[], ask: Ask): Promise<FilterCounts> {
	const topic = new Counter();
	const year = new Counter();
	const organization = new Counter();
	let code = 0;
	for (const open of segments) {
		const { papers: found } = await foundByText(open, ask);
		const foundWithout = async (changed: Partial<Ask['filters']>): Promise<Set<number>> => {
			const passes = await passing(open, { ...ask.filters, ...changed });
			return new Set(passes === null ? found : found.filter(passes));
		};
		const withoutTopic = await foundWithout({ topic: null });
		for (const [slug, steps] of Object.entries(await open.column('topics'))) {
			topic.add(slug, slug, among(withoutTopic, numbersOf(steps)));
		}
		const withoutOrganization = await foundWithout({ organization: null });
		for (const [slug, { name, papers }] of Object.entries(await open.column('organizations'))) {
			organization.add(slug, name, among(withoutOrganization, numbersOf(papers)));
		}
		const withoutYear = await foundWithout({ year: null });
		const years = await open.column('years');
		for (const [at, [each, first]] of years.entries()) {
			const end = years[at + 1]?.[1] ?? open.segment.papers;
			year.add(each, each, among(withoutYear, range(first, end)));
		}
		code += among(await foundWithout({ code: false }), numbersOf(await open.column('code')));
	}
	return {
		topic: topic.values.sort(mostFirst),
		year: year.values.sort((a, b) => (a.value < b.value ? 1 : -1)).sort((a, b) => undatedLast(a) - undatedLast(b)),
		organization: organization.values.sort(mostFirst),
		code,
	};
}

class Counter {
	readonly #values = new Map<string, FilterValue>();

	add(value: string, name: string, papers: number): void {
		if (papers === 0) return;
		const before = this.#values.get(value);
		if (before) before.papers += papers;
		else this.#values.set(value, { value, name, papers });
	}

	get values(): FilterValue[] {
		return [...this.#values.values()];
	}
}

function among(found: ReadonlySet<number>, numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + (found.has(number) ? 1 : 0), 0);
}

function range(first: number, end: number): number[] {
	return Array.from({ length: end - first }, (_, at) => first + at);
}

function mostFirst(a: FilterValue, b: FilterValue): number {
	return b.papers - a.papers || (a.name < b.name ? -1 : 1);
}

function undatedLast({ value }: FilterValue): number {
	return /^\d/.test(value) ? 0 : 1;
}
