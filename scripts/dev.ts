import { join } from 'node:path';
import { DaybookError } from '../src/errors.ts';
import { command, run } from './command.ts';
import { runProgram, toolFile } from './processes.ts';
import { projectFolder } from './project-folder.ts';

const program = command(
	'dev',
	'Makes the archive, and serves its pages while you change them. Search needs npm run build.',
)
	.option('--port <number>', 'the port to serve them at', '4321')
	.action(async ({ port }: { port: string }) => {
		await start('archive', [join(projectFolder, 'scripts/archive.ts')]);
		await start('pages', [toolFile('astro', 'astro'), 'dev', '--root', projectFolder, '--port', port]);
	});

async function start(name: string, args: readonly string[]): Promise<void> {
	if ((await runProgram(process.execPath, args, { output: 'stderr' })) === 0) return;
	throw new DaybookError({
		code: `dev/${name}`,
		message: `The step “${name}” failed.`,
		hint: 'mend what is said above',
	});
}

await run(program);
