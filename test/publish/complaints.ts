import { registerHooks } from 'node:module';

// The parser imports JSON without saying so, as only bundlers allow.
registerHooks({
	resolve(name, context, next) {
		const found = next(name, context);
		return name.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found;
	},
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');

/** What GitHub’s own parser has against a workflow, expressions included. */
export async function complaints(name: string, content: string): Promise<string[]> {
	const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
	const found = context.errors.getErrors().map(({ message }) => message);
	if (value === undefined) return found;
	const { errors = [] } = await convertWorkflowTemplate(context, value);
	return [...new Set([...found, ...errors.map(({ Message }) => Message)])];
}
