import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Types of the files that a site holds; others are sent as plain bytes, as GitHub Pages does. */
const types: Readonly<Record<string, string>> = {
	'.bib': 'text/x-bibtex; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.gz': 'application/gzip',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.jpg': 'image/jpeg',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.ris': 'application/x-research-info-systems',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.webp': 'image/webp',
	'.xml': 'application/xml; charset=utf-8',
	'.zip': 'application/zip',
};

/** What GitHub's delivery network compresses. */
const compressed = new Set(['.css', '.html', '.ico', '.js', '.json', '.mjs', '.svg', '.txt', '.xml']);

const tenMinutes = 600;

export interface StaticServerOptions {
	/** The folder of the built site. */
	folder: string;
	/** The path it is served below, with `/` at both ends. */
	base: string;
	/** 0 takes a free one. */
	port: number;
}

export interface StaticServer {
	/** Address of the site's home, with `/` at its end. */
	url: string;
	close(): Promise<void>;
}

/**
 * Serves a built site on this machine as GitHub Pages does: `folder/` is its `index.html`, `folder` leads to
 * `folder/`, `name` is `name.html` where that exists, and what is missing is `404.html` with status 404. Text is
 * compressed for those who take gzip; what they have already is answered with 304. Rejects when the port is taken.
 */
export async function startStaticServer({ folder, base, port }: StaticServerOptions): Promise<StaticServer> {
	const server = createServer(async (request, response) => {
		try {
			await answer(folder, base, request, response);
		} catch {
			response.writeHead(500).end();
		}
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(port, '127.0.0.1', resolve);
	});
	const address = server.address();
	const taken = typeof address === 'object' && address !== null ? address.port : port;
	return {
		url: `http://127.0.0.1:${taken}${base}`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { allow: 'GET, HEAD' }).end();
		return;
	}
	const { pathname, search } = new URL(`http://localhost${request.url ?? '/'}`);
	const path = decoded(pathname);
	const found = path === null ? null : await lookedUp(folder, base, path);
	if (found === 'folder') {
		response.writeHead(301, { location: `${pathname}/${search}` }).end();
	} else if (found === null) {
		const page = await readFile(join(folder, '404.html')).catch(() => Buffer.from('Not found'));
		await send(404, page, '.html', {}, request, response);
	} else {
		await sendFile(found, request, response);
	}
}

interface SiteFile {
	path: string;
	stats: Stats;
}

/** The file that a path names, `folder` when it names a folder without its slash, or null. */
async function lookedUp(folder: string, base: string, path: string): Promise<SiteFile | 'folder' | null> {
	if (`${path}/` === base) return 'folder';
	if (!path.startsWith(base)) return null;
	const place = join(folder, normalize(`/${path.slice(base.length)}`));
	if (path.endsWith('/')) return await fileAt(join(place, 'index.html'));
	const file = (await fileAt(place)) ?? (await fileAt(`${place}.html`));
	return file ?? ((await statsOf(place))?.isDirectory() ? 'folder' : null);
}

async function fileAt(path: string): Promise<SiteFile | null> {
	const stats = await statsOf(path);
	return stats?.isFile() ? { path, stats } : null;
}

async function statsOf(path: string): Promise<Stats | null> {
	return await stat(path).catch(() => null);
}

async function sendFile({ path, stats }: SiteFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const headers = {
		'cache-control': `max-age=${tenMinutes}`,
		etag: `W/"${stats.mtime.getTime().toString(16)}-${stats.size.toString(16)}"`,
		'last-modified': stats.mtime.toUTCString(),
	};
	if (isKnown(request.headers, headers.etag, headers['last-modified'])) response.writeHead(304, headers).end();
	else await send(200, await readFile(path), extname(path), headers, request, response);
}

/** Whether the client has this version. A time is asked only where no tag is sent, as HTTP has it. */
function isKnown(asked: IncomingHttpHeaders, etag: string, modified: string): boolean {
	const tags = asked['if-none-match'];
	if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim() === etag);
	const since = asked['if-modified-since'];
	return since !== undefined && Date.parse(since) >= Date.parse(modified);
}

async function send(
	status: number,
	bytes: Buffer,
	extension: string,
	headers: Record<string, string>,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const packs = compressed.has(extension);
	const isPacked = packs && takesGzip(request.headers['accept-encoding']);
	const body = isPacked ? await promisify(gzip)(bytes) : bytes;
	response.writeHead(status, {
		...headers,
		'content-type': types[extension] ?? 'application/octet-stream',
		'content-length': body.length,
		...(packs && { vary: 'Accept-Encoding' }),
		...(isPacked && { 'content-encoding': 'gzip' }),
	});
	response.end(request.method === 'HEAD' ? undefined : body);
}

function takesGzip(accepted: string | string[] | undefined): boolean {
	return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(accepted ?? ''));
}

function decoded(pathname: string): string | null {
	try {
		const path = decodeURIComponent(pathname);
		return path.includes('\0') ? null : path;
	} catch {
		return null;
	}
}
