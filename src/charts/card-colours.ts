/** The light colours of `tokens.css`, as pictures need them: they know no style sheet. */
export const cardColours = {
	paper: '#fdfcf9',
	ink: '#1c1b19',
	quiet: '#5d5950',
	hairline: '#dcd7cb',
	accent: '#8a3018',
	/** Bars beside the one that is meant. */
	bar: '#d3ccbd',
} as const;

/** The light colours of `hues.css` in sRGB, by the number that `topicHue` gives. */
export const cardHues: readonly string[] = [
	'#8a4f59',
	'#a24019',
	'#805b2c',
	'#716403',
	'#546c3a',
	'#00764c',
	'#17726d',
	'#006f87',
	'#3e668f',
	'#5656b0',
	'#715685',
	'#953d7c',
];
