import { histogram } from './histogram';
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
