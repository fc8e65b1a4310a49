import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkParents, parseTopic } from '../src/analysis/topic-file.ts';
import { DaybookError } from '../src/errors.ts';
import type { Topic } from '../src/records/archive.ts';

/** The topics of a folder of Markdown files, by name. Throws `topics/unreadable-folder` and `topics/invalid`. */
export function readTopics(folder: string): Topic[] {
	const topics = namesIn(folder)
		.filter((name) => name.endsWith('.md') && !name.startsWith('README'))
		.sort()
		.map((name) => parseTopic(join(folder, name), readFileSync(join(folder, name), 'utf8')));
	checkParents(folder, topics);
	return topics;
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (cause) {
		throw new DaybookError({
			code: 'topics/unreadable-folder',
			message: 'This folder of topics cannot be read.',
			hint: 'check that it exists and that you may open it, or name another with --topics',
			location: { file: folder },
			cause,
		});
	}
}
