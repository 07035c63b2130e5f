import { AnalysisResult, Progress } from '../series/analysis';
import { fromWire, toWire } from '../series/wire';
import { SeededRandom } from '../statistics/seeded-random';
import { TestEntry, TspServer } from '../test-support/tsp-server';
import { Experiment } from '../trace/experiment';
import { TmllClient } from '../trace/tmll-client';
import { correlateModule } from './correlate-module';
import { CorrelationAnalysis } from './correlation-analysis';
import { lagModule } from './lag-module';

const START = 1448652394359148425n;
const STEP = 10_000_000n;
const STEPS = 400;
const LAG = 7;

const random = new SeededRandom(9);
let memory = 0;
const NOISE = Float64Array.from({ length: STEPS + LAG + 1 }, () => (memory = 0.6 * memory + random.gaussian()));
const OTHER = NOISE.map(() => random.gaussian());
const at = (ns: bigint): number => Number((ns - START) / STEP);

const entry = (id: number, label: string, value: TestEntry['value']): TestEntry => ({ id, labels: [label], value });
const ENTRIES = [
    entry(1, 'cause', ns => NOISE[at(ns) + LAG]),
    entry(2, 'effect', ns => -3 * NOISE[at(ns)] + 0.2 * OTHER[at(ns)]),
    entry(3, 'other', ns => OTHER[at(ns)]),
    entry(4, 'flat', () => 5)
];

let server: TspServer;
let experiment: Experiment;
beforeEach(async () => {
    server = await new TspServer().listen();
    server.end = START + BigInt(STEPS) * STEP;
    server.outputs = [{ id: 'metrics', name: 'Metrics', entries: ENTRIES }];
    experiment = await new TmllClient({ baseUrl: server.url }).createExperiment([
        { path: '/traces/shop', name: 'shop' }
    ]);
});
afterEach(() => server.close());

const analysis = (): CorrelationAnalysis => new CorrelationAnalysis({ experiment, resampleFreq: '10ms' });
const roundTrip = <D>(result: AnalysisResult<D>): unknown => fromWire(JSON.parse(JSON.stringify(toWire(result))));

describe('CorrelationAnalysis.analyzeCorrelations', () => {
    it('finds the pair of which one follows the other, and nothing else', async () => {
        const { findings, data, provenance } = await analysis().analyzeCorrelations();
        expect(findings.map(({ sentence }) => sentence)).toEqual([
            expect.stringMatching(
                /^Metrics → cause leads Metrics → effect by 70 ms, against each other: −1\.00 at that lag/
            )
        ]);
        expect(data.pairs[0].lead).toMatchObject({ samples: LAG, lagNs: BigInt(LAG) * STEP, standsOut: true });
        expect(data.order).toHaveLength(4);
        expect(provenance.command).toBe('tmll correlate /traces/shop --method auto --resample 10ms');
    });

    it('answers a constant series with 0, and says why', async () => {
        const { data } = await analysis().analyzeCorrelations({ method: 'pearson' });
        const flat = data.pairs.filter(({ second }) => second === 3);
        expect(flat.map(({ coefficient, pValue, method }) => [coefficient, pValue, method])).toEqual(
            flat.map(() => [0, 1, 'none'])
        );
    });

    it('gives a result that crosses processes unchanged', async () => {
        const result = await analysis().analyzeCorrelations();
        expect(roundTrip(result)).toEqual(result);
    });

    it('takes one bound alone as it is, and the end of the trace for the other', async () => {
        const startTime = START + 100n * STEP;
        const late = await analysis().analyzeCorrelations({ startTime });
        expect(late.provenance.range).toEqual({ startNs: startTime, endNs: server.end });
        const early = await analysis().analyzeCorrelations({ endTime: new Date(Number(startTime / 1_000_000n)) });
        expect(early.provenance.range.endNs).toBeLessThan(startTime);
    });

    it('says that one series has nothing to be compared with', async () => {
        server.outputs = [{ id: 'metrics', name: 'Metrics', entries: ENTRIES.slice(0, 1) }];
        const one = await new TmllClient({ baseUrl: server.url }).createExperiment([{ path: '/traces/one' }]);
        const { provenance, findings } = await new CorrelationAnalysis({ experiment: one }).analyzeCorrelations();
        expect(findings).toEqual([]);
        expect(provenance.warnings).toEqual(['One series alone has nothing to be compared with; select more.']);
    });

    it('tells how far it is, and is cancelled between pairs', async () => {
        const seen: number[] = [];
        const controller = new AbortController();
        const progress = ({ fraction, message }: Progress): void => {
            seen.push(fraction);
            if (message === 'comparing pairs of series') {
                controller.abort();
            }
        };
        const running = analysis().analyzeCorrelations({}, { signal: controller.signal, progress });
        await expect(running).rejects.toMatchObject({ name: 'AbortError' });
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
    });

    it('refuses an empty list of outputs', () => {
        expect(() => new CorrelationAnalysis({ experiment, outputs: [] })).toThrow('the list is empty');
    });
});

