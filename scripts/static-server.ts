import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** Types of the files that a site holds; others are sent as plain bytes, as GitHub Pages does. */
const types: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.gz': 'application/gzip',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.webp': 'image/webp',
	'.xml': 'application/xml; charset=utf-8',
};

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
 * Serves a built site on this machine as GitHub Pages would: `folder/` is its `index.html`, `folder` leads to
 * `folder/`, and what is missing is `404.html` with status 404. Rejects when the port is taken.
 */
export async function startStaticServer({ folder, base, port }: StaticServerOptions): Promise<StaticServer> {
	const server = createServer(async (request, response) => {
		try {
			await answer(folder, base, request.url ?? '/', response);
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

async function answer(folder: string, base: string, requested: string, response: ServerResponse): Promise<void> {
	const { pathname, search } = new URL(requested, 'http://localhost');
	const path = decoded(pathname);
	if (path === null || !path.startsWith(base)) return await notFound(folder, response);
	const file = join(folder, normalize(`/${path.slice(base.length)}`));
	const found = await kindOf(file);
	if (found === 'folder' && !path.endsWith('/')) {
		response.writeHead(301, { location: `${pathname}/${search}` }).end();
		return;
	}
	const page = found === 'folder' ? join(file, 'index.html') : file;
	if (found === null || path.endsWith('/') !== (found === 'folder') || (await kindOf(page)) !== 'file') {
		return await notFound(folder, response);
	}
	const bytes = await readFile(page);
	response.writeHead(200, { 'content-type': types[extname(page)] ?? 'application/octet-stream' }).end(bytes);
}

async function notFound(folder: string, response: ServerResponse): Promise<void> {
	const page = await readFile(join(folder, '404.html')).catch(() => 'Not found');
	response.writeHead(404, { 'content-type': types['.html'] }).end(page);
}

function decoded(pathname: string): string | null {
	try {
		const path = decodeURIComponent(pathname);
		return path.includes('\0') ? null : path;
	} catch {
		return null;
	}
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
	try {
		const found = await stat(path);
		return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : null;
	} catch {
		return null;
	}
}
