/**
 * A process that replaces a folder again and again, by files that all say the same: so many times, or until it is
 * killed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisProcess } from '../../scripts/this-process.ts';
import { replaceFolder } from '../../src/store/replace-folder.ts';

const [target = '', rounds = 'Infinity'] = process.argv.slice(2);
for (let round = 1; round <= Number(rounds); round += 1) {
	await replaceFolder(target, '0', thisProcess, async (folder) => {
		for (let file = 0; file < 5; file += 1) writeFileSync(join(folder, String(file)), `${process.pid} ${round}`);
	});
	if (round === 1) console.log('begun');
}
