import type { MergedPaper } from '../listings/merged-paper.ts';
import type { Change } from '../markup/changes.ts';
import { type RenderedText, renderAbstract, renderTitle } from '../markup/render.ts';
import type { PaperId } from '../records/paper.ts';

/** The title and the abstract of a paper as readers see them, and what was done to them. */
export interface PaperText {
	id: PaperId;
	title: RenderedText;
	abstract: RenderedText | null;
	changes: Change[];
	/** Formulas that do not parse. */
	refused: string[];
}

export function paperText({ id, title: captured, abstract: capturedAbstract }: MergedPaper): PaperText {
	const title = renderTitle(captured);
	const abstract = capturedAbstract === null ? null : renderAbstract(capturedAbstract);
	return {
		id,
		title,
		abstract,
		changes: [...title.changes, ...(abstract?.changes ?? [])],
		refused: [...title.refused, ...(abstract?.refused ?? [])],
	};
}
