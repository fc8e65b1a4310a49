import { parseArxivId } from '../records/ids.ts';
import type { Link, Organization } from '../records/listing.ts';
import { endsCut } from './cards.ts';
import { collapsed } from './dialect.ts';
import type { Line } from './line-account.ts';
import type { Piece } from './linked-pieces.ts';
import { type PrintedDate, parsePrintedDate } from './printed-date.ts';

/** What a piece of a page of papers is, by its own form and where it leads. */
export type Token = { lines: Line[] } & (
	| { kind: 'title'; text: string; id: string | null }
	/** Text that leads to a paper, or that leads nowhere: an abstract, if it stands where one does. */
	| { kind: 'body'; text: string; id: string | null }
	/** A heading without a link, or a link that leads elsewhere or never closes: no part of an abstract. */
	| { kind: 'fragment'; text: string }
	/** `labelled`: behind the word Upvote, as pages print it below a paper. */
	| { kind: 'votes'; count: number | null; id: string | null; labelled: boolean }
	| { kind: 'authors'; count: number }
	| { kind: 'organization'; organization: Organization; certain: boolean }
	| { kind: 'dot' }
	| { kind: 'date'; date: PrintedDate }
	| { kind: 'comments'; count: number; id: string | null }
	| { kind: 'link'; link: Link }
	| { kind: 'arxiv'; id: string }
	| { kind: 'submitter' }
	/** A picture without a text, or a mark that holds one. */
	| { kind: 'picture'; id: string | null }
);

/** Parts of the site that are not the page of an organisation or a person. */
const ofSite: ReadonlySet<string> = new Set(
	[
		['papers', 'models', 'datasets', 'spaces', 'docs', 'enterprise', 'pricing', 'login', 'join', 'storage', 'blog'],
		['tasks', 'chat', 'collections', 'languages', 'organizations', 'posts', 'learn', 'support', 'inference', 'privacy'],
		['terms-of-service', 'huggingface', 'brand', 'jobs', 'changelog', 'buckets', 'new', 'settings', 'notifications'],
	].flat(),
);

const number = /^(?:\[-\]\s*)?(\d{1,6}|\d{1,3}(?:,\d{3})+|-)$/;
const labelledVotes = /^upvotes?\s+(\d{1,6}|\d{1,3}(?:,\d{3})+|-)$/i;
const authorCount = /^(?:[-*•+·]\s*)*(\d{1,5}) authors?$/;
const glued = /^(.{3,30}?)\s*\[\s*(\d{1,6})\s*\](?:\((\S*)\)|\[\d{1,5}\])?$/;
/** A line of values with their names, as other tools write them: no part of an abstract. */
const labelled =
	/^(?:\W{0,6}\d[\d,.]*k?\s*[·•|]\s*\W{0,6}\d[\d,.]*k?$)|^\W{0,4}(?:(?:up)?votes|comments|authors?|published|submitted|date|tags|arxiv(?: id)?)\b\W{0,4}:/i;
const brokenItem = /^(?:[-*+]|\d{1,4}[.)])\s+(?:\[[^\]]*$|[^\]]*\]\()/;
const avatar = /^(?:\[[^\][]*\]\s*)+/;

