import type { TableQuery } from '../output';
import { memoryTrace } from '../test-support/memory-trace';
import { record } from '../test-support/record';
import { eventsTable } from './events-table';

const never = new AbortController().signal;
const stream = { index: 0, file: 'ust/ch0_0', channel: 'ch0' };
const EVENTS = 3000;
const trace = memoryTrace(
    Array.from({ length: EVENTS }, (_, index) => ({
        time: Math.floor(index / 2) * 10,
        type: index % 3 === 0 ? 'a' : 'b',
        fields: { value: index }
    })),
    { lost: [{ from: 5000, to: 6000, count: 7, stream }] }
);
const descriptor = { id: 'i', name: 'n', description: 'd', type: 'TABLE' } as const;

/** The values of the lines of a page of the table with the events that meet a condition, and its size. */
async function linesOf(expression: string, query: Partial<TableQuery>): Promise<[size: number, values: string[]]> {
    const recording = await record(trace);
    const derived = eventsTable.configuration?.derive(descriptor, { expression });
    if (derived?.kind !== 'table') {
        throw new Error('no table');
    }
    await derived.computation.find([recording], never);
    const { size, lines } = await derived.lines(
        [recording],
        { from: { index: 0 }, count: 5, columnIds: [3, 4], ...query },
        never
    );
    return [size, lines.map(({ index, cells }) => `${index} ${cells.join(' ').replace(/, context.*/, '')}`)];
}

describe('an events table with a filter', () => {
    it('has the events that meet it, by their ranks among themselves (oracle: counting by hand)', async () => {
        expect(await linesOf('value >= 2990', { from: { index: 3 } })).toEqual([
            10,
            [2993, 2994, 2995, 2996, 2997].map(
                (value, index) => `${3 + index} ${value % 3 === 0 ? 'a' : 'b'} value=${value}`
            )
        ]);
    });

    it('is read from any rank as from the beginning (property)', async () => {
        const [size, all] = await linesOf('a && value != 30', { count: EVENTS });
        expect([size, all.length]).toEqual([999, 999]);
        for (const index of [0, 1, 9, 10, 500, 997, 998, 999]) {
            expect(await linesOf('a && value != 30', { from: { index } })).toEqual([999, all.slice(index, index + 5)]);
        }
    });

    it('has the markers of lost events when they meet it', async () => {
        expect(await linesOf('Lost', {})).toEqual([1, ['0 Lost event Lost events=7, duration=1000']]);
        expect((await linesOf('Lost || a', {}))[0]).toBe(1001);
        expect((await linesOf('!a', {}))[0]).toBe(2001);
    });
});
