import { eventDensity, histogram } from './histogram';
import { memoryTrace } from './test-support/memory-trace';
import { at, entryOf, paths, record, seriesOf } from './test-support/record';

const trace = memoryTrace([
    { time: 100, type: 'shop:begin' },
    { time: 150, type: 'shop:begin' },
    { time: 150, type: 'shop:end' },
    { time: 200, type: 'shop:end' },
    { time: 300, type: 'sched_switch' }
]);

describe('Histogram', () => {
    it('has the tree that Trace Compass gives', async () => {
        expect(paths(histogram, await record(trace))).toEqual(['t*', 't/Total*']);
    });

    it('counts each event once, in the bin that ends at or after it', async () => {
        const recording = await record(trace);
        expect(seriesOf(histogram, recording, at(50, 100, 150, 200, 250, 300), 'Total').list).toEqual([1, 2, 1, 0, 1]);
        expect(seriesOf(histogram, recording, at(110, 200), 'Total').list).toEqual([3]);
    });

    it('has no series for the entry of the trace', async () => {
        const recording = await record(trace);
        expect(histogram.series(recording, entryOf(histogram, recording), at(0, 1))).toBeUndefined();
    });
});

describe('Event Density', () => {
    it('has the same series as bars, and how many events were lost, spread evenly over the time of the loss', async () => {
        const stream = { index: 0, file: 'ch0_0', channel: 'ch0' };
        const events = [0, 100, 200].map(time => ({ time, type: 'a' }));
        const recording = await record(memoryTrace(events, { lost: [{ from: 0, to: 100, count: 40, stream }] }));
        expect(eventDensity.seriesType).toBe('bar');
        expect(paths(eventDensity, recording)).toEqual(['t', 't/Total*', 't/Lost*']);
        expect(seriesOf(eventDensity, recording, at(0, 25, 100, 200), 'Lost').list).toEqual([10, 30, 0]);
        expect(seriesOf(histogram, recording, at(0, 25, 100, 200), 'Total').list).toEqual([0, 1, 1]);
    });
});
