import { AnalysisResult, AnomalyData, toWire } from 'tmll-analysis/algorithms';
import { createTspClient, QueryHelper, unwrap } from 'tmll-tsp';
import { describeExperiment } from '../../results/describe-experiment';
import { Service, startService } from '../../service/start-service';
import { bundle } from '../../test-support/bundle';
import { eventually } from '../../test-support/eventually';
import { rawRequest } from '../../test-support/raw-request';
import { Recording, recordings, recordingsFolder } from '../../test-support/recordings';
import { ReplayServer, startReplayServer } from '../../test-support/replay-server';
import { resultsIn } from '../../test-support/results-folder';
import { temporaryFolder } from '../../test-support/temporary-folder';

const TRACE = 'flipping-endianness';
const CPU_USAGE = 'org.eclipse.tracecompass.analysis.os.linux.core.cpuusage.CpuUsageDataProvider';
const RESOURCES = 'org.eclipse.tracecompass.internal.analysis.os.linux.core.threadstatus.ResourcesStatusDataProvider';
const START = 1417383672250167676n;
const END = 1417383713242328795n;
const describeRecorded = recordingsFolder() === undefined ? describe.skip : describe;

/** An anomaly of the trace's total CPU usage: long enough for any screen, and one of a single ns. */
const RESULT: AnalysisResult<AnomalyData> = (() => {
    const series = { outputId: CPU_USAGE, path: ['CPU Usage', TRACE] };
    const whole = { startNs: START, endNs: END };
    const periods = [
        [START + 10_000_000_000n, START + 15_000_000_000n],
        [START + 20_000_000_000n, START + 20_000_000_000n]
    ].map(([startNs, endNs]) => ({
        ...{ startNs, endNs, severity: 85, confidence: 0.9, points: 1, actual: 99, expected: { low: 1, high: 2 } },
        direction: 'above' as const
    }));
    return {
        provenance: {
            ...{ module: 'anomalies', moduleVersion: 1, experimentId: 'e', experimentName: TRACE, parameters: {} },
            ...{ range: whole, series: ['CPU Usage/flipping-endianness'], points: 50, method: 'iqr', methodReason: '' },
            ...{ warnings: [], durationMs: 1, command: 'tmll anomalies' }
        },
        findings: periods.map(({ startNs, endNs, severity, confidence }, index) => ({
            ...{ id: `anomaly/${index}`, kind: 'anomaly', series, startNs, endNs, severity, confidence, unit: '%' },
            sentence: `CPU Usage → ${TRACE} rises <b>${index}</b>.`
        })),
        data: {
            series: [
                {
                    series,
                    id: 'CPU Usage/flipping-endianness',
                    name: 'Total',
                    unit: '%',
                    length: 50,
                    points: [],
                    periods
                }
            ]
        }
    };
})();

