/** A filter in a text that no paper can pass, and what there is instead. */
export interface Misread {
	/** `unknown` is no filter; `years` are years that no paper is of. */
	kind: 'unknown' | 'topic' | 'organization' | 'year' | 'years';
	/** What stands before the colon, as typed. */
	operator: string;
	/** What stands behind it; empty where nothing does. */
	value: string;
	/** Values there are: the nearest, or the largest; of years the first and the last. */
	instead: string[];
}

const inList = new Intl.ListFormat('en-GB');

/** What of a query was not understood, and what there is instead: a sentence for readers. */
export function misreadInWords({ kind, operator, value, instead }: Misread): string {
	const values = kind === 'years' || kind === 'year' ? instead.join('–') : inList.format(instead);
	if (kind === 'unknown') return `There is no filter “${operator}:”, only topic:, org: and year:.`;
	if (value === '') return `Behind “${operator}:” stands nothing${values && `: it takes ${values}`}.`;
	if (kind === 'year') return `“${value}” is no year${values && `: papers are of ${values}`}.`;
	if (kind === 'years') return `No paper is of ${value.replace('..', '–')}${values && `: they are of ${values}`}.`;
	const noun = kind === 'topic' ? 'topic' : 'organisation';
	return `There is no ${noun} “${value}”${values && `, but there ${instead.length === 1 ? 'is' : 'are'} ${values}`}.`;
}
