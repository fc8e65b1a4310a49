import { execFileSync } from 'node:child_process';

/**
 * A program, with arguments, that runs another while `folder` has room for so many KB: on a small disk of its own, or
 * where the system does not let us make one, with a limit on the size of a file. Then standard error says what is in
 * the folder, a line for each name that begins with `left: `.
 */
export function withRoomFor(kilobytes: number, folder: string): readonly string[] {
	const within = (limit: string) => {
		const left = 'code=$?; ls -A "$0" | sed "s/^/left: /" >&2; exit $code';
		return ['sh', '-c', `${limit} && "$@"; ${left}`, folder];
	};
	const ownDisk = within(`mount -t tmpfs -o size=${kilobytes}k tmpfs "$0"`);
	if (runs('unshare', '-rm', 'true')) return ['unshare', '-rm', ...ownDisk];
	// Without the signal, writing more is an error.
	return within(`trap '' XFSZ && ulimit -f 1`);
}

/** One that runs another while nothing can be written in `folder`, with the code of what is said of it then. */
export function withoutWriting(folder: string): { through: readonly string[]; code: string } {
	const mount = ['sh', '-c', 'mount -t tmpfs -o ro tmpfs "$0" && exec "$@"', folder];
	if (runs('unshare', '-rm', 'true')) return { through: ['unshare', '-rm', ...mount], code: 'output/read-only' };
	return { through: ['sh', '-c', 'chmod 555 "$0" && exec "$@"', folder], code: 'system/no-permission' };
}

/** One that runs another under the permissions of files, which root is spared; nothing where we are not root. */
export function underPermissions(): readonly string[] {
	const spared = '-dac_override,-dac_read_search';
	return process.getuid?.() === 0 ? ['setpriv', `--bounding-set=${spared}`, `--inh-caps=${spared}`] : [];
}

function runs(program: string, ...args: string[]): boolean {
	try {
		execFileSync(program, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
