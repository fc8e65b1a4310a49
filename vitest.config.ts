import { defineConfig } from 'vitest/config';

/** Tests of the built site and of browsers: they alone wait for the two builds of `test/global-setup.ts`. */
const onBuiltSite = ['test/site/**/*.test.ts', 'test/browser/**/*.test.ts'];

export default defineConfig({
	test: {
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
