import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** Answers one request; `count` is how many came before it to the same address. */
export type Answering = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A server on this machine that stands for a live service. */
export interface LocalService {
	/** `http://127.0.0.1:…` */
	origin: string;
	/** What was asked for, in order. */
	requests: { url: string; headers: IncomingMessage['headers'] }[];
	/** What answers from now on. */
	answer: Answering;
	close(): Promise<void>;
}

export async function localService(answer: Answering = notFound): Promise<LocalService> {
	const server = createServer((request, response) => {
		const url = request.url ?? '';
		const count = service.requests.filter((before) => before.url === url).length;
		service.requests.push({ url, headers: request.headers });
		service.answer(request, response, count);
	});
	// A test that keeps this process busy would find its connections closed.
	server.keepAliveTimeout = 0;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = z.object({ port: z.number() }).parse(server.address());
	const service: LocalService = {
		origin: `http://127.0.0.1:${port}`,
		requests: [],
		answer,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return service;
}

export const notFound: Answering = (_request, response) => response.writeHead(404).end('nothing here');

/** Answers with a status, and headers and a body if there are any. */
export function status(code: number, headers: Record<string, string> = {}, body: string | Uint8Array = ''): Answering {
	return (_request, response) => response.writeHead(code, headers).end(body);
}

export function json(value: unknown, headers: Record<string, string> = {}): Answering {
	return status(200, { 'content-type': 'application/json', ...headers }, JSON.stringify(value));
}

/** Answers in turn, and with the last for ever; counted by address. */
export function inTurn(...answers: [Answering, ...Answering[]]): Answering {
	return (request, response, count) => (answers[count] ?? answers.at(-1) ?? answers[0])(request, response, count);
}

/** Begins to answer, and cuts the connection. */
export const cutOff: Answering = (_request, response) => {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
	response.write('[{"paper":{"id":"26', () => response.destroy());
};
