import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { DaybookError } from '../../src/errors.ts';
import type { PublishedPaper } from '../../src/records/published-paper.ts';

/** Makes `pagefind/` below a folder as Pagefind alone would: one index over a page a paper, nothing set. */
export async function plainPagefind(papers: readonly PublishedPaper[], folder: string): Promise<void> {
	try {
		const { index, errors } = await createIndex();
		if (!index) throw failed(errors);
		for (const paper of papers) {
			const { errors } = await index.addHTMLFile({ url: `/papers/${paper.slug}/`, content: pageOf(paper) });
			if (errors.length > 0) throw failed(errors);
		}
		const { errors: unwritten } = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
		if (unwritten.length > 0) throw failed(unwritten);
	} finally {
		await close();
	}
}

function pageOf({ title, authors, abstract, summary }: PublishedPaper): string {
	const names = authors.map(({ name }) => name).join(', ');
	const text = [names, abstract ?? summary ?? ''].map((part) => `<p>${escaped(part)}</p>`).join('');
	return `<!doctype html><html lang="en"><title>${escaped(title)}</title><main><h1>${escaped(title)}</h1>${text}</main></html>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function failed(errors: readonly string[]): DaybookError {
	return new DaybookError({
		code: 'bench/plain-index',
		message: `Pagefind did not make the index to compare with: ${errors.join('; ') || 'no reason given'}.`,
		hint: 'see that 4 GB of memory are free, and run it again',
	});
}
