import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What expressions of a workflow see: `github`, `steps`, `needs` and the like, as JSON. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How a job stands. */
export interface Status {
	failed: boolean;
}

const usual: Status = { failed: false };

/** The value of a text in which expressions stand, as GitHub’s own evaluator gives it. */
export function filledIn(text: string, contexts: Contexts): string {
	return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
		evaluated(expression, contexts, usual).coerceString(),
	);
}

/** Whether a job or a step with this condition runs. One that asks for no status wants everything before it done. */
export function isMet(condition: string | undefined, contexts: Contexts, status: Status): boolean {
	if (condition === undefined) return !status.failed;
	const expression = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition)?.[1] ?? condition;
	if (!/\b(?:success|failure|cancelled|always)\(/.test(expression) && status.failed) return false;
	return evaluated(`(${expression}) && true`, contexts, status).coerceString() === 'true';
}

function evaluated(expression: string, contexts: Contexts, { failed }: Status): data.ExpressionData {
	const functions = new Map(
		Object.entries({ success: !failed, failure: failed, cancelled: false, always: true }).map(([name, value]) => [
			name,
			{ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) },
		]),
	);
	const parser = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), [...functions.values()]);
	const seen: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
	if (!(seen instanceof data.Dictionary)) throw new Error('Contexts are an object');
	return new Evaluator(parser.parse(), seen, functions).evaluate();
}
