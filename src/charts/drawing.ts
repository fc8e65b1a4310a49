import { element, type Svg, text } from './svg.ts';

/** The frame of a drawing, and its names. */
export interface Frame {
	/** Names the drawing's parts: unique in its page, and without spaces. */
	id: string;
	/** A class beside `chart`. */
	variant: string;
	title: string;
	description: string;
	/** In the user's units: pixels, where the drawing is shown in its own size. */
	width: number;
	height: number;
}

/**
 * Where the values of a figure's table stand in its drawing, for `src/browser/chart-values.ts`: where the room of the
 * first period begins, how wide it is for each, and from where to where it is drawn.
 */
export interface Reading {
	start: number;
	step: number;
	top: number;
	bottom: number;
	/** How many of the first periods are not drawn. */
	skipped?: number;
	/** Where the rows of the table are drawn as rows: the top of the first, from each to the next, and their height. */
	rowstart?: number;
	rowstep?: number;
	rowheight?: number;
}

/** A whole drawing: in `currentColor` where its parts say nothing else, its labels in 12 px. */
export function drawing(frame: Frame, reading: Reading, ...parts: Svg[]): Svg {
	const { id, variant, title, description, width, height } = frame;
	const data = Object.entries(reading).map(([name, value]): [string, number] => [`data-${name}`, value]);
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: `chart ${variant}`,
			viewBox: `0 0 ${width} ${height}`,
			width,
			height,
			role: 'img',
			'aria-labelledby': `${id}-title`,
			'aria-describedby': `${id}-desc`,
			'font-size': 12,
			fill: 'currentColor',
			...Object.fromEntries(data),
		},
		element('title', { id: `${id}-title` }, text(title)),
		element('desc', { id: `${id}-desc` }, text(description)),
		...parts,
	);
}
