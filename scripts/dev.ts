import { join } from 'node:path';
import { Option } from 'commander';
import { DaybookError } from '../src/errors.ts';
import { basePath } from './base-path.ts';
import { command, run } from './command.ts';
import { portNumber } from './port-number.ts';
import { runProgram, toolFile } from './processes.ts';
import { projectFolder, refuseOddFolder } from './project-folder.ts';

const program = command(
	'dev',
	'Makes the archive, and serves its pages while you change them. Search needs npm run build.',
)
	.option('--port <number>', 'the port to serve them at', portNumber, 4321)
	.addOption(
		new Option('--base <path>', 'the path to serve them below').env('DAYBOOK_BASE').argParser(basePath).default('/'),
	)
	.action(async ({ port, base }: { port: number; base: string }) => {
		refuseOddFolder(projectFolder);
		await start('archive', [join(projectFolder, 'scripts/archive.ts')]);
		const server = [toolFile('astro', 'astro'), 'dev', '--root', projectFolder, '--port', String(port)];
		await start('pages', server, { DAYBOOK_BASE: base });
	});

async function start(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<void> {
	if ((await runProgram(process.execPath, args, { output: 'stderr', env })) === 0) return;
	throw new DaybookError({
		code: `dev/${name}`,
		message: `The step “${name}” failed.`,
		hint: 'mend what is said above',
	});
}

await run(program);
