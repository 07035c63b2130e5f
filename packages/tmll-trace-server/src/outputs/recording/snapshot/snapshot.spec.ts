import { deserialize, serialize } from 'node:v8';
import { resolve } from 'node:path';
import { openCtfTrace } from '../../../ctf';
import type { Trace } from '../../../trace/trace';
import type { AnyOutput, OutputEntry } from '../../output';
import { outputs } from '../../registry';
import { kernelEvent, switchTo, wakeUp } from '../../test-support/kernel-events';
import { memoryTrace } from '../../test-support/memory-trace';
import { prepare, record } from '../../test-support/record';
import type { TraceRecording } from '../trace-recording';
import { restoreSnapshot, type Snapshot, takeSnapshot } from './snapshot';

const CALLS = resolve(__dirname, '../../../../fixtures/h-callstack-fast/trace');

const kernelTrace = (): Trace =>
    memoryTrace([
        switchTo(0, 0, 0, 5),
        switchTo(1, 1, 0, 6),
        kernelEvent(2, 0, 'syscall_entry_futex', { op: 128, uaddr: 2n ** 60n }),
        kernelEvent(3, 0, 'irq_handler_entry', { irq: 3, name: 'disk' }),
        kernelEvent(4, 0, 'irq_handler_exit', { irq: 3, ret: 1 }),
        kernelEvent(5, 1, 'block_rq_issue', { dev: 8, sector: 64, nr_sector: 8, rwbs: 1 }),
        kernelEvent(6, 0, 'syscall_exit_futex', { ret: 0 }),
        switchTo(7, 0, 5, 7, 1),
        wakeUp(8, 1, 5, 0),
        kernelEvent(9, 1, 'block_rq_complete', { dev: 8, sector: 64, nr_sector: 8, rwbs: 1, error: 0 }),
        kernelEvent(10, 1, 'kmem_mm_page_alloc', { order: 1 }),
        switchTo(11, 0, 7, 5),
        kernelEvent(12, 0, 'power_cpu_frequency', { cpu_id: 0, state: 1_000_000 })
    ]);

const heapTrace = (): Trace =>
    memoryTrace(
        Array.from({ length: 10_000 }, (_, index) => ({
            time: index * 1_000_000,
            type: index % 3 === 2 ? 'lttng_ust_libc:free' : 'lttng_ust_libc:malloc',
            fields: { ptr: index - (index % 3 === 2 ? 1 : 0), size: index * 3 },
            context: { vpid: 7 + (index % 2), vtid: 7, procname: 'app' }
        }))
    );

/** Everything that an output answers of a recording. */
function answersOf(output: AnyOutput, recording: TraceRecording): unknown {
    if (output.kind === 'table') {
        return output.columns([recording]);
    }
    const { start, end } = recording.trace;
    const times = Float64Array.from({ length: 50 }, (_, index) => Math.round(start + (index * (end - start)) / 49));
    const tree = output.tree(recording);
    const of = ({ key }: OutputEntry): unknown => {
        switch (output.kind) {
            case 'xy':
                return output.series(recording, key, { before: start, times });
            case 'scatter':
                return output.points(recording, key, { before: start, times });
            case 'timeGraph':
                return [output.states(recording, key, times), output.tooltip?.(recording, key, times[20])];
            case 'genericXy':
                return output.series(recording, key, { count: 9, indexOf: value => value % 9 }, { start, end });
            default:
                return undefined;
        }
    };
    const arrows = output.kind === 'timeGraph' ? output.arrows?.(recording, times) : undefined;
    return [tree, tree.entries.map(of), arrows];
}

describe('a snapshot', () => {
    it.each<[string, () => Trace | Promise<Trace>]>([
        ['calls of functions', () => openCtfTrace(CALLS)],
        ['a kernel trace', kernelTrace],
        ['a heap', heapTrace]
    ])('of %s answers the same after its plain part was written', async (_, open) => {
        const trace = await open();
        const recording = await record(trace);
        const { arrays, pages, ...plain } = takeSnapshot(recording);
        const snapshot: Snapshot = { ...(deserialize(serialize(plain)) as typeof plain), arrays, pages };
        const restored = prepare(trace);
        expect(restoreSnapshot(restored, snapshot)).toBe(true);
        const applying = outputs.filter(output => output.appliesTo(trace.eventTypes));
        expect(applying.length).toBeGreaterThan(5);
        for (const output of applying) {
            const { name } = output.descriptor;
            expect([name, answersOf(output, restored)]).toEqual([name, answersOf(output, recording)]);
        }
    });

    it('is not taken for one of another trace', async () => {
        const snapshot = takeSnapshot(await record(kernelTrace()));
        expect(restoreSnapshot(prepare(heapTrace()), snapshot)).toBe(false);
    });

    it('says what cannot be kept', async () => {
        const recording = await record(kernelTrace());
        recording.of(
            class Odd {
                readonly callback = (): void => undefined;
                handlerOf(): undefined {
                    return undefined;
                }
            }
        );
        expect(() => takeSnapshot(recording)).toThrow('A function cannot be kept.');
        recording.of(
            class Strange {
                readonly when = new Date(0);
                handlerOf(): undefined {
                    return undefined;
                }
            }
        );
        expect(() => takeSnapshot(recording)).toThrow(TypeError);
    });
});
