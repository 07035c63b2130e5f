import type { FieldValue } from '../../trace/trace';
import { type MadeEvent, memoryTrace } from '../test-support/memory-trace';
import { at, paths, record, seriesOf } from '../test-support/record';
import { kernelMemoryUsage } from './kernel-memory-usage';

const PAGE = 4096;

const pages = (
    time: number,
    kind: 'alloc' | 'free',
    order: number,
    context?: Record<string, FieldValue>
): MadeEvent => ({
    time,
    type: `kmem_mm_page_${kind}`,
    fields: { pfn: 1, order },
    context
});

describe('Kernel Memory Usage', () => {
    it('counts 2^order pages for the thread that the context names (by hand)', async () => {
        const recording = await record(
            memoryTrace([
                pages(10, 'alloc', 0, { tid: 7 }),
                pages(20, 'alloc', 3, { tid: 7 }),
                pages(30, 'free', 1, { tid: 7 })
            ])
        );
        expect(seriesOf(kernelMemoryUsage, recording, at(0, 9, 10, 20, 30), '7').list).toEqual([
            0,
            PAGE,
            9 * PAGE,
            7 * PAGE
        ]);
    });

    it('falls back to the thread that runs on the CPU, and to other', async () => {
        const comm = { prev_comm: 'swapper', next_comm: 'shop' };
        const recording = await record(
            memoryTrace([
                pages(5, 'alloc', 0),
                { time: 10, type: 'sched_switch', fields: { ...comm, prev_tid: 0, next_tid: 7 } },
                pages(20, 'alloc', 0)
            ])
        );
        expect(paths(kernelMemoryUsage, recording)).toEqual(['t*', 't/other*', 't/shop*']);
        expect(seriesOf(kernelMemoryUsage, recording, at(0, 30), 'shop').list).toEqual([PAGE]);
    });

    it('is relative to the lowest balance of each thread, the total their sum', async () => {
        const recording = await record(
            memoryTrace([
                pages(10, 'free', 0, { tid: 1 }),
                pages(20, 'free', 0, { tid: 1 }),
                pages(30, 'alloc', 0, { tid: 2 })
            ])
        );
        expect(seriesOf(kernelMemoryUsage, recording, at(0, 5, 10, 20, 30), '1').list).toEqual([2 * PAGE, PAGE, 0, 0]);
        expect(seriesOf(kernelMemoryUsage, recording, at(0, 5, 10, 20, 30)).list).toEqual([2 * PAGE, PAGE, 0, PAGE]);
    });

    it('does not count a page of a batch twice', async () => {
        const batched = { ...pages(10, 'free', 0, { tid: 1 }), type: 'kmem_mm_page_free_batched' };
        const recording = await record(memoryTrace([pages(5, 'alloc', 0, { tid: 1 }), batched]));
        expect(seriesOf(kernelMemoryUsage, recording, at(0, 30), '1').list).toEqual([PAGE]);
    });
});
