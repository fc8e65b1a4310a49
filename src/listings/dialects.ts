import type { Dialect } from './dialect.ts';
import { arxivAtom } from './dialects/arxiv-atom.ts';
import { arxivMail } from './dialects/arxiv-mail.ts';
import { arxivOai } from './dialects/arxiv-oai.ts';
import { arxivRss } from './dialects/arxiv-rss.ts';
import { arxivTracker } from './dialects/arxiv-tracker.ts';
import { bibtex } from './dialects/bibtex.ts';
import { cslJson } from './dialects/csl-json.ts';
import { huggingfaceApi } from './dialects/huggingface-api.ts';
import { huggingfaceCompactText } from './dialects/huggingface-compact-text.ts';
import { huggingfaceHtml } from './dialects/huggingface-html.ts';
import { huggingfaceHtmlCards } from './dialects/huggingface-html-cards.ts';
import { huggingfaceLinkedText } from './dialects/huggingface-linked-text.ts';
import { huggingfaceRss } from './dialects/huggingface-rss.ts';
import { huggingfaceText } from './dialects/huggingface-text.ts';
import { mappedCsv } from './dialects/mapped-csv.ts';
import { mappedJsonLines } from './dialects/mapped-json-lines.ts';
import { papersDashboard } from './dialects/papers-dashboard.ts';
import { ris } from './dialects/ris.ts';

/** Every dialect that Daybook reads, in the order in which they are asked whether they know a content. */
export const dialects: readonly Dialect[] = [
	mappedJsonLines,
	mappedCsv,
	huggingfaceApi,
	arxivAtom,
	arxivRss,
	arxivOai,
	huggingfaceRss,
	arxivTracker,
	arxivMail,
	cslJson,
	bibtex,
	ris,
	huggingfaceHtml,
	huggingfaceHtmlCards,
	huggingfaceCompactText,
	papersDashboard,
	huggingfaceLinkedText,
	huggingfaceText,
];

/** What a listing of this dialect is, in words; the name of a dialect that is not known here. */
export function dialectInWords(name: string): string {
	return dialects.find((dialect) => dialect.name === name)?.describes ?? name;
}
