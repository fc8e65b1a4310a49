import { describe, expect, test } from 'vitest';
import { addressGiven, agentOf, contactGiven } from '../../scripts/asking.ts';
import { realWorld } from '../../scripts/real-world.ts';

describe('how a service can find out who asks', () => {
	test.each([
		[undefined, {}, 'Daybook/1.2.3'],
		['ann@example.org', {}, 'Daybook/1.2.3 (ann@example.org)'],
		[undefined, { GITHUB_REPOSITORY: 'ann/harbour' }, 'Daybook/1.2.3 (+https://github.com/ann/harbour)'],
		[
			'https://example.org/ann',
			{ GITHUB_REPOSITORY: 'ann/harbour', GITHUB_SERVER_URL: 'https://git.example.org' },
			'Daybook/1.2.3 (+https://git.example.org/ann/harbour; https://example.org/ann)',
		],
	])('contact %s, %j', (contact, environment, agent) => {
		expect(agentOf('1.2.3', contact, environment)).toBe(agent);
	});

	test.each(['', 'a\r\nb: c', 'ann (me)', 'ånn', 'x'.repeat(201)])('%j is no contact', (text) => {
		expect(() => contactGiven(text)).toThrow('A contact is');
	});
});

describe('another address of a service', () => {
	test.each(['https://example.org/', 'http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]:1/'])(
		'%s',
		(text) => {
			expect(addressGiven(text)).toBe(text);
		},
	);

	test.each(['http://example.org', 'http://127.0.0.1.example.org/', 'ftp://localhost/', 'localhost:80', ''])(
		'not %j',
		(text) => {
			expect(() => addressGiven(text)).toThrow('An address begins with https://');
		},
	);
});

describe('the real world', () => {
	test('ends a wait with the reason for stopping', async () => {
		const stop = new AbortController();
		const waiting = realWorld.wait(3_600_000, stop.signal);
		stop.abort(new Error('enough'));
		await expect(waiting).rejects.toThrow('enough');
		await expect(realWorld.wait(3_600_000, stop.signal)).rejects.toThrow('enough');
		await expect(realWorld.wait(0)).resolves.toBeUndefined();
	});

	test('rings an alarm, and not one that was switched off', async () => {
		const rung: string[] = [];
		const off = realWorld.alarm(0, () => rung.push('off'));
		off();
		await new Promise<void>((resolve) => realWorld.alarm(1, resolve));
		expect(rung).toEqual([]);
	});
});
