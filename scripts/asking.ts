import { InvalidArgumentError } from 'commander';

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
