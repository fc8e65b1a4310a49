import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { runCommand } from '../scripts/run-command.ts';

/** A folder as people have them: none of it may reach an address as it is. */
const awkward = "My Pâpers #1 100% (x)?&'q";

/** Makes an offline copy of a built site by the command, and unpacks it below `folder`; gives where its home stands. */
export async function unpackedCopy(site: string, folder: string, ...options: string[]): Promise<string> {
	const zip = join(folder, 'copy.zip');
	const { status, stderr } = runCommand('bundle.ts', ['--from', site, '--out', zip, ...options]);
	if (status !== 0) throw new Error(`The copy could not be made: ${stderr}`);
	const place = join(folder, process.platform === 'win32' ? awkward.replace('?', '') : awkward);
	for (const [path, data] of Object.entries(unzipSync(await readFile(zip)))) {
		await mkdir(dirname(join(place, path)), { recursive: true });
		await writeFile(join(place, path), data);
	}
	return join(place, 'daybook');
}
