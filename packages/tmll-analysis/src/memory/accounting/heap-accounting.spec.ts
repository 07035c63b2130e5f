import { dump, MadeCall, MadeNote, makeBatch } from '../test-support/make-batch';
import { HeapCall } from './allocation-batch';
import { HeapAccounting, HeapSummary } from './heap-accounting';
import { LiveBlock } from './live-blocks';
import { ownerOf } from './site-group';

const PROGRAM = { '/bin/shop': 0x400000, '/lib/libc.so.6': 0x7f0000000000, '/lib/liblttng-ust.so.1': 0x7f1000000000 };
const OTHER = { '/bin/churn': 0x400000, '/lib/libc.so.6': 0x7e0000000000, '/lib/liblttng-ust.so.1': 0x7e1000000000 };

function account(...items: readonly (MadeCall | MadeNote)[]): HeapSummary {
    const accounting = new HeapAccounting({ start: 0, end: 1000, step: 100 });
    // Batches of any size must give the same.
    const half = Math.floor(items.length / 2);
    accounting.add(makeBatch(items.slice(0, half)));
    accounting.add(makeBatch(items.slice(half)));
    return accounting.finish();
}

function live(summary: HeapSummary): LiveBlock[] {
    const blocks: LiveBlock[] = [];
    summary.forEachLive(block => blocks.push(block));
    return blocks.sort((a, b) => a.time - b.time);
}

const addresses = (summary: HeapSummary): number[] => live(summary).map(({ address }) => address);
const counters = (summary: HeapSummary, index = 0): HeapSummary['processes'][number]['counters'] =>
    summary.processes[index].counters;

