import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DaybookError } from '../src/errors.ts';
import { basePath, basePathOf } from './base-path.ts';
import { command, run } from './command.ts';
import { portNumber } from './port-number.ts';
import { projectFolder } from './project-folder.ts';
import { startStaticServer } from './static-server.ts';

const program = command('preview', 'Serves the built site on this machine, as GitHub Pages would.')
	.option('--from <dir>', 'the built site', join(projectFolder, 'dist'))
	.option('--base <path>', 'the path to serve it below, if not the one that it was built for', basePath)
	.option('--port <number>', 'the port to serve it at', portNumber, 4321)
	.action(async (options: { from: string; base?: string; port: number; json: boolean }) => {
		const folder = resolve(options.from);
		const home = join(folder, 'index.html');
		if (!existsSync(home)) {
			throw new DaybookError({
				code: 'preview/no-site',
				message: 'There is no built site here.',
				hint: 'run npm run build, or name its folder with --from',
				location: { file: folder },
			});
		}
		const base = options.base ?? basePathOf(await readFile(home, 'utf8'));
		const { url } = await started({ folder, base, port: options.port });
		console.log(options.json ? JSON.stringify({ url }) : `The site is at ${url} until you press Ctrl+C.`);
	});

async function started(options: Parameters<typeof startStaticServer>[0]) {
	try {
		return await startStaticServer(options);
	} catch (cause) {
		throw new DaybookError({
			code: 'preview/port',
			message: `The site cannot be served at port ${options.port}.`,
			hint: 'name another port with --port',
			cause,
		});
	}
}

await run(program);
