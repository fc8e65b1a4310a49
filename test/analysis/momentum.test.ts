import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountedAppearance, hoursOf, momentumOf } from '../../src/analysis/momentum.ts';
import { capturedInUtc, capturedSchema } from '../../src/records/dates.ts';

/** A capture time, upvotes, comments. */
type Row = [captured: string | null, upvotes: number | null, comments?: number | null];

function appearance([captured, upvotes, comments = null]: Row): CountedAppearance {
	return { captured: capturedSchema.nullable().parse(captured), values: { upvotes, comments } };
}

const upvotesOf = (...rows: Row[]) => momentumOf(rows.map(appearance))?.upvotes ?? null;
const gain = (gained: number, from: string, to: string) => ({ gained, from, to });

describe('what a paper gained', () => {
	test.each<[string, Row[], ReturnType<typeof gain>]>([
		[
			'from the first to the last capture',
			[
				['2025-05-17', 7],
				['2025-05-19', 50],
				['2025-05-20', 41],
			],
			gain(34, '2025-05-17', '2025-05-20'),
		],
		[
			'between those that know it',
			[
				['2025-05-16', null],
				['2025-05-17', 7],
				['2025-05-20', 41],
				['2025-05-21', null],
				[null, 99],
			],
			gain(34, '2025-05-17', '2025-05-20'),
		],
		[
			'may be nothing',
			[
				['2025-05-17', 7],
				['2025-05-20', 7],
			],
			gain(0, '2025-05-17', '2025-05-20'),
		],
		[
			'may be less than nothing',
			[
				['2025-05-17', 7],
				['2025-05-20', 4],
			],
			gain(-3, '2025-05-17', '2025-05-20'),
		],
		[
			'within a day',
			[
				['2025-05-17T00:02:24Z', 7],
				['2025-05-17T18:30:00Z', 9],
			],
			gain(2, '2025-05-17T00:02:24Z', '2025-05-17T18:30:00Z'),
		],
		[
			'by time in UTC, whatever the offset',
			[
				['2025-05-18T01:00:00+02:00', 9],
				['2025-05-17T23:30:00Z', 7],
			],
			gain(-2, '2025-05-18T01:00:00+02:00', '2025-05-17T23:30:00Z'),
		],
		[
			'from a bare day to an hour of another',
			[
				['2025-05-17', 7],
				['2025-05-18T18:30:00Z', 9],
			],
			gain(2, '2025-05-17', '2025-05-18T18:30:00Z'),
		],
		[
			'within a day, whatever a capture says of which only the day is known',
			[
				['2025-05-17', 1],
				['2025-05-17T10:00Z', 7],
				['2025-05-17T18:00Z', 9],
			],
			gain(2, '2025-05-17T10:00Z', '2025-05-17T18:00Z'),
		],
		[
			'starts and ends at the highest count of a moment',
			[
				['2025-05-17', 7],
				['2025-05-17', 5],
				['2025-05-20', 40],
				['2025-05-20', 41],
			],
			gain(34, '2025-05-17', '2025-05-20'),
		],
	])('%s', (_, rows, expected) => {
		expect(upvotesOf(...rows)).toEqual(expected);
	});

	test.each<[string, Row[]]>([
		['no capture', []],
		['one capture', [['2025-05-17', 7]]],
		[
			'one known time',
			[
				['2025-05-17', 7],
				[null, 41],
			],
		],
		[
			'one time twice',
			[
				['2025-05-17', 7],
				['2025-05-17', 41],
			],
		],
		[
			'one moment by two offsets',
			[
				['2025-05-17T10:00Z', 7],
				['2025-05-17T12:00+02:00', 41],
			],
		],
		[
			'an hour and its day, which may be of any hour',
			[
				['2025-05-17', 7],
				['2025-05-17T12:00Z', 41],
			],
		],
		[
			'one capture that knows it',
			[
				['2025-05-17', 7],
				['2025-05-20', null],
			],
		],
	])('is not known of %s', (_, rows) => {
		expect(momentumOf(rows.map(appearance))).toBeNull();
	});

	test('is known of each count by itself', () => {
		const rows: Row[] = [
			['2025-05-17', 7, null],
			['2025-05-18', null, 2],
			['2025-05-20', 41, 1],
		];
		expect(momentumOf(rows.map(appearance))).toEqual({
			upvotes: gain(34, '2025-05-17', '2025-05-20'),
			comments: gain(-1, '2025-05-18', '2025-05-20'),
		});
		expect(momentumOf(rows.slice(1).map(appearance))).toMatchObject({ upvotes: null, comments: { gained: -1 } });
	});
});

test.each([
	['2025-05-17T00:02:24Z', '2025-05-18T00:02:43Z', 24],
	['2025-05-17T00:02:24Z', '2025-05-17T00:20:00Z', 0],
	['2025-05-17T23:00+02:00', '2025-05-18T22:00Z', 25],
	['2025-05-17', '2025-05-18T22:00Z', 24],
	['2025-05-17T22:00Z', '2025-05-18', 24],
	['2024-02-28', '2024-03-01', 48],
])('from %s to %s are %d hours', (from, to, hours) => {
	expect(hoursOf({ from: capturedSchema.parse(from), to: capturedSchema.parse(to) })).toBe(hours);
});

describe('for all appearances', () => {
	const time = fc.oneof(
		fc.constant(null),
		fc.constantFrom('2025-05-16', '2025-05-17', '2025-05-18'),
		fc.constantFrom('2025-05-17T00:00Z', '2025-05-17T08:00Z', '2025-05-17T10:00+02:00', '2025-05-18T01:00+02:00'),
	);
	const count = fc.option(fc.nat({ max: 9 }));
	const rows = fc.array(fc.tuple(time, count, count), { maxLength: 6 }).map((all) => all.map(appearance));

	test('their order does not matter', () => {
		fc.assert(
			fc.property(
				rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
				([all, shuffled]) => {
					expect(momentumOf(shuffled)).toEqual(momentumOf(all));
				},
			),
		);
	});

	test('a gain is known exactly where two times can be told apart', () => {
		fc.assert(
			fc.property(rows, (all) => {
				const momentum = momentumOf(all);
				for (const name of ['upvotes', 'comments'] as const) {
					const times = all.flatMap(({ captured, values }) => (values[name] === null ? [] : (captured ?? [])));
					const days = new Set(times.map((each) => capturedInUtc(each).slice(0, 10)));
					const moments = new Set(times.filter((each) => each.includes('T')).map(capturedInUtc));
					expect(momentum?.[name] != null).toBe(days.size > 1 || moments.size > 1);
				}
			}),
		);
	});

	test('a gain is between counts that its captures had, in their order', () => {
		fc.assert(
			fc.property(rows, (all) => {
				const found = momentumOf(all)?.upvotes;
				if (!found) return;
				expect(capturedInUtc(found.from) < capturedInUtc(found.to)).toBe(true);
				expect(hoursOf(found)).toBeGreaterThan(0);
				const countsAt = (captured: string) =>
					all.flatMap((each) => (each.captured === captured ? (each.values.upvotes ?? []) : []));
				const differences = countsAt(found.to).flatMap((to) => countsAt(found.from).map((from) => to - from));
				expect(differences).toContain(found.gained);
			}),
		);
	});
});
