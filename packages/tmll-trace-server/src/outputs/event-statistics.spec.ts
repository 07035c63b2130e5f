import { eventStatistics } from './event-statistics';
import { memoryTrace, ORIGIN } from './test-support/memory-trace';
import { record } from './test-support/record';

const events = [0, 10, 20, 30].map(time => ({ time, type: time === 20 ? 'b' : 'a' }));
const ns = (time: number): string => String(ORIGIN + BigInt(time));

describe('Statistics', () => {
    it('counts events by type, the most frequent first (by hand)', async () => {
        const { headers, entries } = eventStatistics.tree(await record(memoryTrace(events, { declared: ['c'] })));
        expect(headers.map(({ name }) => name)).toEqual(['Event Type', 'Events', '%', 'First', 'Last']);
        expect(entries.map(({ labels }) => labels)).toEqual([
            ['t', '4', '100.000 %', ns(0), ns(30)],
            ['a', '3', '75.000 %', ns(0), ns(30)],
            ['b', '1', '25.000 %', ns(20), ns(20)]
        ]);
    });

    it('adds what a selection has, its ends included', async () => {
        const recording = await record(memoryTrace(events));
        const selected = (start: number, end: number) =>
            eventStatistics
                .tree(recording, { start, end })
                .entries.slice(3)
                .map(({ labels }) => labels);
        expect(selected(10, 25)).toEqual([
            ['Selection', '2', '100.000 %', ns(10), ns(20)],
            ['a', '1', '50.000 %', ns(10), ns(10)],
            ['b', '1', '50.000 %', ns(20), ns(20)]
        ]);
        expect(selected(31, 40)).toEqual([['Selection', '0', '0.000 %', '', '']]);
    });
});
