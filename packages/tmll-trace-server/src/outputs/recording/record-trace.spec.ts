import { TraceError } from '../../trace/trace';
import { memoryTrace } from '../test-support/memory-trace';
import { EventTimes } from './event-times';
import { recordTrace, type RecordingProgress } from './record-trace';
import { TraceRecording } from './trace-recording';

const never = new AbortController().signal;
const events = (count: number) => Array.from({ length: count }, (_, time) => ({ time, type: 'a' }));

describe('recordTrace', () => {
    it('hands every event to the recorders and says how far it came', async () => {
        const recording = new TraceRecording(memoryTrace(events(100)), 't');
        const times = recording.of(EventTimes);
        const progress: RecordingProgress[] = [];
        const result = await recordTrace(recording, step => progress.push(step), never);
        expect(result).toEqual({ events: 100, end: 99, cut: undefined });
        expect(progress.at(-1)).toEqual({ events: 100, end: 99 });
        expect(times.countUpTo(49)).toBe(50);
    });

    it('reads a cut trace up to the cut and says where it is', async () => {
        const cut = new TraceError('ch0_0 is cut in the middle of a packet.', 'ch0_0');
        const recording = new TraceRecording(memoryTrace(events(10), { cut }), 't');
        const times = recording.of(EventTimes);
        const result = await recordTrace(recording, () => undefined, never);
        expect(result).toEqual({ events: 10, end: 9, cut: { file: 'ch0_0', message: cut.message } });
        expect(times.countUpTo(9)).toBe(10);
    });

    it('does not take other errors for a cut', async () => {
        const recording = new TraceRecording(memoryTrace(events(10), { cut: new RangeError('bug') }), 't');
        await expect(recordTrace(recording, () => undefined, never)).rejects.toThrow('bug');
    });

    it('lets others run in between and stops when told to', async () => {
        const recording = new TraceRecording(memoryTrace(events(200_000)), 't');
        recording.of(SlowRecorder);
        const controller = new AbortController();
        let turns = 0;
        const timer = setInterval(() => turns++, 1);
        const pass = recordTrace(
            recording,
            ({ events: read }) => {
                if (read > 20_000) {
                    controller.abort(new Error('stop'));
                }
            },
            controller.signal
        );
        await expect(pass).rejects.toThrow('stop');
        clearInterval(timer);
        expect(turns).toBeGreaterThan(0);
    });
});

/** Takes about 10 µs an event, so that a pass has many slices on any machine. */
class SlowRecorder {
    handlerOf(): () => void {
        return () => {
            const until = performance.now() + 0.01;
            while (performance.now() < until) {
                // Busy on purpose.
            }
        };
    }
}