describe('CorrelationAnalysis.analyzeLags', () => {
    it.each([
        ['cause', 'effect', 70_000_000n, /^Metrics → cause leads Metrics → effect by 70 ms: correlation −1\.00/],
        ['effect', 'cause', -70_000_000n, /^Metrics → cause leads Metrics → effect by 70 ms/]
    ])('finds the lag of %s and %s', async (series1, series2, ns, sentence) => {
        const { data, findings } = await analysis().analyzeLags({ series1, series2, maxLag: 20 });
        expect(data.best.ns).toBe(ns);
        expect(data.lags).toHaveLength(41);
        expect(findings[0].sentence).toMatch(sentence);
    });

    it('says that no lag stands out', async () => {
        const { data, findings } = await analysis().analyzeLags({
            series1: 'cause',
            series2: 'other',
            maxLag: '100ms'
        });
        expect(data.standsOut).toBe(false);
        expect(findings).toEqual([]);
    });

    it('gives a result that crosses processes unchanged, with the Granger test when asked', async () => {
        const result = await analysis().analyzeLags({ series1: 'cause', series2: 'effect', granger: true });
        expect(result.data.granger?.firstToSecond.pValue).toBeLessThan(1e-9);
        expect(roundTrip(result)).toEqual(result);
    });

    it('takes the two series that are selected', async () => {
        const request = {
            module: 'lag',
            experimentId: experiment.uuid,
            selection: { series: ['effect', 'cause'] },
            parameters: { resample: '10ms' }
        };
        const { signal } = new AbortController();
        const { data } = await lagModule.run({ experiment, request, signal, progress: () => undefined });
        expect([data.first.name, data.second.name]).toEqual(['Metrics → effect', 'Metrics → cause']);
    });
});

describe('plots of CorrelationAnalysis', () => {
    it('draw the matrix, the lags and the series', async () => {
        const matrix = analysis().plotCorrelationMatrix(await analysis().analyzeCorrelations());
        expect(matrix).toMatchObject({ id: 'correlation-matrix', title: 'Correlation Matrix' });
        const lags = analysis().plotLagAnalysis(await analysis().analyzeLags({ series1: 'cause', series2: 'effect' }));
        expect(lags.description).toMatch(/leads .* by 70 ms/);
        const series = await analysis().plotTimeSeries({ series: ['cause', 'effect'], width: 500 });
        expect(series).toMatchObject({ id: 'overlaid-series', width: 500 });
        expect(JSON.parse(JSON.stringify([matrix, lags, series]))).toHaveLength(3);
    });
});

describe('correlateModule', () => {
    it('refuses what its schema does not know', async () => {
        const request = { module: 'correlate', experimentId: experiment.uuid, parameters: { method: 'cosine' } };
        const { signal } = new AbortController();
        const running = correlateModule.run({ experiment, request, signal, progress: () => undefined });
        await expect(running).rejects.toThrow('"method" is "cosine"');
    });
});