/** Every token of a piece: a date may have a count of comments glued to it. */
export function tokensOf({ text: marked, target, heading, lines }: Piece): Token[] {
	const text = collapsed(marked);
	const id = target === null ? null : paperIdIn(target);
	const toPaper = target !== null && (id !== null || target.startsWith('#'));
	if (heading && toPaper && text !== '') return [{ kind: 'title', text, id, lines }];
	if (target === null && (heading || brokenItem.test(text) || text.includes('](/papers/')))
		return [{ kind: 'fragment', text, lines }];
	const bare = text.replace(/^(?:[-*+•]\s+)*/, '');
	const [, votes = labelledVotes.exec(bare)?.[1]] = number.exec(bare) ?? [];
	if (votes !== undefined && target?.includes('#community')) {
		return [{ kind: 'comments', count: countOf(votes), id, lines }];
	}
	if (votes !== undefined && (toPaper || labelledVotes.test(bare))) {
		const count = votes === '-' ? null : countOf(votes);
		return [{ kind: 'votes', count, id, labelled: labelledVotes.test(bare), lines }];
	}
	if (target === null && (number.test(bare) || labelled.test(bare))) return [{ kind: 'fragment', text, lines }];
	const [, authors] = authorCount.exec(bare.replace(avatar, '').replace(/^(?:[-*+·]\s*)+/, '')) ?? [];
	if (authors !== undefined) return [{ kind: 'authors', count: Number(authors), lines }];
	return (
		(target === null ? tokensOfText(text, lines) : null) ??
		tokenOfLink(text, target, id, lines) ?? [
			isPicture(bare)
				? { kind: 'picture', id, lines }
				: target === null || toPaper
					? { kind: 'body', text, id, lines }
					: { kind: 'fragment', text, lines },
		]
	);
}

/** `1,234` is a count; `1.2k` is none. */
function countOf(text: string): number {
	return Number(text.replaceAll(',', ''));
}

/** Nothing is left of a text without the names of its pictures. One that says it was cut is text. */
function isPicture(text: string): boolean {
	if (text.length > 200 || endsCut(text)) return false;
	return /^[-*+•[\]\s]*$/.test(text.replace(avatar, ''));
}

function tokensOfText(text: string, lines: Line[]): Token[] | null {
	if (text === '·' || text === '•') return [{ kind: 'dot', lines }];
	if (/^submitted by\b/i.test(text) && text.length < 80) return [{ kind: 'submitter', lines }];
	const undotted = text.replace(/^·\s*/, '').replace(/^Published on\s+/i, '');
	const date = parsePrintedDate(undotted);
	if (date !== null) return [{ kind: 'date', date, lines }];
	const [, before = '', count, badge] = (undotted.length < 200 && glued.exec(undotted)) || [];
	const commented = count === undefined ? null : parsePrintedDate(before);
	if (commented === null) return null;
	return [
		{ kind: 'date', date: commented, lines },
		{ kind: 'comments', count: Number(count), id: badge === undefined ? null : paperIdIn(badge), lines },
	];
}

function tokenOfLink(text: string, target: string | null, id: string | null, lines: Line[]): Token[] | null {
	if (target === null || text.length > 200) return null;
	const name = text.replace(avatar, '').trim() || text.replace(/[[\]]/g, '').trim();
	if (target.startsWith('#')) {
		const [, slug] = /^\[([^\][]+)\]\s*\S/.exec(text) ?? [];
		return slug === undefined ? null : [organizationToken(slug.trim(), name, false, lines)];
	}
	if (/^github [\d.,]+\s*k?$/i.test(text) && URL.canParse(target)) {
		return [{ kind: 'link', link: { url: target, kind: 'code' }, lines }];
	}
	const [, arxiv] = /^https?:\/\/arxiv\.org\/(?:abs|pdf)\/(\S+?)(?:\.pdf)?$/.exec(target) ?? [];
	if (arxiv !== undefined && id === null) return [{ kind: 'arxiv', id: arxiv, lines }];
	const [, slug] = /^(?:https?:\/\/huggingface\.co)?\/([\w.-]+)\/?$/.exec(target) ?? [];
	if (slug === undefined || ofSite.has(slug.toLowerCase()) || name === '') return null;
	return [organizationToken(slug, name, true, lines)];
}

function organizationToken(slug: string, name: string, certain: boolean, lines: Line[]): Token {
	return { kind: 'organization', organization: { slug, name: name === '' ? slug : name }, certain, lines };
}

/** The arXiv id of the paper that an address of the site leads to, as itself or behind a login. */
export function paperIdIn(target: string): string | null {
	const [, written] = /(?:\/|%2F)papers(?:\/|%2F)(\d{4}\.\d{4,5}(?:v\d+)?)(?![\d.])/i.exec(target) ?? [];
	return written === undefined ? null : (parseArxivId(written)?.arxivId ?? null);
}
