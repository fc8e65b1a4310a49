import type { Answering } from './local-service.ts';

/** An entry as the arXiv API gives it, made up. */
export function arxivEntry(number: number, day: string, title = `Lighthouses &amp; tides, part ${number}`): string {
	return `<entry>
    <id>http://arxiv.org/abs/2601.${10_000 + number}v1</id>
    <title>${title}</title>
    <updated>${day}T12:00:00Z</updated>
    <summary>How lighthouse ${number} looks at the tides of its coast, and what a keeper sees &lt;twice&gt;.</summary>
    <published>${day}T12:00:00Z</published>
    <arxiv:primary_category term="cs.CL"/>
    <author><name>Ann Bell</name></author>
    <author><name>Carl van der Berg</name></author>
  </entry>`;
}

export function arxivFeed(
	entries: readonly string[],
	total = entries.length,
	updated = '2026-01-10T12:00:00Z',
): string {
	return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/made-up</id>
  <title>arXiv Query: search_query=cat:cs.CL</title>
  <updated>${updated}</updated>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${entries.map((entry) => `  ${entry}\n`).join('')}</feed>
`;
}

/** What the API answers to what it does not understand. */
export const arxivError = arxivFeed([
	`<entry>
    <id>https://arxiv.org/api/errors#incorrect_id_format</id>
    <title>Error</title>
    <summary>incorrect query</summary>
    <author><name>arXiv api core</name></author>
  </entry>`,
]);

/** Plays back a list of entries page by page. */
export function arxivPlayback(entries: readonly string[]): Answering {
	return (request, response) => {
		const parameters = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
		const start = Number(parameters.get('start'));
		const page = entries.slice(start, start + Number(parameters.get('max_results')));
		response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(arxivFeed(page, entries.length));
	};
}
