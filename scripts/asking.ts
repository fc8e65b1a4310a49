import { InvalidArgumentError } from 'commander';
import { DaybookError, formatError } from '../src/errors.ts';
import { type Manners, type Requester, requester } from '../src/sources/requests.ts';
import type { World } from '../src/sources/world.ts';
import { type Progress, progress } from './progress.ts';
import { projectVersion } from './project-version.ts';

/** It becomes part of a header. */
export function contactGiven(text: string): string {
	if (!/^[\x20-\x27\x2a-\x7e]{1,200}$/.test(text)) {
		throw new InvalidArgumentError('A contact is an address of mail or of a page, without brackets.');
	}
	return text;
}

/** Only this machine may be asked without encryption. */
export function addressGiven(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : null;
	const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url.hostname));
	if (url === null || !isSafe) throw new InvalidArgumentError('An address begins with https://.');
	return url.href;
}

function isThisMachine(host: string): boolean {
	return ['localhost', '127.0.0.1', '[::1]'].includes(host);
}

/** How a service can find out who asks: the repository, where the run knows it, and the contact that is given. */
export function agentOf(
	version: string,
	contact: string | undefined,
	environment: Readonly<Record<string, string | undefined>>,
): string {
	const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server = 'https://github.com' } = environment;
	const parts = [repository && `+${server}/${repository}`, contact].filter(Boolean);
	return `Daybook/${version}${parts.length === 0 ? '' : ` (${parts.join('; ')})`}`;
}

/** Lets `ask` put its questions to a service, by its manners, and shows on standard error how that goes. */
export async function asking<T>(
	world: World,
	manners: Omit<Manners, 'agent' | 'pausing'>,
	{ contact, json }: { contact?: string; json: boolean },
	ask: (requests: Requester, shown: Progress) => Promise<T>,
): Promise<T> {
	const shown = progress(process.stderr, process.stderr.isTTY && !process.env['CI'] && !json);
	const agent = agentOf(projectVersion(), contact, process.env);
	try {
		return await ask(requester(world, { ...manners, agent, pausing: (pause) => shown.pausing(pause) }), shown);
	} finally {
		shown.close();
	}
}

/** Says what went wrong, and how a run that was stopped goes on; a run with problems fails. */
export function sayProblems({ problems, stopped }: { problems: readonly DaybookError[]; stopped: boolean }): void {
	for (const problem of problems) console.error(formatError(problem));
	if (stopped) console.error('Stopped. Run the same again: it goes on where it stopped.');
	if (problems.length > 0 && !stopped) process.exitCode = 1;
}

/** Why a service is left alone before all was asked. */
export function givenUp(message: string, cause: DaybookError): DaybookError {
	return new DaybookError({
		code: 'source/given-up',
		message,
		hint: 'run it again later: it goes on where it stopped',
		...(cause.location && { location: { file: cause.location.file } }),
		cause,
	});
}
