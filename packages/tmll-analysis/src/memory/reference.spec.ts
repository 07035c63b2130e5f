import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../series/test-support/shared-folder';
import { HeapAccounting, HeapSummary } from './accounting/heap-accounting';
import { LiveBlock } from './accounting/live-blocks';
import { AllocationReader } from './events/allocation-reader';
import { csvEvents } from './test-support/csv-events';

/** An exact replay of the calls, by a program that is not ours. */
interface Replay {
    readonly total_allocations: number;
    readonly allocations_freed: number;
    readonly leaked_count: number;
    readonly leaked_bytes: number;
    readonly leaked: readonly (readonly [address: string, size: number, ns: string, call: string])[];
    readonly anomalies: readonly (readonly [ns: string, what: string, address: string])[];
    readonly lifetimes_s: { readonly n: number; readonly mean: number; readonly median: number; readonly max: number };
    readonly peak_bytes: number;
    readonly final_bytes: number;
}

const folder = sharedFolder('reference/memory');
const cases = folder === undefined ? [] : readdirSync(folder).filter(file => file.endsWith('.json'));
const describeWithReference = cases.length > 0 ? describe : describe.skip;

function account(csv: string): { summary: HeapSummary; live: LiveBlock[]; origin: bigint } {
    const { origin, types, columns } = csvEvents(csv);
    const end = columns.times[columns.rows - 1];
    const accounting = new HeapAccounting({ start: 0, end, step: Math.max(end / 20, 1) });
    accounting.add(new AllocationReader(types).read(columns));
    const summary = accounting.finish();
    const live: LiveBlock[] = [];
    summary.forEachLive(block => live.push(block));
    return { summary, live, origin };
}

describeWithReference('HeapAccounting', () => {
    it.each(cases)('equals the replay %s', file => {
        const path = join(folder ?? '', file);
        // Ns since the epoch do not fit a number.
        const text = readFileSync(path, 'utf8').replace(/(?<![.\d])\d{19}\b/g, '"$&"');
        const replay = JSON.parse(text).truth as Replay;
        const { summary, live, origin } = account(readFileSync(path.replace(/json$/, 'events.csv'), 'utf8'));
        const [{ counters }] = summary.processes;
        expect(counters.allocations).toBe(replay.total_allocations);
        expect(counters.deallocations).toBe(replay.allocations_freed);
        const shown = live
            .sort((a, b) => a.time - b.time)
            .map(({ address, size, time }) => [`0x${address.toString(16)}`, size, origin + BigInt(time)]);
        expect(shown).toEqual(replay.leaked.map(([address, size, ns]) => [address, size, BigInt(ns)]));
        expect(live).toHaveLength(replay.leaked_count);
        expect(live.reduce((sum, { size }) => sum + size, 0)).toBe(replay.leaked_bytes);
        const count = (what: string): number => replay.anomalies.filter(([, kind]) => kind === what).length;
        expect(counters.unknownFrees).toBe(count('free_of_unknown'));
        expect(counters.nullFrees).toBe(count('free_null'));
        expect(summary.usage.peakBytes).toBe(replay.peak_bytes);
        expect(summary.usage.windows.liveValues.at(-1)).toBe(replay.final_bytes);
        const { n, mean, median, max } = replay.lifetimes_s;
        const { count: lifetimes, meanNs, medianNs, maxNs } = summary.lifetimes;
        expect([lifetimes, maxNs]).toEqual([n, Math.round((max ?? 0) * 1e9)]);
        expect(meanNs).toBeCloseTo((mean ?? 0) * 1e9, 2);
        expect(medianNs).toBeCloseTo((median ?? 0) * 1e9, 2);
    });
});
