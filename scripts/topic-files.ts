import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTopic } from '../src/analysis/topic-file.ts';
import type { Topic } from '../src/records/archive.ts';

/** The topics of a folder of Markdown files, by name. Throws `topics/invalid`. */
export function readTopics(folder: string): Topic[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.md') && !name.startsWith('README'))
		.sort()
		.map((name) => parseTopic(join(folder, name), readFileSync(join(folder, name), 'utf8')));
}
