/** How statements become files, to show what the linter's own patterns refuse and allow. */

export interface Refusals {
	/** How the linter's complaint begins. */
	says: string;
	/** A folder where the rule holds, beside the Astro files of `src/pages`: each statement is judged there. */
	where: string;
	/** Other folders where the rule holds: the first statements are judged there. With `/*.astro`, its Astro files. */
	alsoIn: readonly string[];
	/** Folders where the rule does not hold. */
	notIn: readonly string[];
	/** Statements that are refused, each for itself. */
	refused: readonly string[];
	/** Near misses that are allowed. */
	allowed: readonly string[];
}

/** A file with one statement, and whether the rule refuses it. */
interface StatementFile {
	path: string;
	code: string;
	says: string;
	refused: boolean;
}

/** The statements of a rule at their places, as a file each. */
export function statementFiles(rule: string, { says, where, alsoIn, notIn, refused, allowed }: Refusals) {
	const files = (folder: string, statements: readonly string[], refused: boolean): StatementFile[] =>
		statements.flatMap((statement, number) => {
			const name = `${rule}-${refused ? 'refused' : 'allowed'}-${number}`;
			const file = (path: string, code: string) => ({ path, code: `${code}\n`, says, refused });
			if (!folder.endsWith('/*.astro')) return [file(`${folder}/${name}.ts`, statement)];
			const path = folder.replace('*.astro', name);
			return [
				file(`${path}-front.astro`, `---\n${statement}\n---\n<p>Text</p>`),
				file(`${path}-script.astro`, `<p>Text</p>\n<script>${statement}</script>`),
			];
		});
	return [
		...[where, 'src/pages/*.astro'].flatMap((folder) => [
			...files(folder, refused, true),
			...files(folder, allowed, false),
		]),
		...alsoIn.flatMap((folder) => [
			...files(folder, refused.slice(0, 1), true),
			...files(folder, allowed.slice(0, 1), false),
		]),
		...notIn.flatMap((folder) => files(folder, refused, false)),
	];
}

/** Where code for browsers stands, beside the Astro files of `src/pages`. */
export const inBrowsers = ['src/browser', 'src/search/client', 'src/layouts/*.astro', 'src/components/*.astro'];
