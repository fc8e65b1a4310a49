import { connect, createServer } from 'node:net';

/** A way to a server that counts what comes back: the headers, and what workers load, too. */
export interface CountedLine {
	/** What to add to the server's address to go this way. */
	url: string;
	/** How many bytes have come since this was last asked. */
	take(): number;
	close(): Promise<void>;
}

/** Opens a line to a server on this machine. */
export async function countedLine(serverUrl: string): Promise<CountedLine> {
	const to = Number(new URL(serverUrl).port);
	let bytes = 0;
	const sockets = new Set<{ destroy(): void }>();
	const server = createServer((browser) => {
		const upstream = connect(to, '127.0.0.1');
		upstream.on('data', (chunk) => {
			bytes += chunk.length;
		});
		browser.pipe(upstream).pipe(browser);
		for (const [socket, other] of [
			[browser, upstream],
			[upstream, browser],
		] as const) {
			sockets.add(socket);
			socket.on('error', () => other.destroy());
			socket.on('close', () => {
				sockets.delete(socket);
				other.destroy();
			});
		}
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(0, '127.0.0.1', resolve);
	});
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: new URL(`http://127.0.0.1:${port}${new URL(serverUrl).pathname}`).href,
		take() {
			const taken = bytes;
			bytes = 0;
			return taken;
		},
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
