import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of the built site and of browsers: they alone wait for the two builds of `test/global-setup.ts`. */
const onBuiltSite = ['test/site/**/*.test.ts', 'test/browser/**/*.test.ts'];

/** Puts the tests of the built site first: they take longest, and the last of them would keep one worker alone. */
class SiteFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const isSite = ({ project }: TestSpecification) => Number(project.name === 'site');
		return (await super.sort(files)).toSorted((a, b) => isSite(b) - isSite(a));
	}
}

export default defineConfig({
	test: {
		sequence: { sequencer: SiteFirst },
		environment: 'node',
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 300_000,
		// A busy machine takes a while to show what a page will show.
		expect: { poll: { timeout: 30_000 } },
		reporters: ['default', './test/summary-reporter.ts'],
		projects: [
			{
				extends: true,
				test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: ['test/fixtures/**', ...onBuiltSite] },
			},
			{
				extends: true,
				test: { name: 'site', include: onBuiltSite, globalSetup: './test/global-setup.ts' },
			},
		],
	},
});
