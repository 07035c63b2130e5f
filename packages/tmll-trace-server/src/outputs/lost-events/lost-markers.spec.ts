import type { LostEvents } from '../../trace/trace';
import { memoryTrace } from '../test-support/memory-trace';
import { lostUpTo } from './lost-before';
import { LostMarkers } from './lost-markers';

const stream = { index: 0, file: 'kernel/channel0_3', channel: 'channel0' };
const lost: LostEvents[] = [
    { from: 30, to: 40, count: 5, stream },
    { from: 10, to: 20, count: 100, stream }
];
const trace = memoryTrace([{ time: 0, type: 'a' }], { lost });

describe('LostMarkers', () => {
    it('has an event for each stretch of loss, at its beginning, by time', () => {
        const cursor = LostMarkers.of(trace).read({}, trace);
        expect([cursor.next(), cursor.next(), cursor.next()]).toEqual([
            expect.objectContaining({ time: 10, cpu: 3, stream, fields: { 'Lost events': 100, duration: 10 } }),
            expect.objectContaining({ time: 30, fields: { 'Lost events': 5, duration: 10 } }),
            undefined
        ]);
    });

    it('begins at a time and counts from an origin', () => {
        const cursor = LostMarkers.of(trace).read({ from: 1011, origin: trace.origin - 1000n }, trace);
        expect(cursor.next()?.time).toBe(1030);
        cursor.close();
        expect(cursor.next()).toBeUndefined();
    });

    it('has none where nothing was lost, and no CPU where the name of the file tells none', () => {
        const whole = memoryTrace([{ time: 0, type: 'a' }]);
        expect(LostMarkers.of(whole).read({}, whole).next()).toBeUndefined();
        const other = memoryTrace([], { lost: [{ from: 1, to: 2, count: 1, stream: { ...stream, file: 'stream' } }] });
        expect(LostMarkers.of(other).read({}, other).next()?.cpu).toBe(-1);
    });
});

describe('lostUpTo', () => {
    it('spreads what was lost evenly over each stretch', () => {
        expect([9, 10, 15, 20, 29, 32, 40, 99].map(time => lostUpTo(trace, time))).toEqual([
            0, 0, 50, 100, 100, 101, 105, 105
        ]);
    });
});