describe('HeapAccounting', () => {
    it('follows a block through realloc: moved, kept when it fails, freed by size 0', () => {
        const moved = account(
            { time: 1, address: 16, size: 10 },
            { time: 2, call: HeapCall.Realloc, released: 16, address: 32, size: 20 },
            { time: 3, call: HeapCall.Realloc },
            { time: 4, address: 48, size: 5 },
            { time: 5, call: HeapCall.Realloc, released: 48 }
        );
        expect(live(moved)).toMatchObject([{ address: 32, size: 20, time: 2 }]);
        expect(counters(moved)).toMatchObject({ allocations: 3, deallocations: 2, failures: 1, unknownFrees: 0 });
    });

    it('tells frees of nothing, of the unknown, and of what was given back before', () => {
        const summary = account(
            { time: 1, address: 16, size: 1 },
            { time: 2 },
            { time: 3, released: 16 },
            { time: 4, released: 16 },
            { time: 5, released: 999 }
        );
        expect(counters(summary)).toMatchObject({ nullFrees: 1, unknownFrees: 2, doubleFrees: 1, deallocations: 1 });
        expect(addresses(summary)).toEqual([]);
    });

    it('replaces a block whose address is handed out again, and counts the free that it missed', () => {
        const summary = account({ time: 1, address: 16, size: 1 }, { time: 2, address: 16, size: 7 });
        expect(live(summary)).toMatchObject([{ address: 16, size: 7, time: 2 }]);
        expect(counters(summary).missedFrees).toBe(1);
    });

    it('keeps what a thread was given while the realloc that gave it up was not yet told', () => {
        const race: MadeCall[] = [
            { time: 1, address: 16, size: 1, thread: 1 },
            { time: 2, address: 16, size: 7, thread: 2 },
            { time: 3, call: HeapCall.Realloc, released: 16, address: 32, size: 9, thread: 1 }
        ];
        const summary = account(...race);
        expect(addresses(summary)).toEqual([16, 32]);
        expect(counters(summary)).toMatchObject({ missedFrees: 0, deallocations: 1 });
        // The same thread gives back what it was given.
        const own = account(...race.map(call => ({ ...call, thread: 1 })));
        expect(addresses(own)).toEqual([32]);
        expect(counters(own).missedFrees).toBe(1);
    });

    it('keeps processes apart, and threads together', () => {
        const summary = account(
            { time: 1, address: 16, size: 1, process: 1, thread: 1 },
            { time: 2, address: 16, size: 2, process: 2, thread: 2 },
            { time: 3, released: 16, process: 1, thread: 9 }
        );
        expect(live(summary)).toMatchObject([{ address: 16, size: 2 }]);
        expect(summary.processes.map(({ id, counters: { deallocations } }) => [id, deallocations])).toEqual([
            [1, 1],
            [2, 0]
        ]);
    });

    it('gives a forked process the blocks of its parent, which count once', () => {
        const summary = account(
            ...dump(0, 1, 5, PROGRAM),
            { time: 1, address: 16, size: 100, process: 1, thread: 1 },
            { time: 2, address: 32, size: 200, process: 1, thread: 1 },
            // The child is known by its layout; one of its frees comes before that is known.
            { time: 3, released: 32, process: 2, thread: 2 },
            ...dump(4, 2, 6, PROGRAM),
            { time: 5, released: 16, process: 2, thread: 2 },
            { time: 6, released: 16, process: 1, thread: 1 }
        );
        expect(summary.processes[1].parent?.id).toBe(1);
        expect(counters(summary, 1)).toMatchObject({ inheritedFrees: 2, unknownFrees: 0, deallocations: 0 });
        expect(live(summary).filter(({ group }) => !summary.groups[group].origin.isInherited)).toMatchObject([
            { address: 32, size: 200 }
        ]);
        expect(summary.usage.windows.liveValues.at(-1)).toBe(200);
    });

    it('knows a child by the blocks of its parent where no layout is told', () => {
        const summary = account(
            { time: 1, address: 16, size: 100, process: 1 },
            { time: 2, released: 16, process: 2 },
            { time: 3, released: 999, process: 2 }
        );
        expect(counters(summary, 1)).toMatchObject({ inheritedFrees: 1, unknownFrees: 1 });
    });

    it('ends the blocks of a process that calls exec, but not those of its new program', () => {
        const summary = account(
            ...dump(0, 1, 5, PROGRAM),
            { time: 1, address: 16, size: 100, process: 1, thread: 1 },
            { time: 2, kind: 'dump-start', process: 1, thread: 7 },
            { time: 3, address: 64, size: 7, process: 1, thread: 1 },
            ...dump(4, 1, 7, OTHER).slice(1)
        );
        expect(addresses(summary)).toEqual([64]);
        expect(counters(summary).endedByExec).toBe(1);
    });

    it('takes a second dump of the same layout for what it is', () => {
        const summary = account(
            ...dump(0, 1, 5, PROGRAM),
            { time: 1, address: 16, size: 100, process: 1, thread: 1 },
            ...dump(2, 1, 5, { ...PROGRAM, '/lib/new.so': 0x7f2000000000 })
        );
        expect(addresses(summary)).toEqual([16]);
        expect(counters(summary).endedByExec).toBe(0);
    });

    it('knows blocks of the tracer and of the C library by their callers', () => {
        const summary = account(
            ...dump(0, 1, 5, PROGRAM),
            { time: 1, address: 16, size: 1, process: 1, thread: 1, caller: 0x400010 },
            { time: 2, address: 32, size: 2, process: 1, thread: 1, caller: 0x7f0000000010 },
            { time: 3, address: 48, size: 4, process: 1, thread: 1, caller: 0x7f1000000010 },
            { time: 4, address: 64, size: 8, process: 1, thread: 5, caller: 0x7f0000000010 }
        );
        expect(live(summary).map(({ group }) => ownerOf(summary.groups[group].origin))).toEqual([
            'program',
            'runtime',
            'tracer',
            'tracer'
        ]);
        expect(summary.usage.windows.liveValues.at(-1)).toBe(1);
    });

    it('knows blocks of the tracer without callers by its threads and its first calls', () => {
        const summary = account(
            ...dump(0, 1, 5, {}),
            { time: 1, call: HeapCall.ByteCalloc, address: 16, size: 48, process: 1, thread: 1 },
            { time: 2, call: HeapCall.Malloc, address: 32, size: 48, process: 1, thread: 1 },
            { time: 3, call: HeapCall.ByteCalloc, address: 48, size: 48, process: 1, thread: 1 },
            { time: 4, call: HeapCall.Malloc, address: 64, size: 48, process: 1, thread: 5 }
        );
        expect(live(summary).map(({ group }) => ownerOf(summary.groups[group].origin))).toEqual([
            'tracer',
            'program',
            'program',
            'tracer'
        ]);
    });

    it('counts calls, live bytes and peaks in windows', () => {
        const { usage, lifetimes } = account(
            { time: 10, address: 16, size: 100 },
            { time: 150, address: 32, size: 50 },
            { time: 160, released: 32 },
            { time: 310, released: 16 }
        );
        expect([...usage.windows.times].slice(0, 4)).toEqual([100, 200, 300, 400]);
        expect([...usage.windows.allocationValues].slice(0, 4)).toEqual([1, 1, 0, 0]);
        expect([...usage.windows.deallocationValues].slice(0, 4)).toEqual([0, 1, 0, 1]);
        expect([...usage.windows.liveValues].slice(0, 4)).toEqual([100, 100, 100, 0]);
        expect([...usage.windows.peakValues].slice(0, 4)).toEqual([100, 150, 100, 100]);
        expect(usage).toMatchObject({ peakBytes: 150, peakTime: 150 });
        expect(usage.meanBytes).toBeCloseTo((300 * 100 + 10 * 50) / 1000, 9);
        expect(lifetimes).toMatchObject({ count: 2, meanNs: 155, maxNs: 300 });
    });

    it('says nothing of nothing', () => {
        const summary = account();
        expect([summary.processes, summary.calls, live(summary)]).toEqual([[], 0, []]);
        expect(summary.usage).toMatchObject({ peakBytes: 0, meanBytes: 0, meanFragmentation: 0 });
    });
});
