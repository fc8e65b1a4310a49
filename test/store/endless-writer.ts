/** A process that replaces a folder again and again, until it is killed: each time by files that all say the same. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisProcess } from '../../scripts/this-process.ts';
import { replaceFolder } from '../../src/store/replace-folder.ts';

const [target = ''] = process.argv.slice(2);
for (let round = 1; ; round += 1) {
	await replaceFolder(target, '0', thisProcess, async (folder) => {
		for (let file = 0; file < 5; file += 1) writeFileSync(join(folder, String(file)), `${process.pid} ${round}`);
	});
	if (round === 1) console.log('begun');
}
