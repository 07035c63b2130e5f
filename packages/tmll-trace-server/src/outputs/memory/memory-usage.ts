import type { OutputEntry, XyOutput } from '../output';
import { steps } from '../sample';
import { HeapUsage } from './heap-usage';
import { heapReaderOf } from './libc-calls';

const TOTAL = 'total';

/** Live bytes of the heap, in all and by process, from the events of LTTng's libc wrapper. */
export const memoryUsage: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'org.eclipse.tracecompass.lttng2.ust.core.analysis.memory.UstMemoryUsageDataProvider',
        name: 'Memory Usage',
        description:
            'Show the heap memory that each process has allocated and not yet freed, from the calls of the C library that LTTng UST records',
        type: 'TREE_TIME_XY'
    },
    recorders: [HeapUsage],
    appliesTo: types => types.some(type => heapReaderOf(type) !== undefined),
    tree(recording) {
        const owners: OutputEntry[] = recording.of(HeapUsage).owners.map(({ id, label }) => ({
            key: String(id),
            parent: TOTAL,
            labels: [label],
            hasData: true,
            isDefault: true
        }));
        return { headers: [], entries: [{ key: TOTAL, labels: [recording.name], hasData: true }, ...owners] };
    },
    series(recording, key, sampling) {
        const heap = recording.of(HeapUsage);
        if (key === TOTAL) {
            return {
                name: `${recording.name}/Total`,
                values: sampling.times.map(time => heap.totalAt(time)),
                unit: 'B'
            };
        }
        const bytes = heap.bytesOf(Number(key));
        return (
            bytes && {
                name: `${recording.name}:${key}`,
                values: steps(sampling, time => bytes.at(time)),
                unit: 'B'
            }
        );
    }
};
