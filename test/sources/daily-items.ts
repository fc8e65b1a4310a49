import type { IncomingMessage } from 'node:http';
import type { Answering } from './local-service.ts';

/** An item as the daily-papers API gives it, made up. */
export function dailyItem(number: number, day: string, more: { item?: object; paper?: object } = {}) {
	return {
		paper: {
			id: `2601.${String(10_000 + number)}`,
			title: `Lanterns at the harbour, part ${number}`,
			summary: `How ${number} lanterns are kept alight at the harbour through a winter of storms.`,
			authors: [{ _id: `a${number}`, name: 'Ann Bell', hidden: false }],
			publishedAt: `${day}T00:00:00.000Z`,
			submittedOnDailyAt: `${day}T05:00:00.000Z`,
			upvotes: number,
			...more.paper,
		},
		publishedAt: `${day}T00:00:00.000Z`,
		title: `Lanterns at the harbour, part ${number}`,
		numComments: 1,
		...more.item,
	};
}

export function dailyItems(count: number, day: string, from = 1): ReturnType<typeof dailyItem>[] {
	return Array.from({ length: count }, (_, index) => dailyItem(from + index, day));
}

/** The parameters of a request for a page. */
export function pageAsked(request: IncomingMessage): { date: string; page: number; limit: number } {
	const parameters = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
	return {
		date: parameters.get('date') ?? '',
		page: Number(parameters.get('p')),
		limit: Number(parameters.get('limit')),
	};
}

/** Plays back days page by page, with an etag for each. A day is a list, or the text of one as it is to be sent. */
export function playback(days: Readonly<Record<string, readonly unknown[] | string>>): Answering {
	return (request, response) => {
		const { date, page, limit } = pageAsked(request);
		const day = days[date] ?? [];
		const list: unknown = typeof day === 'string' ? JSON.parse(day) : day;
		const items = Array.isArray(list) ? list.slice(page * limit, (page + 1) * limit) : list;
		const isWhole = Array.isArray(items) && Array.isArray(list) && items.length === list.length;
		const text = typeof day === 'string' && (isWhole || !Array.isArray(list)) ? day : JSON.stringify(items);
		const etag = `"${Buffer.byteLength(text)}-${[...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1e9, 7)}"`;
		if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
		else response.writeHead(200, { 'content-type': 'application/json', etag }).end(text);
	};
}
