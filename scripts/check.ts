import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inAstroTurn } from './astro-turn.ts';
import { audited } from './check/audit.ts';
import {
	type LockFile,
	lockFileSchema,
	manifestSchema,
	missingOptionals,
	outOfStep,
	refusedLicences,
	unverified,
} from './check/lock-file.ts';
import { command, run } from './command.ts';
import { runProgram, toolFile } from './processes.ts';
import { projectFolder } from './project-folder.ts';
import { inWorkFolder } from './work-folder.ts';

/** Where programs print: our standard output, or our standard error when ours is for JSON. */
type Output = 'stdout' | 'stderr';

/** Gives what is wrong, a line each; a program that has printed its own findings gives one line. */
type Check = (output: Output) => Promise<string[]>;

const checks: Readonly<Record<string, Check>> = {
	'lock file': lockFileProblems,
	licences: async () => refusedLicences(await readLockFile()),
	'known flaws of packages': knownFlaws,
	'format, lint and import rules': (output) =>
		problemsOf([toolFile('@biomejs/biome', 'biome'), 'ci', '--error-on-warnings'], output),
	types: typeProblems,
	'dead code': (output) => problemsOf([toolFile('knip', 'knip')], output),
};

async function readLockFile(): Promise<LockFile> {
	return lockFileSchema.parse(JSON.parse(await readFile(join(projectFolder, 'package-lock.json'), 'utf8')));
}

async function lockFileProblems(): Promise<string[]> {
	const lock = await readLockFile();
	const manifest = manifestSchema.parse(JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')));
	return [...outOfStep(manifest, lock), ...missingOptionals(lock), ...unverified(lock)];
}

/**
 * That nobody could be asked, as without a network, is said and no failure. Nor is a flaw with `DAYBOOK_AUDIT=tell`, as the
 * workflow sets it that publishes: one that is found years later is to be known, and to keep no correction offline.
 */
async function knownFlaws(): Promise<string[]> {
	const audit = await audited(projectFolder);
	if ('unasked' in audit) console.error(`  not asked: ${audit.unasked}`);
	else if (process.env['DAYBOOK_AUDIT'] !== 'tell') return audit.findings;
	else for (const finding of audit.findings) console.error(`  ${finding}`);
	return [];
}

/** Astro knows the types of collections only from their content: it is given an archive made for the purpose. */
async function typeProblems(output: Output): Promise<string[]> {
	return await inWorkFolder(async (work) => {
		const archive = join(work, 'archive');
		const env = { ASTRO_TELEMETRY_DISABLED: '1', DAYBOOK_ARCHIVE: archive, DAYBOOK_CACHE: join(work, 'cache') };
		const made = await problemsOf([join(projectFolder, 'scripts/archive.ts'), '--out', archive], output);
		const astro = [toolFile('astro', 'astro'), 'check', '--minimumFailingSeverity', 'warning'];
		if (made.length > 0) return made;
		const waits = () => console.error('  waits for a build of this project');
		return await inAstroTurn(() => problemsOf(astro, output, env), waits);
	});
}

async function problemsOf(command: readonly string[], output: Output, env?: Record<string, string>): Promise<string[]> {
	const code = await runProgram(process.execPath, command, { output, cwd: projectFolder, ...(env && { env }) });
	return code === 0 ? [] : [`it ended with code ${code}, see above`];
}

const program = command(
	'check',
	'Checks types, lint, format, import rules, licences, known flaws of packages, the lock file and dead code.',
).action(async ({ json }: { json: boolean }) => {
	const results: { name: string; problems: string[] }[] = [];
	for (const [name, check] of Object.entries(checks)) {
		console.error(`check: ${name}`);
		const problems = await check(json ? 'stderr' : 'stdout');
		for (const problem of problems) console.error(`  ${problem}`);
		results.push({ name, problems });
	}
	const failed = results.filter(({ problems }) => problems.length > 0).map(({ name }) => name);
	if (json) console.log(JSON.stringify({ ok: failed.length === 0, checks: results }));
	else console.log(failed.length === 0 ? 'check: all is well' : `check: failed in ${failed.join('; ')}`);
	if (failed.length > 0) process.exitCode = 1;
});

await run(program);
