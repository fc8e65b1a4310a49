import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		environment: 'node',
		include: ['test/**/*.test.ts'],
		exclude: ['test/fixtures/**'],
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 300_000,
		reporters: ['default', './test/summary-reporter.ts'],
	},
});
