import { renderText } from '../document/render-text';
import { renderSvg } from '../plot/render-svg';
import { Progress } from '../series/analysis';
import { fromWire, toWire } from '../series/wire';
import { TspServer } from '../test-support/tsp-server';
import { Experiment } from '../trace/experiment';
import { TmllClient } from '../trace/tmll-client';
import { ANALYSIS_MODULES } from './analysis-modules';
import { MemoryLeakDetection } from './memory-leak-detection';
import { memoryLeaksModule } from './memory-leaks-module';

const START = 1448652394359148425n;
const TABLE = {
    id: 'org.eclipse.tracecompass.internal.provisional.tmf.core.model.events.TmfEventTableDataProvider',
    name: 'Events Table',
    type: 'TABLE',
    columns: ['Event type', 'Contents', 'Timestamp ns']
};
const WHO = 'context._vpid=7, context._vtid=7, context._procname="shop<b>"';

/** Blocks that come every 10 ms for 2 s: those of site 0x401000 stay, those of 0x402000 are freed. */
function rows(): string[][] {
    const calls: [ms: number, type: string, contents: string][] = [];
    const module = `baddr=0x400000, memsz=65536, path="/bin/shop<b>", is_pic=0, ${WHO}`;
    calls.push(
        [0, 'lttng_ust_statedump:start', 'context._vpid=7, context._vtid=9'],
        [0, 'lttng_ust_statedump:bin_info', module]
    );
    calls.push([0, 'lttng_ust_statedump:end', `context._vpid=7, context._vtid=9`]);
    for (let ms = 1; ms < 2000; ms += 10) {
        calls.push([
            ms,
            'lttng_ust_libc:malloc',
            `size=1000, ptr=0x${(0x10000 + ms * 1024).toString(16)}, context._ip=0x401000, ${WHO}`
        ]);
        calls.push([ms + 1, 'lttng_ust_libc:malloc', `size=500, ptr=0x5000, context._ip=0x402000, ${WHO}`]);
        calls.push([ms + 3, 'lttng_ust_libc:free', `ptr=0x5000, context._ip=0x402010, ${WHO}`]);
    }
    return calls.map(([ms, type, contents]) => [type, contents, String(START + BigInt(ms) * 1_000_000n)]);
}

let server: TspServer;
beforeEach(async () => {
    server = await new TspServer().listen();
    server.start = START;
    server.end = START + 2_000_000_000n;
    server.outputs = [{ ...TABLE, rows: rows() }];
});
afterEach(() => server.close());

function open(): Promise<Experiment> {
    return new TmllClient({ baseUrl: server.url }).createExperiment([{ path: '/traces/my shop', name: 'shop' }]);
}

describe('MemoryLeakDetection', () => {
    it('works as in the quickstart', async () => {
        const experiment = await open();
        const client = new TmllClient({ baseUrl: server.url });
        const detection = new MemoryLeakDetection({ client, experiment });
        const leaks = await detection.analyzeMemoryLeaks({
            windowSize: '10ms',
            fragmentationThreshold: 0.7,
            slopeThreshold: 0.5
        });
        expect(leaks.data).toMatchObject({
            severity: 'HIGH',
            owners: { program: { blocks: 200, bytes: 200_000 } },
            metrics: { totalAllocations: 400, totalDeallocations: 200, averageAllocationSize: 750 }
        });
        expect(leaks.data.metrics.leakRate.bytesPerSecond).toBeCloseTo(100_000, -3);
        expect(leaks.findings.map(({ sentence }) => sentence)).toEqual([
            expect.stringMatching(
                /^shop<b>\+0x1000 keeps growing: 200 blocks, 195 KiB, 97\.7 KiB\/s since \d\d:\d\d:\d\d\.\d\.$/
            )
        ]);
        const text = renderText(detection.interpret(leaks));
        expect(text).toContain('│ Severity        : HIGH');
        expect(text).toContain('Find out who should release what shop<b>+0x1000 takes');
        const before = JSON.stringify(toWire(leaks));
        const plots = detection.plotMemoryLeakAnalysis(leaks, { width: 700 });
        expect(plots.map(({ id, width }) => [id, width])).toEqual([
            ['memory-usage', 700],
            ['memory-operations', 700],
            ['pointer-lifetimes', 700],
            ['memory-fragmentation', 700]
        ]);
        for (const plot of plots) {
            expect(renderSvg(plot)).toMatch(/^<svg role="img" width="700"/);
            // Plain data, without functions, so that it can cross processes.
            expect(JSON.parse(JSON.stringify(plot))).toEqual(plot);
        }
        expect(JSON.stringify(toWire(leaks))).toBe(before);
    });

    it('looks at a range only', async () => {
        const range = { startNs: START + 500_000_000n, endNs: START + 999_999_999n };
        const { data, provenance } = await new MemoryLeakDetection({
            experiment: await open(),
            range
        }).analyzeMemoryLeaks();
        expect(provenance.range).toEqual(range);
        expect(data.owners.program.blocks).toBe(50);
    });
});

