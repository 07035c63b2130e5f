import { type MadeEvent, memoryTrace, ORIGIN } from '../test-support/memory-trace';
import { at, paths, record, seriesOf } from '../test-support/record';
import { pairStatistics } from './pair-statistics';
import { pairedEvents } from './paired-events';

const request = (id: number, start: number, end: number): MadeEvent[] => [
    { time: start, type: 'shop:request_begin', fields: { id } },
    { time: end, type: 'shop:request_end', fields: { id } }
];
const events = [...request(1, 0, 10), ...request(2, 5, 20), ...request(3, 15, 100), ...request(4, 200, 203)].sort(
    (a, b) => a.time - b.time
);

describe('Paired Events', () => {
    it('has latency and number in flight of each pair, the latency shown first', async () => {
        const recording = await record(memoryTrace(events));
        expect(paths(pairedEvents, recording)).toEqual([
            't',
            't/shop:request',
            't/shop:request/latency*',
            't/shop:request/max latency*',
            't/shop:request/in flight*'
        ]);
        const shown = pairedEvents.tree(recording).entries.filter(({ isDefault }) => isDefault);
        expect(shown.map(({ labels }) => labels[0])).toEqual(['latency']);
    });

    it('is the mean, or maximum, of what ended in the bin, held over empty bins (by hand)', async () => {
        const recording = await record(memoryTrace(events));
        const sampling = at(-1, 5, 20, 50, 100, 150, 250);
        const latency = seriesOf(pairedEvents, recording, sampling, 'shop:request', 'latency');
        expect([latency.unit, latency.list]).toEqual(['ns', [10, 12.5, 15, 85, 85, 3]]);
        expect(seriesOf(pairedEvents, recording, sampling, 'shop:request', 'max latency').list).toEqual([
            10, 15, 15, 85, 85, 3
        ]);
        expect(seriesOf(pairedEvents, recording, sampling, 'shop:request', 'in flight').list).toEqual([
            2, 1, 1, 0, 0, 0
        ]);
    });

    it('applies to traces whose events pair', () => {
        expect(pairedEvents.appliesTo(memoryTrace(events).eventTypes)).toBe(true);
        expect(pairedEvents.appliesTo(memoryTrace([{ time: 0, type: 'a_begin' }]).eventTypes)).toBe(false);
    });
});

describe('Paired Events Statistics', () => {
    const ns = (time: number): bigint => ORIGIN + BigInt(time);

    it('has a line a pair (by hand)', async () => {
        const recording = await record(memoryTrace([...events, ...request(9, 500, 501).slice(0, 1)]));
        const { headers, entries } = pairStatistics.tree(recording);
        expect(entries.map(({ labels }) => labels.length)).toEqual(entries.map(() => headers.length));
        expect(entries[1].labels).toEqual([
            'shop:request',
            '3 ns',
            '85 ns',
            '28 ns',
            '38 ns',
            '4',
            '113 ns',
            `[${ns(200)},${ns(203)}]`,
            `[${ns(15)},${ns(100)}]`,
            '0',
            'id'
        ]);
    });

    it('adds what touches a selection', async () => {
        const recording = await record(memoryTrace(events));
        const { entries } = pairStatistics.tree(recording, { start: 20, end: 150 });
        expect(entries.map(({ labels }) => [labels[0], labels[5]])).toEqual([
            ['t', ''],
            ['shop:request', '4'],
            ['Selection', ''],
            ['shop:request', '2']
        ]);
    });
});
