import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const advisorySchema = z.looseObject({ title: z.string(), url: z.string() });

/** What `npm audit --json` prints when it has an answer (its report, version 2). */
const reportSchema = z.looseObject({
	auditReportVersion: z.literal(2),
	vulnerabilities: z.record(
		z.string(),
		z.looseObject({
			severity: z.string(),
			range: z.string(),
			via: z.array(z.union([z.string(), advisorySchema])),
		}),
	),
});

const errorSchema = z.looseObject({
	message: z.string().optional(),
	error: z.looseObject({ summary: z.string().optional() }).optional(),
});

/** What the register of known flaws says of the locked packages, or why it could not be asked. */
export type Audit = { findings: string[] } | { unasked: string };

/** The flaws of level high and above in what `npm audit --json` printed, a line each. */
export function auditOf(printed: string): Audit {
	const answer = parsed(printed);
	const report = reportSchema.safeParse(answer);
	if (!report.success) {
		const { message, error } = errorSchema.safeParse(answer).data ?? {};
		return { unasked: message || error?.summary || 'npm audit gave no report' };
	}
	const findings = Object.entries(report.data.vulnerabilities)
		.filter(([, { severity }]) => severity === 'high' || severity === 'critical')
		.map(([name, { severity, range, via }]) => {
			const why = via.map((each) => (typeof each === 'string' ? `by ${each}` : `${each.title} (${each.url})`));
			return `${name} ${range}: ${severity}, ${why.join('; ')}`;
		});
	return { findings };
}

function parsed(printed: string): unknown {
	try {
		return JSON.parse(printed);
	} catch {
		return null;
	}
}

/** Asks about what the lock file of a project holds. A registry that does not answer soon is not asked again. */
export async function audited(project: string): Promise<Audit> {
	const npm = process.env['npm_execpath'];
	const [program, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
	const options = ['audit', '--json', '--audit-level=high', '--fetch-retries=0', '--fetch-timeout=20000'];
	const child = spawn(program, [...before, ...options], {
		cwd: project,
		stdio: ['ignore', 'pipe', 'ignore'],
		timeout: 60_000,
	});
	const failed = new Promise<Audit>((resolve) => {
		child.once('error', ({ message }) => resolve({ unasked: message }));
	});
	return await Promise.race([failed, text(child.stdout).then(auditOf)]);
}
