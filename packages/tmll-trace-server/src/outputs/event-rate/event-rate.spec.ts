import { eventRate } from './event-rate';
import { memoryTrace } from '../test-support/memory-trace';
import { at, paths, record, seriesOf } from '../test-support/record';

const trace = memoryTrace([
    { time: 100, type: 'shop:begin' },
    { time: 150, type: 'shop:begin' },
    { time: 150, type: 'shop:end' },
    { time: 200, type: 'shop:end' },
    { time: 300, type: 'sched_switch' }
]);

describe('Event Rate', () => {
    it('groups types by kind, a lone one directly under the trace', async () => {
        expect(paths(eventRate, await record(trace))).toEqual([
            't*',
            't/shop*',
            't/shop/shop:begin*',
            't/shop/shop:end*',
            't/sched_switch*'
        ]);
    });

    it('lists only types that occur', async () => {
        const declared = memoryTrace([{ time: 0, type: 'a:b' }], { declared: ['a:c'] });
        expect(paths(eventRate, await record(declared))).toEqual(['t*', 't/a:b*']);
    });

    it('gives events per second of each bin, for a type, a kind and all', async () => {
        const recording = await record(trace);
        const sampling = at(150, 200, 300);
        // By hand: one event in 50 ns is 2e7 a second, one in 100 ns 1e7.
        expect(seriesOf(eventRate, recording, sampling, 'shop', 'shop:end').list).toEqual([2e7, 0]);
        expect(seriesOf(eventRate, recording, sampling, 'shop').list).toEqual([2e7, 0]);
        expect(seriesOf(eventRate, recording, sampling).list).toEqual([2e7, 1e7]);
    });

    it('takes the rate of the next bin for a first one that lies before the trace', async () => {
        expect(seriesOf(eventRate, await record(trace), at(0, 100, 200), 'shop').list).toEqual([3e7, 3e7]);
    });

    it('counts only the part of a bin that lies inside the trace', async () => {
        expect(seriesOf(eventRate, await record(trace), at(250, 400, 500)).list).toEqual([2e7, 0]);
    });
});
