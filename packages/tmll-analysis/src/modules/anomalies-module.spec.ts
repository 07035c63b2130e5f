import { AnomalyData } from '../anomaly/anomaly-result';
import { AnalysisRequest, AnalysisResult, Progress } from '../series/analysis';
import { fromWire, toWire } from '../series/wire';
import { TestEntry } from '../test-support/tsp-server';
import { Experiment } from '../trace/experiment';
import { ANALYSIS_MODULES } from './analysis-modules';
import { anomaliesModule } from './anomalies-module';
import { burstServer, load, LOAD, output, START, STEP } from './test-support/burst-server';

const { server, open } = burstServer();

function run(
    experiment: Experiment,
    request: Partial<AnalysisRequest> = {},
    progress: (progress: Progress) => void = () => undefined
): Promise<AnalysisResult<AnomalyData>> {
    const { signal } = new AbortController();
    const whole = { module: 'anomalies', experimentId: experiment.uuid, parameters: { resample: '10ms' }, ...request };
    return anomaliesModule.run({ experiment, signal, progress, request: whole });
}

describe('anomaliesModule', () => {
    it('finds a burst, and says where, how much and what is usual', async () => {
        const { findings, data } = await run(await open(output('cpu', LOAD)));
        expect(findings).toHaveLength(1);
        expect(findings[0]).toMatchObject({
            kind: 'anomaly',
            series: { outputId: 'cpu', path: ['CPU', 'host', 'load'] },
            // What a trace server says for a time stands for the step up to it.
            startNs: START + 199n * STEP + 1n,
            endNs: START + 204n * STEP,
            actual: 900,
            unit: '%'
        });
        expect(findings[0].sentence).toMatch(/^CPU → host → load rises to 900 % for/);
        expect(data.series[0].points.map(({ ns }) => ns)).toEqual(
            [0, 1, 2, 3, 4].map(k => START + BigInt(200 + k) * STEP)
        );
    });

    it('says what the result was computed from and how to compute it again', async () => {
        const experiment = await open(output('cpu', LOAD));
        const request = {
            selection: { outputs: ['cpu'], series: ['host/load'] },
            range: { startNs: START + 100n * STEP, endNs: START + 300n * STEP },
            parameters: { method: 'zscore', zscoreThreshold: 3.5, iqrFactor: 9, resample: '20ms' }
        };
        const { provenance } = await run(experiment, request);
        expect(provenance).toMatchObject({
            module: 'anomalies',
            moduleVersion: 2,
            experimentId: 'experiment-shop',
            experimentName: 'shop',
            parameters: { method: 'zscore', zscoreThreshold: 3.5, resample: '20ms', removeMinimum: false },
            range: request.range,
            series: ['CPU/host/load'],
            points: 101,
            resamplingNs: 20_000_000n,
            method: 'zscore',
            methodReason: 'It was asked for.',
            warnings: []
        });
        expect(provenance.command).toBe(
            "tmll anomalies '/traces/my shop' --output cpu --output host/load " +
                `--from ${request.range.startNs} --to ${request.range.endNs} ` +
                '--method zscore --resample 20ms --set zscoreThreshold=3.5'
        );
    });

    it('names the method and the step in the command when it chose them itself', async () => {
        const { provenance } = await run(await open(output('cpu', LOAD)), { parameters: {} });
        expect(provenance.methodReason).toBe('It is the default.');
        expect(provenance.resamplingNs).toBe(5_000_000n);
        expect(provenance.command).toMatch(/^tmll anomalies '\/traces\/my shop' --method \w+ --resample 5ms$/);
    });

    it('sorts the findings of all series by severity', async () => {
        const mild = {
            ...LOAD,
            id: 3,
            labels: ['mild'],
            unit: 'ns',
            value: (ns: bigint) => (load(ns) > 800 ? 140 : load(ns))
        };
        const { findings } = await run(await open(output('cpu', mild, LOAD)));
        const severities = findings.map(({ severity }) => severity);
        expect(new Set(findings.map(({ series }) => series?.path[2]))).toEqual(new Set(['load', 'mild']));
        expect(severities).toEqual([...severities].sort((a, b) => b - a));
    });

    it('tells once what several series say, and in which', async () => {
        const { findings, data } = await run(await open(output('cpu', LOAD, { ...LOAD, id: 3, labels: ['copy'] })));
        expect(data.series.map(({ periods }) => periods.length)).toEqual([1, 1]);
        expect(findings).toHaveLength(1);
        expect(findings[0].alsoIn?.map(({ path }) => path[2])).toEqual(['load']);
        expect(findings[0].sentence).toMatch(/ is usual here\. The same in CPU → host → load\.$/);
    });

    describe('with several series', () => {
        const entry = (id: number, label: string, value = load): TestEntry => ({ ...LOAD, id, labels: [label], value });
        const calm = (ns: bigint): number => Math.min(load(ns), 111);

        it.each(['zscore', 'pca'])('looks at one that is made of all when asked to: %s', async combineMethod => {
            const experiment = await open(output('cpu', entry(2, 'a'), entry(3, 'b')));
            const { data } = await run(experiment, { parameters: { resample: '10ms', combineMethod } });
            expect(data.series.map(({ id }) => id)).toEqual([
                'CPU/host/a',
                'CPU/host/b',
                `combined (${combineMethod})`
            ]);
            expect(data.series[2].periods).toHaveLength(1);
        });

        it('compares peers when asked to', async () => {
            const experiment = await open(output('cpu', entry(2, 'a', calm), entry(3, 'b', calm), entry(4, 'c')));
            const parameters = { resample: '10ms', comparePeers: true };
            const { findings, provenance } = await run(experiment, { parameters });
            expect(findings.map(({ series }) => series?.path[2])).toEqual(['c']);
            expect(findings[0].sentence).toContain('usual among its 2 peers');
            expect(provenance.command).toContain('--set comparePeers=true');
        });

        it('says when there are no peers', async () => {
            const parameters = { resample: '10ms', comparePeers: true };
            const { findings, provenance } = await run(await open(output('cpu', LOAD)), { parameters });
            expect(findings).toEqual([]);
            expect(provenance.warnings[0]).toContain('There are no peers to compare');
        });
    });

    it('marks what falls into stretches in which events were lost, and trusts it less', async () => {
        const lost = [[START + 195n * STEP, START + 201n * STEP] as const];
        const { findings: whole } = await run(await open(output('event-rate', LOAD)));
        const { findings, data, provenance } = await run(await open({ ...output('event-rate', LOAD), lost }));
        expect(findings[0].confidence).toBeCloseTo(whole[0].confidence / 2, 12);
        expect(findings[0].sentence).toMatch(/ The tracer lost events then\.$/);
        expect(data.series[0].periods[0].lostEvents).toBe(true);
        expect(data.lostEvents).toEqual([{ startNs: lost[0][0], endNs: lost[0][1] }]);
        expect(provenance.warnings).toEqual([
            'The tracer lost events in one stretch, 1.5 % of the time: what stands out there may be the loss, and has half of the confidence.'
        ]);
    });

    it('gives a result that crosses processes unchanged', async () => {
        const result = await run(await open(output('cpu', LOAD)));
        expect(fromWire(JSON.parse(JSON.stringify(toWire(result))))).toEqual(result);
    });

    it('leaves out the shorter step at the end, which would stand out for being shorter', async () => {
        server().end += STEP / 3n;
        const { provenance, findings } = await run(await open(output('cpu', LOAD)));
        expect(provenance.range.endNs).toBe(START + 400n * STEP);
        expect(findings).toHaveLength(1);
    });

    it('leaves out the value at the start of the trace, which stands for the time before it', async () => {
        const value = (ns: bigint): number => (ns === START ? 0 : load(ns));
        const { provenance, data } = await run(await open(output('cpu', { ...LOAD, value })));
        expect(provenance.range.startNs).toBe(START + STEP);
        expect(data.series[0].length).toBe(400);
        expect(data.series[0].points.every(point => point.value === 900)).toBe(true);
    });

    it('answers for a trace shorter than the step', async () => {
        server().end = START + 5n;
        const { provenance, findings } = await run(await open(output('cpu', LOAD)));
        expect(findings).toEqual([]);
        expect(provenance.range.endNs).toBe(START + 5n);
    });

    it('looks at what the server shows at first, at all series where it shows none, and says so', async () => {
        const shown = { ...LOAD, id: 3, labels: ['total'], isDefault: true };
        const experiment = await open(
            output('rate', LOAD, shown),
            output('cpu', LOAD, { ...LOAD, id: 4, labels: ['b'] })
        );
        const { provenance } = await run(experiment);
        expect(provenance.series).toEqual(['RATE/host/total', 'CPU/host/load', 'CPU/host/b']);
        expect(provenance.warnings).toEqual([
            'Only 1 of the 2 series of RATE was looked at; select those that matter.'
        ]);
        const asked = await run(experiment, { selection: { outputs: ['rate'] } });
        expect(asked.provenance.series).toHaveLength(2);
        expect(asked.provenance.warnings).toEqual([]);
    });

    it('looks at the topmost series of a large output that shows none at first', async () => {
        const many = Array.from({ length: 60 }, (_, index) => ({ ...LOAD, id: 100 + index, labels: [`t${index}`] }));
        const top = { ...LOAD, id: 99, parentId: -1, labels: ['top'] };
        const { provenance } = await run(await open(output('threads', ...many, top)));
        expect(provenance.series).toHaveLength(5);
        expect(provenance.series[4]).toBe('THREADS/top');
    });

    it('does not look at Event Fields unless they are asked for', async () => {
        const experiment = await open(output('cpu', LOAD), output('tmll.event-fields', LOAD));
        const { provenance } = await run(experiment);
        expect(provenance.series).toEqual(['CPU/host/load']);
        expect(provenance.warnings).toEqual([
            'None of the 1 series of TMLL.EVENT-FIELDS were looked at; select those that matter.'
        ]);
        const asked = await run(experiment, { selection: { outputs: ['fields'] } });
        expect(asked.provenance.series).toEqual(['TMLL.EVENT-FIELDS/host/load']);
    });

    it('does not look at the Histogram where there is the Event Rate', async () => {
        const experiment = await open(output('x.HistogramDataProvider', LOAD), output('tmll.event-rate', LOAD));
        expect((await run(experiment)).provenance.series).toEqual(['TMLL.EVENT-RATE/host/load']);
        const asked = await run(experiment, { selection: { outputs: ['histogram'] } });
        expect(asked.provenance.series).toEqual(['X.HISTOGRAMDATAPROVIDER/host/load']);
    });

    it('goes on without an output that cannot be computed, unless it was asked for', async () => {
        const broken = { ...output('broken', LOAD), status: () => 'FAILED' };
        const experiment = await open(output('cpu', LOAD), broken);
        const { provenance } = await run(experiment);
        expect(provenance.series).toEqual(['CPU/host/load']);
        expect(provenance.warnings).toEqual([
            'BROKEN was left out: The trace server could not compute the series of BROKEN: said FAILED.'
        ]);
        const asked = run(experiment, { selection: { outputs: ['broken'] } });
        await expect(asked).rejects.toMatchObject({ name: 'TspError' });
        await expect(run(await open(broken))).rejects.toMatchObject({ name: 'TspError' });
    });

    it('says when series have nothing in the range', async () => {
        const silent = { ...LOAD, id: 3, labels: ['silent'], value: () => undefined };
        const { provenance } = await run(await open(output('cpu', LOAD, silent)));
        expect(provenance.warnings).toEqual(['1 of 2 series have no points in this range.']);
    });

    it.each([
        [{ parameters: { zscoreThreshold: -1 } }, 'ParameterError', '"zscoreThreshold" is -1'],
        [{ parameters: { resample: '0ms' } }, 'ParameterError', '"resample" is a step of 0 ns'],
        [{ selection: { outputs: ['gpu'] } }, 'SelectionError', 'No output or series fits "gpu"'],
        [{ range: { startNs: 0n, endNs: 1n } }, 'ParameterError', 'has nothing of the trace']
    ])('refuses %p', async (request, name, message) => {
        const running = run(await open(output('cpu', LOAD)), request);
        await expect(running).rejects.toMatchObject({ name });
        await expect(running).rejects.toThrow(message);
    });

    it('says when there is nothing to look at', async () => {
        const table = { id: 'events', name: 'Events', type: 'TABLE' };
        await expect(run(await open(table))).rejects.toThrow('shop has no series over time to look at.');
    });

    it('tells how far it is, from 0 to 1 without going back', async () => {
        const seen: Progress[] = [];
        await run(await open(output('cpu', LOAD), output('disk', LOAD)), {}, progress => seen.push(progress));
        const fractions = seen.map(({ fraction }) => fraction);
        expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
        expect(fractions[0]).toBe(0);
        expect(fractions[fractions.length - 1]).toBeLessThanOrEqual(1);
        expect(seen.map(({ message }) => message)).toContain('fetching DISK');
    });

    it('is cancelled between series and in requests', async () => {
        const experiment = await open(output('cpu', LOAD), output('disk', LOAD));
        const controller = new AbortController();
        const request = { module: 'anomalies', experimentId: experiment.uuid, parameters: {} };
        const progress = ({ message }: Progress): void => {
            if (message.startsWith('looking at CPU')) {
                controller.abort();
            }
        };
        const running = anomaliesModule.run({ experiment, request, signal: controller.signal, progress });
        await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    });

    it('is among the analyses on offer', () => {
        expect(ANALYSIS_MODULES.map(({ id }) => id)).toContain('anomalies');
    });
});
