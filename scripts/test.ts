import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, run } from './command.ts';
import { runProgram, toolFile } from './processes.ts';
import { projectFolder } from './project-folder.ts';
import { type BrowserName, browsers, installCommands, variableOf } from './test/browsers.ts';
import { findBrowser, programPath } from './test/find-browser.ts';

const program = command(
	'test',
	'Checks the project and runs its tests; installs the browsers that the system does not have.',
)
	.argument('[vitest...]', 'passed on to vitest: files, -t NAME, --update …')
	.allowUnknownOption()
	.passThroughOptions();

program.action(async (passedOn: string[], { json }: { json: boolean }) => {
	const output = json ? 'stderr' : 'stdout';
	const found: Record<string, string> = {};
	for (const browser of browsers) {
		const path = findBrowser(browser) ?? (await installed(browser));
		console.error(path ? `test: tests use ${path}` : `test: no ${browser}: tests that need it are skipped`);
		found[variableOf(browser)] = path ?? '';
	}

	const checkCode = await runProgram(process.execPath, [join(projectFolder, 'scripts/check.ts')], { output });
	const folder = await mkdtemp(join(tmpdir(), 'daybook-test-'));
	try {
		const summaryFile = join(folder, 'summary.json');
		const testCode = await runProgram(process.execPath, [toolFile('vitest', 'vitest'), 'run', ...passedOn], {
			output,
			cwd: projectFolder,
			env: { DAYBOOK_SUMMARY: summaryFile, ...found },
		});
		const tests: unknown = existsSync(summaryFile) ? JSON.parse(await readFile(summaryFile, 'utf8')) : null;
		const ok = checkCode === 0 && testCode === 0;
		if (json) console.log(JSON.stringify({ ok, check: checkCode === 0, tests }));
		else if (checkCode !== 0) console.log('test: npm run check failed, see above');
		if (!ok) process.exitCode = 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

async function installed(browser: BrowserName): Promise<string | null> {
	const host = { has: (name: string) => programPath(name) !== null, isRoot: process.getuid?.() === 0 };
	for (const [file, ...args] of installCommands(browser, host)) {
		console.error(`test: no ${browser} found, running ${[file, ...args].join(' ')}`);
		const code = await runProgram(file, args, { output: 'stderr', env: { DEBIAN_FRONTEND: 'noninteractive' } });
		if (code !== 0) break;
	}
	return findBrowser(browser);
}

await run(program);
