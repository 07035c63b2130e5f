import type { FieldValue } from '../../trace/trace';
import { type MadeEvent, memoryTrace } from '../test-support/memory-trace';
import { at, paths, record, seriesOf } from '../test-support/record';
import { memoryUsage } from './memory-usage';

type Fields = Record<string, FieldValue>;

const call = (time: number, name: string, fields: Fields, context: Fields = { vpid: 1, vtid: 1 }): MadeEvent => ({
    time,
    type: `lttng_ust_libc:${name}`,
    fields,
    context
});

const bytesAfter = async (...events: MadeEvent[]): Promise<number> => {
    const recording = await record(memoryTrace(events));
    return seriesOf(memoryUsage, recording, at(-1, 1000)).list[0];
};

describe('Memory Usage', () => {
    it('is a step function that changes at the very ns of a call (by hand)', async () => {
        const recording = await record(
            memoryTrace([
                call(10, 'malloc', { size: 100, ptr: 0xa }),
                call(20, 'calloc', { nmemb: 4, size: 8, ptr: 0xb }),
                call(30, 'free', { ptr: 0xa })
            ])
        );
        expect(seriesOf(memoryUsage, recording, at(0, 9, 10, 19, 20, 29, 30, 99), '1').list).toEqual([
            0, 100, 100, 132, 132, 32, 32
        ]);
    });

    it('knows every call of the wrapper, also under its old name', async () => {
        const old = { ...call(4, 'malloc', { size: 3, ptr: 0xd }), type: 'ust_libc:malloc' };
        expect(
            await bytesAfter(
                call(1, 'memalign', { alignment: 64, size: 64, ptr: 0xa }),
                call(2, 'posix_memalign', { out_ptr: 0xb, alignment: 8, size: 16, result: 0 }),
                call(3, 'posix_memalign', { out_ptr: 0xc, alignment: 3, size: 1000, result: 22 }),
                old
            )
        ).toBe(64 + 16 + 3);
    });

    it('moves, shrinks, frees and keeps blocks as realloc does', async () => {
        const block = call(1, 'malloc', { size: 100, ptr: 0xa });
        const realloc = (size: number, ptr: number): MadeEvent => call(2, 'realloc', { in_ptr: 0xa, size, ptr });
        expect(await bytesAfter(block, realloc(300, 0xb))).toBe(300);
        expect(await bytesAfter(block, realloc(40, 0xa))).toBe(40);
        expect(await bytesAfter(block, realloc(0, 0))).toBe(0);
        expect(await bytesAfter(block, realloc(2 ** 50, 0))).toBe(100);
        expect(await bytesAfter(call(1, 'realloc', { in_ptr: 0, size: 7, ptr: 0xc }))).toBe(7);
    });

    it('ignores frees of nothing, of unknown blocks and failed allocations', async () => {
        expect(
            await bytesAfter(
                call(1, 'malloc', { size: 8, ptr: 0xa }),
                call(2, 'free', { ptr: 0 }),
                call(3, 'free', { ptr: 0xdead }),
                call(4, 'malloc', { size: 2 ** 40, ptr: 0 })
            )
        ).toBe(8);
    });

    it('replaces a block whose address is handed out again', async () => {
        expect(
            await bytesAfter(call(1, 'malloc', { size: 8, ptr: 0xa }), call(2, 'malloc', { size: 5, ptr: 0xa }))
        ).toBe(5);
    });

    it('keeps the heaps of processes apart, with the same address in both', async () => {
        const child = { vpid: 2, vtid: 2, procname: 'shop' };
        const recording = await record(
            memoryTrace([
                call(1, 'malloc', { size: 10, ptr: 0xa }, { vpid: 1, vtid: 9, procname: 'shop-ust' }),
                call(2, 'malloc', { size: 20, ptr: 0xa }, child),
                call(3, 'free', { ptr: 0xa }, child)
            ])
        );
        expect(paths(memoryUsage, recording)).toEqual(['t*', 't/shop (1)*', 't/shop (2)*']);
        expect(seriesOf(memoryUsage, recording, at(0, 3), 'shop (1)').list).toEqual([10]);
        expect(seriesOf(memoryUsage, recording, at(0, 2, 3)).list).toEqual([30, 10]);
    });

    it('tells threads apart where the trace does not tell processes, as Trace Compass does', async () => {
        const recording = await record(
            memoryTrace([
                call(1, 'malloc', { size: 10, ptr: 0xa }, { vtid: 5, procname: 'main' }),
                call(2, 'free', { ptr: 0xa }, { vtid: 6, procname: 'worker' })
            ])
        );
        expect(paths(memoryUsage, recording)).toEqual(['t*', 't/main*', 't/worker*']);
        expect(seriesOf(memoryUsage, recording, at(0, 9), 'main').list).toEqual([10]);
        expect(seriesOf(memoryUsage, recording, at(0, 9), 'worker').list).toEqual([-10]);
    });

    it('counts an address twice that may be of two processes', async () => {
        const thread = { vtid: 5 };
        expect(
            await bytesAfter(
                call(1, 'malloc', { size: 8, ptr: 0xa }, thread),
                call(2, 'malloc', { size: 5, ptr: 0xa }, thread),
                call(3, 'free', { ptr: 0xa }, thread)
            )
        ).toBe(8);
    });

    it('keeps addresses beyond 2^53 apart', async () => {
        const high = 2n ** 63n;
        expect(
            await bytesAfter(
                call(1, 'malloc', { size: 1, ptr: high }),
                call(2, 'malloc', { size: 2, ptr: high + 1n }),
                call(3, 'free', { ptr: high })
            )
        ).toBe(2);
    });
});
