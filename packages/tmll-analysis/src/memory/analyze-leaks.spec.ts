import { HeapAccounting } from './accounting/heap-accounting';
import { analyzeLeaks } from './analyze-leaks';
import { leakFindings } from './findings';
import { LeakData } from './leak-result';
import { DEFAULT_LEAK_PARAMETERS } from './leak-schema';
import { leakDocument } from './interpretation/leak-document';
import { callSites } from './sites/call-site';
import { dump, MadeCall, MadeNote, makeBatch } from './test-support/make-batch';
import { renderText } from '../document/render-text';
import { toWire } from '../series/wire';

const END = 10e9;
const ORIGIN = 1795424237072532340n;

function analyze(items: readonly (MadeCall | MadeNote)[], lost = 0, more: object = {}): LeakData {
    const accounting = new HeapAccounting({ start: 0, end: END, step: 1e8 });
    accounting.add(makeBatch(items));
    const summary = accounting.finish();
    return analyzeLeaks({
        summary,
        sites: callSites(summary),
        origin: ORIGIN,
        facts: { lost },
        parameters: { ...DEFAULT_LEAK_PARAMETERS, ...more },
        functionOf: () => undefined
    });
}

/** Blocks of 1,000 B that stay, one every so many ns. */
function leak(from: number, to: number, step: number, more: Partial<MadeCall> = {}): MadeCall[] {
    const count = Math.ceil((to - from) / step);
    return Array.from({ length: count }, (_, index) => ({
        time: from + index * step,
        address: 4096 * (1 + index),
        size: 1000,
        caller: 0x400100,
        process: 1,
        thread: 1,
        ...more
    }));
}

describe('analyzeLeaks', () => {
    it('looks at a process while it lives: one that leaks and ends early leaks', () => {
        const data = analyze(leak(7e9, 8e9, 1e7));
        expect([data.severity, data.sites[0].verdict]).toEqual(['HIGH', 'growing']);
        expect(data.metrics.leakRate.bytesPerSecond).toBeCloseTo(100_000, -3);
        expect(leakFindings(data)).toHaveLength(1);
    });

    it('is as bad as the budget is small', () => {
        const severityAt = (memoryBudget: number): string => analyze(leak(0, END, 1e8), 0, { memoryBudget }).severity;
        expect([1, 100, 10_000, 1e6].map(severityAt)).toEqual(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']);
    });

    it('is LOW below the threshold of the slope', () => {
        expect(analyze(leak(0, END, 1e8), 0, { slopeThreshold: 20_000 }).severity).toBe('LOW');
    });

    it('joins call sites of all processes by module and offset, and tells their processes apart', () => {
        const process = (id: number, base: number): (MadeCall | MadeNote)[] => [
            ...dump(0, id, id + 100, { '/bin/shop': base }),
            ...leak(1e6 * id, END, 1e9, { process: id, thread: id, caller: base + 0x123 })
        ];
        const items = [...process(1, 0x7f0000000000), ...process(2, 0x7e0000000000)];
        const calls = items.filter((item): item is MadeCall => !('kind' in item)).sort((a, b) => a.time - b.time);
        const data = analyze([...items.filter(item => 'kind' in item), ...calls]);
        expect(data.sites.map(({ name, blocks, processes }) => [name, blocks, [...processes].sort()])).toEqual([
            ['shop+0x123', 20, [1, 2]]
        ]);
        expect(data.processes.map(({ id, blocks }) => [id, blocks])).toEqual([
            [1, 10],
            [2, 10]
        ]);
    });

    it('lowers the confidence by what was lost, and claims no more than LOW when all could be explained', () => {
        const calls = leak(0, END, 1e8);
        const [none, some, many] = [0, 20, 100].map(lost => analyze(calls, lost));
        expect(some.confidence).toBeLessThan(none.confidence);
        expect([none.isDoubtful, some.isDoubtful, many.isDoubtful]).toEqual([false, false, true]);
        expect(many.severity).toBe('LOW');
        expect(leakFindings(many)).toHaveLength(1);
    });

    it('says in words how to record better', () => {
        const text = renderText(leakDocument(analyze(leak(0, END, 1e8, { caller: 0, process: -1 }), 500)));
        expect(text).toContain('--subbuf-size');
        expect(text).toContain('Record the context vpid');
        expect(text).toContain('Record the context ip');
        const kernel = renderText(leakDocument(analyze(leak(0, END, 1e8, { process: -1 }), 0, { heap: 'kernel' })));
        expect(kernel).not.toContain('vpid');
    });

    it('says nothing of nothing, and can be told', () => {
        const data = analyze([]);
        expect(data).toMatchObject({ severity: 'NONE', confidence: 0, sites: [], suspicious: [], processes: [] });
        expect(() => toWire(data)).not.toThrow();
        expect(renderText(leakDocument(data))).toContain('Severity        : NONE');
    });
});
