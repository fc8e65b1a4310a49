import { z } from 'zod';
import { type IsoDate, isoDateSchema } from '../../records/dates.ts';
import { dailyItems } from '../daily-items.ts';
import { type Dialect, exactness, type Reading } from '../dialect.ts';
import { htmlPage, isHtml, propsInText } from '../html-page.ts';
import { type JsonItems, jsonItems } from '../json-items.ts';

/** A saved page of papers with the data that the site's own program draws it from, in a `data-props` attribute. */
export const huggingfaceHtml: Dialect = {
	name: 'huggingface-html',
	describes: 'a page of papers of Hugging Face, saved as HTML with its data',
	exactness: exactness.html,
	recognises: (content) => isHtml(content) && /(?:&quot;|&#34;|")paper(?:&quot;|&#34;|")\s*:\s*\{/.test(content),
	read,
};

const header = z.object({
	date: z.string().nullish().catch(null),
	dateString: z.string().nullish().catch(null),
	periodType: z.string().nullish().catch(null),
});

function read(content: string): Reading {
	const { props, items } = longestList(htmlPage(content).props) ?? longestList(propsInText(content)) ?? nothing;
	const { entries, items: counts, problems, day } = dailyItems(items);
	const shown = dayOfPage(props);
	return {
		entries,
		accounting: { items: counts },
		problems,
		captured: null,
		daily: shown.daily,
		day: shown.day ?? (shown.daily ? day : null),
	};
}

/** The data of one part of a page, and the list in it. */
interface Data {
	props: string;
	items: JsonItems;
}

const nothing: Data = { props: '', items: { pointer: '', items: [], broken: [], cut: true } };

/** Of the parts of a page that hold papers, the one that holds most. */
function longestList(parts: readonly string[]): Data | null {
	const lists = parts
		.filter((props) => /"paper"\s*:\s*\{/.test(props))
		.flatMap((props): Data[] => {
			const items = jsonItems(props);
			return items === null ? [] : [{ props, items }];
		});
	const [first] = lists;
	if (first === undefined) return null;
	return lists.reduce((most, each) => (each.items.items.length > most.items.items.length ? each : most), first);
}

/** The day whose list the page is. A page of a week, a month, a search or of what is trending is no day's. */
function dayOfPage(props: string): { daily: boolean; day: IsoDate | null } {
	const { date, dateString, periodType } = header.safeParse(parsed(props)).data ?? datesBefore(props);
	const daily = (periodType ?? 'day') === 'day' && (date ?? dateString ?? null) !== null;
	const [day] = [dateString, date].flatMap((text) => isoDateSchema.safeParse(text?.slice(0, 10)).data ?? []);
	return { daily, day: daily ? (day ?? null) : null };
}

/** Of data that is cut or broken, what stands in front of the papers. */
function datesBefore(props: string): z.infer<typeof header> {
	const front = props.slice(0, Math.max(0, props.indexOf('"paper"')));
	const value = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([\\w:.-]{1,40})"`).exec(front)?.[1] ?? null;
	return { date: value('date'), dateString: value('dateString'), periodType: value('periodType') };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