describe('memoryLeaksModule', () => {
    function run(
        experiment: Experiment,
        parameters: object = {},
        signal = new AbortController().signal,
        progress: (progress: Progress) => void = () => undefined
    ): ReturnType<typeof memoryLeaksModule.run> {
        const request = { module: 'leaks', experimentId: experiment.uuid, parameters: { ...parameters } };
        return memoryLeaksModule.run({ experiment, request, signal, progress });
    }

    it('says what the result was computed from and how to compute it again', async () => {
        const { provenance } = await run(await open(), { windowSize: '20ms', memoryBudget: 5 });
        expect(provenance).toMatchObject({ module: 'leaks', points: 600, resamplingNs: 20_000_000n, warnings: [] });
        expect(provenance.command).toBe("tmll leaks '/traces/my shop' --set windowSize=20ms --set memoryBudget=5");
    });

    it('gives a result that crosses processes unchanged', async () => {
        const result = await run(await open());
        expect(fromWire(JSON.parse(JSON.stringify(toWire(result))))).toEqual(result);
    });

    it('says NONE, with no confidence, of a trace without allocations, and how to record them', async () => {
        server.outputs = [{ ...TABLE, rows: [['sched_switch', 'prev_tid=1', String(START)]] }];
        const { data, findings, provenance } = await run(await open());
        expect(data).toMatchObject({ severity: 'NONE', confidence: 0, sites: [], processes: [] });
        expect(findings).toEqual([]);
        expect(provenance.warnings).toEqual([expect.stringContaining('has no calls of malloc or free')]);
        const kernel = await run(await open(), { heap: 'kernel' });
        expect(kernel.provenance.warnings).toEqual([expect.stringContaining("no events of the kernel's memory")]);
    });

    it('claims nothing above LOW where lost events could explain it', async () => {
        const lost = ['Lost event', 'Lost events=900, duration=5', String(START)];
        server.outputs = [{ ...TABLE, rows: [...rows(), lost] }];
        const { data, findings } = await run(await open());
        expect([data.severity, data.isDoubtful]).toEqual(['LOW', true]);
        expect(findings.map(({ id, sentence }) => [id, sentence])).toEqual([
            ['leak/doubtful', expect.stringContaining('frees that the trace did not see could explain all of them')]
        ]);
    });

    it.each([
        [{ windowSize: '0ms' }, '"windowSize" is 0ms; the range takes windows of at least 200000 ns'],
        [{ windowSize: '1us' }, '"windowSize" is 1us'],
        [{ slopeThreshold: -1 }, '"slopeThreshold" is -1'],
        [{ heap: 'stack' }, '"heap" is "stack"; it must be one of process, kernel']
    ])('refuses %p', async (parameters, message) => {
        const running = run(await open(), parameters);
        await expect(running).rejects.toThrow(message);
        await expect(running).rejects.toMatchObject({ name: 'ParameterError' });
    });

    it('says when the trace server has no events to give', async () => {
        server.outputs = [];
        await expect(run(await open())).rejects.toMatchObject({ name: 'SelectionError' });
    });

    it('tells how far it is, and is cancelled on the way', async () => {
        const seen: number[] = [];
        await run(await open(), {}, undefined, ({ fraction }) => seen.push(fraction));
        expect(seen.length).toBeGreaterThan(1);
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
        const controller = new AbortController();
        const running = run(await open(), {}, controller.signal, () => controller.abort());
        await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    });

    it('is among the analyses on offer', () => {
        expect(ANALYSIS_MODULES.map(({ id }) => id)).toContain('leaks');
    });
});
