import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TopicLabel } from '../../src/analysis/topic-labels.ts';
import { DaybookError } from '../../src/errors.ts';
import type { Slug } from '../../src/records/paper.ts';

const hint = 'write one JSON object a line: {"title": "…", "topics": ["…"]}, or file and ordinal for the title';

/** A line of a file of labels; what else it says is not looked at. */
const labelSchema = z
	.object({
		file: z.string().min(1).optional(),
		ordinal: z.int().positive().optional(),
		title: z.string().min(1).optional(),
		topics: z.array(z.string()),
	})
	.refine(({ file, ordinal, title }) => title !== undefined || (file !== undefined && ordinal !== undefined), {
		error: 'it names no paper',
	});

/**
 * The labels of a file of JSON Lines, with topics by their slugs. Throws `topics/unreadable-labels`,
 * `topics/invalid-labels` and `topics/unknown-topic` with the line.
 */
export function readLabels(file: string, slugs: readonly Slug[]): TopicLabel[] {
	const bySlug = new Map<string, Slug>(slugs.map((slug) => [slug, slug]));
	return textOf(file)
		.split(/\r?\n/)
		.map((text, at) => ({ text, line: at + 1 }))
		.filter(({ text }) => text.trim() !== '')
		.map(({ text, line }) => {
			const label = labelSchema.safeParse(parsed(text, { file, at: line }));
			if (!label.success) {
				const [issue] = label.error.issues;
				const key = issue?.path.join('.') ?? '';
				throw new DaybookError({
					code: 'topics/invalid-labels',
					message: `This is no label: ${key === '' ? '' : `${key}: `}${issue?.message ?? 'not as expected'}.`,
					hint,
					location: { file, at: line },
				});
			}
			const { file: listing = null, ordinal = null, title = null, topics } = label.data;
			const known = topics.map((slug) => {
				const topic = bySlug.get(slug);
				if (topic !== undefined) return topic;
				throw new DaybookError({
					code: 'topics/unknown-topic',
					message: `There is no topic “${slug}”.`,
					hint: 'name topics by their files in the folder of topics, without .md, or name another folder with --topics',
					location: { file, at: line },
				});
			});
			return { line, file: listing, ordinal, title, topics: [...new Set(known)] };
		});
}

function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch (cause) {
		throw new DaybookError({
			code: 'topics/unreadable-labels',
			message: 'This file of labels cannot be read.',
			hint: 'check that it exists and that you may open it',
			location: { file },
			cause,
		});
	}
}

function parsed(text: string, location: { file: string; at: number }): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new DaybookError({ code: 'topics/invalid-labels', message: 'This line is no JSON.', hint, location, cause });
	}
}
