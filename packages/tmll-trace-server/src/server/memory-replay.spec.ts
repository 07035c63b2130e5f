import { openCtfTrace } from '../ctf';
import type { TraceEvent } from '../trace/trace';
import { type Entry, TestClient } from './test-support/client';
import { describeShared, shared } from './test-support/shared';

const MEMORY = 'org.eclipse.tracecompass.lttng2.ust.core.analysis.memory.UstMemoryUsageDataProvider';
const POINTS = 400;

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

/** A heap by nothing but the rules of the C library. */
class Heap {
    readonly steps: [time: number, bytes: number][] = [];
    private readonly blocks = new Map<string, number>();
    private bytes = 0;

    apply(call: string, { time, fields }: TraceEvent): void {
        const integer = (name: string): bigint => BigInt((fields[name] as number | bigint | undefined) ?? 0);
        switch (call) {
            case 'malloc':
            case 'memalign':
                this.give(integer('ptr'), integer('size'));
                break;
            case 'calloc':
                this.give(integer('ptr'), integer('size') * integer('nmemb'));
                break;
            case 'posix_memalign':
                if (integer('result') === 0n) {
                    this.give(integer('out_ptr'), integer('size'));
                }
                break;
            case 'free':
                this.take(integer('ptr'));
                break;
            case 'realloc':
                if (integer('ptr') !== 0n || integer('size') === 0n) {
                    this.take(integer('in_ptr'));
                    this.give(integer('ptr'), integer('size'));
                }
        }
        this.steps.push([time, this.bytes]);
    }

    private give(pointer: bigint, size: bigint): void {
        if (pointer !== 0n) {
            this.take(pointer);
            this.blocks.set(String(pointer), Number(size));
            this.bytes += Number(size);
        }
    }

    private take(pointer: bigint): void {
        this.bytes -= this.blocks.get(String(pointer)) ?? 0;
        this.blocks.delete(String(pointer));
    }
}

/** The heaps of the processes of a trace, in the order of their first call. */
async function replay(path: string): Promise<{ origin: bigint; heaps: Heap[] }> {
    const trace = await openCtfTrace(path);
    const heaps = new Map<number, Heap>();
    const cursor = trace.read();
    for (let event = cursor.next(); event; event = cursor.next()) {
        const call = /^lttng_ust_libc:(.*)$/.exec(event.type.name)?.[1];
        if (call !== undefined) {
            const pid = Number(event.context.vpid);
            const heap = heaps.get(pid) ?? new Heap();
            heaps.set(pid, heap);
            heap.apply(call, event);
        }
    }
    return { origin: trace.origin, heaps: [...heaps.values()] };
}

/** The bytes at ascending times. */
function bytesAt({ steps }: Heap, times: readonly number[]): number[] {
    let next = 0;
    return times.map(time => {
        while (next < steps.length && steps[next][0] <= time) {
            next++;
        }
        return next > 0 ? steps[next - 1][1] : 0;
    });
}

describe.each(['c-realloc', 'd-change-point', 'm-multi-process', 'm-multi-perpid'])('%s', name => {
    describeShared('memory in use', [`traces/${name}`], () => {
        it('is that of an exact replay of all calls, at any time', async () => {
            const path = shared('traces', name, 'trace');
            const { origin, heaps } = await replay(path);
            const experiment = await client.open(path, name);
            const entries: Entry[] = (await client.tree(experiment, MEMORY)).slice(1);
            expect(entries).toHaveLength(heaps.length);
            const { start, end } = experiment;
            const times = Array.from(
                { length: POINTS },
                (_, index) => start + (BigInt(index) * (end - start)) / BigInt(POINTS - 1)
            );
            const series = await client.series(experiment, MEMORY, {
                requested_times: times,
                requested_items: entries.map(({ id }) => id)
            });
            const offsets = times.map(time => Number(time - origin));
            const expected = heaps.map(heap => bytesAt(heap, offsets));
            expect(series.map(({ yValues }) => yValues)).toEqual(expected);
        });
    });
});