describeRecorded('the gateway in front of what Trace Compass answered', () => {
    const scripts = recordingsFolder() === undefined ? '' : bundle();
    const dataFolder = temporaryFolder();
    let upstream: ReplayServer;
    let service: Service;
    let base: string;

    beforeAll(async () => {
        upstream = await startReplayServer(TRACE);
        service = await startService({ scripts, dataFolder, log: () => undefined, upstream: upstream.url });
        base = `${service.url}/tsp/api`;
    });

    afterAll(async () => {
        await service.close();
        await upstream.close();
    });

    const send = ({ method, path, requestBody }: Pick<Recording, 'method' | 'path' | 'requestBody'>, to = base) =>
        rawRequest(
            to + encodeURI(path),
            { method, headers: { 'content-type': 'application/json' } },
            requestBody || undefined
        );

    it('hands every recorded answer on byte by byte, with its status, but for those that it adds to', async () => {
        const all = recordings(/\/\d{3}-/, TRACE).filter(({ method }) => method !== 'DELETE');
        expect(all.length).toBeGreaterThan(100);
        const added = /\/outputs$|\/markerSets$/;
        for (const recording of all) {
            const [direct, through] = [await send(recording, upstream.url), await send(recording)];
            expect([recording.name, through.status]).toEqual([recording.name, direct.status]);
            expect(through.headers['content-type']).toBe(direct.headers['content-type']);
            if (!added.test(recording.path)) {
                expect(through.body.equals(direct.body)).toBe(true);
            }
        }
    });

    it('adds its outputs behind those of the server, which stay as they were', async () => {
        const path = `/experiments/${upstream.experimentId}/outputs`;
        const { body: direct } = await send({ method: 'GET', path, requestBody: '' }, upstream.url);
        const { body: through } = await send({ method: 'GET', path, requestBody: '' });
        const theirs = direct.toString().trimEnd().slice(0, -1).trimEnd();
        expect(through.toString().startsWith(theirs)).toBe(true);
        expect(JSON.parse(through.toString())).toContainEqual(expect.objectContaining({ id: 'tmll' }));
    });

    describe('with a result of an analysis', () => {
        const query = (more: object = {}): ReturnType<typeof QueryHelper.query> =>
            QueryHelper.query({ requested_timerange: { start: START, end: END, nbTimes: 50 }, ...more });
        const overlay = async (): Promise<number> => {
            const tree = await createTspClient(base).fetchXYTree(upstream.experimentId, CPU_USAGE, query());
            return unwrap(tree).model.entries.filter(({ id }) => id >= 2 ** 30)[0]?.id;
        };

        beforeAll(async () => {
            const { fingerprint, source } = await describeExperiment(upstream.url, upstream.experimentId);
            const id = 'a'.repeat(32);
            const header = {
                fingerprint,
                source,
                experimentId: upstream.experimentId,
                questionId: id,
                about: '',
                parameters: {}
            };
            const summary = { module: 'anomalies', method: 'iqr', findings: 2, severity: 85 };
            const described = { id, ...header, ...summary, createdAt: '2026-01-01T00:00:00.000Z' };
            await resultsIn(dataFolder).write(described, Buffer.from(JSON.stringify({ id, ...toWire(RESULT) })));
            await eventually(async () => (await overlay()) || undefined, 'the result to be seen');
        });

        it('puts an entry beside the analysed one, as many labels as columns, and leaves all others as they were', async () => {
            const path = `/experiments/${upstream.experimentId}/outputs/XY/${CPU_USAGE}/tree`;
            const asked = { method: 'POST', path, requestBody: '{"parameters":{}}' };
            const direct = (await send(asked, upstream.url)).body.toString();
            const through = (await send(asked)).body.toString();
            const end = direct.lastIndexOf(
                ']',
                direct.lastIndexOf('"headers"') > 0 ? direct.lastIndexOf('"headers"') : undefined
            );
            expect(through.startsWith(direct.slice(0, end).trimEnd())).toBe(true);
            const { entries } = JSON.parse(through).model;
            const total = entries.find(
                ({ labels }: { labels: string[] }) => labels[1] === 'Total' || labels[0] === 'Total'
            );
            const own = entries[entries.length - 1];
            expect(own).toMatchObject({ parentId: total.parentId, hasData: true, isDefault: true });
            expect(own.labels).toHaveLength(total.labels.length);
        });

        it('never tells the server of its entry, and answers series on the very times of the server', async () => {
            const id = await overlay();
            const recorded = recordings(/-CpuUsageDataProvider-xy\.json$/, TRACE)[0];
            const requestBody = recorded.requestBody.replace('"requested_items": [', `"requested_items": [${id}, `);
            const { body } = await send({ ...recorded, requestBody });
            const seen = upstream.asked[upstream.asked.length - 1];
            expect(seen.body).not.toContain(String(id));
            expect(JSON.parse(seen.body)).toEqual(JSON.parse(recorded.requestBody));
            const native = JSON.parse(recorded.body).model.series;
            const { series } = JSON.parse(body.toString()).model;
            expect(series.slice(0, -1)).toEqual(native);
            const pulse = series[series.length - 1];
            expect(pulse.xValues).toEqual(native[0].xValues);
            const top = Math.max(...native.flatMap(({ yValues }: { yValues: number[] }) => yValues));
            const up = pulse.yValues.filter((value: number) => value > 0);
            expect(new Set(up)).toEqual(new Set([1.05 * top]));
            // 5 s of 41 s at 51 times, and the single ns.
            expect(up.length).toBeGreaterThanOrEqual(7);
            expect(up.length).toBeLessThanOrEqual(9);
        });

        it("merges its categories and annotations with the server's, and survives its RUNNING for ever", async () => {
            const client = createTspClient(base);
            const { model: categories } = unwrap(
                await client.fetchAnnotationsCategories(upstream.experimentId, RESOURCES)
            );
            expect(categories.annotationCategories).toContain('TMLL Anomaly detection');
            const answer = unwrap(
                await client.fetchAnnotations(upstream.experimentId, RESOURCES, query({ requested_items: [154, 155] }))
            );
            const own = answer.model.annotations['TMLL Anomaly detection'];
            expect(own.map(({ entryId, duration }) => [entryId, duration > 0n])).toEqual([
                [-1, true],
                [-1, true],
                [154, false]
            ]);
            const asked = upstream.asked.length;
            const ours = { requested_marker_categories: ['TMLL Anomaly detection'] };
            for (const more of [{ requested_marker_set: 'tmll' }, ours]) {
                const alone = unwrap(await client.fetchAnnotations(upstream.experimentId, RESOURCES, query(more)));
                expect(alone).toMatchObject({ status: 'COMPLETED' });
                expect(Object.keys(alone.model.annotations)).toEqual(['TMLL Anomaly detection']);
            }
            expect(upstream.asked).toHaveLength(asked);
        });

        it('annotates outputs for which the server answers 405', async () => {
            const scenarios = recordings(/scenarios-annotations\.json$/, TRACE)[0];
            expect(scenarios.status).toBe(405);
            const { status, body } = await send(scenarios);
            expect([status, Object.keys(JSON.parse(body.toString()).model.annotations)]).toEqual([
                200,
                ['TMLL Anomaly detection']
            ]);
        });

        it('shows what it can of a result that an older version stored without all that is shown now', async () => {
            const { fingerprint, source } = await describeExperiment(upstream.url, upstream.experimentId);
            const id = 'b'.repeat(32);
            const header = {
                fingerprint,
                source,
                experimentId: upstream.experimentId,
                questionId: id,
                about: '',
                parameters: {}
            };
            const summary = { module: 'anomalies', method: 'old', findings: 0, severity: 0 };
            const old = { id, provenance: toWire(RESULT.provenance), findings: [], data: {} };
            const described = { id, ...header, ...summary, createdAt: '2025-01-01T00:00:00.000Z' };
            await resultsIn(dataFolder).write(described, Buffer.from(JSON.stringify(old)));
            const client = createTspClient(base);
            const ask = (view: string) =>
                client.fetchXYTree(upstream.experimentId, `tmll.analysis.anomalies:${id}:${view}`, query());
            await eventually(async () => (await ask('score')).getModel() !== undefined || undefined, 'the output');
            expect(unwrap(await ask('score'))).toMatchObject({
                status: 'FAILED',
                statusMessage: expect.stringMatching(/make it again\.$/)
            });
            expect(await overlay()).toBeGreaterThan(0);
            await resultsIn(dataFolder).delete(id);
        });

        it('keeps names out of the trace as text', async () => {
            const id = `tmll.analysis.anomalies:${'a'.repeat(32)}:findings`;
            const tree = await createTspClient(base).fetchDataTree(upstream.experimentId, id, query());
            expect(unwrap(tree).model.entries[0].labels[0]).toContain('<b>0</b>');
        });
    });

    it('stops what an analysis asked of the server when its output is deleted', async () => {
        const before = upstream.asked.length;
        const hasAsked = (): boolean => upstream.asked.slice(before).some(({ path }) => path.endsWith('/xy'));
        upstream.setSilent(/\/xy$/);
        const outputs = `/experiments/${upstream.experimentId}/outputs/tmll.analysis.anomalies`;
        const requestBody = '{"parameters":{"method":"zscore","outputs":["cpu usage"]}}';
        const made = await send({ method: 'POST', path: outputs, requestBody });
        const { id } = JSON.parse(made.body.toString());
        await eventually(() => hasAsked() || undefined, 'its request');
        const running = {
            method: 'POST',
            path: `${outputs.replace(/[^/]*$/, 'data/')}${id}:findings/tree`,
            requestBody: '{}'
        };
        expect(JSON.parse((await send(running)).body.toString())).toMatchObject({ status: 'RUNNING', model: null });
        expect((await send({ method: 'DELETE', path: `${outputs}/${id}`, requestBody: '' })).status).toBe(200);
        await eventually(() => upstream.givenUp.length > 0 || undefined, 'its request to be given up');
        expect((await send(running)).status).toBe(404);
        upstream.setSilent(undefined);
    });

    it('says when the server is away, and works again when it is back', async () => {
        const { port } = new URL(upstream.url);
        await upstream.close();
        for (const path of [
            `/experiments/${upstream.experimentId}/outputs`,
            '/health',
            `/experiments/${upstream.experimentId}`
        ]) {
            const { status, body } = await send({ method: 'GET', path, requestBody: '' });
            expect([status, JSON.parse(body.toString()).detail]).toEqual([
                503,
                expect.stringMatching(/^The trace server at http:.* does not answer .*; try again when it is up\.$/)
            ]);
        }
        upstream = await startReplayServer(TRACE, Number(port));
        expect(
            (await send({ method: 'GET', path: `/experiments/${upstream.experimentId}`, requestBody: '' })).status
        ).toBe(200);
        const outputs = await send({
            method: 'GET',
            path: `/experiments/${upstream.experimentId}/outputs`,
            requestBody: ''
        });
        expect(outputs.status).toBe(200);
    });
});
