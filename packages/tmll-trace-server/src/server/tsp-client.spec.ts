import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { QueryHelper } from 'tsp-typescript-client/lib/models/query/query-helper';
import { HttpTspClient } from 'tsp-typescript-client/lib/protocol/http-tsp-client';
import type { TspClientResponse } from 'tsp-typescript-client/lib/protocol/tsp-client-response';
import { startTraceServer, type TraceServer } from './trace-server';

const FIXTURE = resolve(__dirname, '../../fixtures/k-large-header/trace');
const CALLS = resolve(__dirname, '../../fixtures/h-callstack-fast/trace');

/** The model of an answer; throws when the client could not read the answer. */
function read<T>(response: TspClientResponse<T>): T {
    const model = response.getModel();
    if (!response.isOk() || model === undefined || model === null) {
        throw new Error(`${response.getStatusCode()} ${response.getStatusMessage()} ${response.getText()}`);
    }
    return model;
}

describe('tsp-typescript-client', () => {
    let server: TraceServer;
    let client: HttpTspClient;
    beforeAll(async () => {
        server = await startTraceServer();
        client = new HttpTspClient(server.url);
    });
    afterAll(() => server.close());

    it('reads every answer of the server', async () => {
        expect(read(await client.checkHealth())).toEqual({ status: 'UP' });
        expect(read(await client.fetchIdentifier())).toMatchObject({ version: '0.1.0' });
        expect(read(await client.fetchConfigurationSourceTypes())).toEqual([]);
        const trace = read(await client.openTrace(QueryHelper.query({ uri: FIXTURE, name: 'k' })));
        expect(trace).toMatchObject({ name: 'k', start: 0n, end: 0n, nbEvents: 0 });
        expect(read(await client.fetchTraces())).toEqual([trace]);
        expect(read(await client.fetchTrace(trace.UUID))).toEqual(trace);
        const made = read(await client.createExperiment(QueryHelper.query({ name: 'k', traces: [trace.UUID] })));
        let experiment = made;
        for (const limit = performance.now() + 20_000; experiment.indexingStatus !== 'COMPLETED';) {
            expect(performance.now()).toBeLessThan(limit);
            await delay(20);
            experiment = read(await client.fetchExperiment(made.UUID));
        }
        expect(read(await client.fetchExperiments())).toEqual([experiment]);
        expect(experiment.nbEvents).toBe(9624);
        expect(experiment.end - experiment.start).toBeGreaterThan(0n);

        const outputs = read(await client.experimentOutputs(experiment.UUID));
        expect(outputs.map(({ name }) => name)).toEqual([
            'Event Density',
            'Event Fields',
            'Event Rate',
            'Events Table',
            'Histogram',
            'Paired Events',
            'Paired Events Statistics',
            'Statistics'
        ]);
        expect(read(await client.fetchMarkerSets(experiment.UUID)).model).toEqual([]);
        for (const { id, name, type } of outputs) {
            const configurations = read(await client.fetchOutputConfigurationTypes(experiment.UUID, id));
            expect(configurations.map(({ name }) => name)).toEqual(
                name === 'Event Rate'
                    ? ['Event Rate of a filter']
                    : name === 'Events Table'
                      ? ['Events that meet a filter']
                      : []
            );
            expect(read(await client.fetchStyles(experiment.UUID, id, QueryHelper.query())).model).toEqual({
                styles: {}
            });
            expect(read(await client.fetchAnnotationsCategories(experiment.UUID, id)).status).toBe('COMPLETED');
            const annotations = await client.fetchAnnotations(experiment.UUID, id, QueryHelper.query());
            expect(read(annotations).model).toEqual({ annotations: {} });
            if (type === 'TABLE') {
                const columns = read(await client.fetchTableColumns(experiment.UUID, id, QueryHelper.query())).model;
                expect(columns.map(({ name }) => name)).toContain('Contents');
                const lines = await client.fetchTableLines(
                    experiment.UUID,
                    id,
                    QueryHelper.tableQuery([4, 13], 9600, 50)
                );
                const { lowIndex, size, lines: found } = read(lines).model;
                expect([lowIndex, size, found.length]).toEqual([9600, 9624, 24]);
                expect(BigInt(found.at(-1)?.cells[1].content ?? 0)).toBe(experiment.end);
                continue;
            }
            const { start, end } = experiment;
            if (type === 'DATA_TREE') {
                const query = QueryHelper.timeRangeQuery(start, end);
                const { entries, headers } = read(await client.fetchDataTree(experiment.UUID, id, query)).model;
                expect(entries.map(({ labels }) => labels.length)).toEqual(entries.map(() => headers.length));
                continue;
            }
            const tree = read(
                await client.fetchXYTree(experiment.UUID, id, QueryHelper.timeRangeQuery(start, end))
            ).model;
            const items = tree.entries.map(entry => entry.id);
            const query = QueryHelper.selectionTimeRangeQuery(start, end, 100, items);
            const { series } = read(await client.fetchXY(experiment.UUID, id, query)).model;
            // Trace Compass says of the histogram's root that it has data, and gives none.
            const without = name === 'Histogram' ? tree.entries[0].id : undefined;
            const withData = tree.entries.filter(entry => entry.hasData && entry.id !== without);
            expect(series.map(({ seriesId }) => seriesId)).toEqual(withData.map(entry => entry.id));
            for (const { xValues = [], yValues } of series) {
                expect([xValues.length, yValues.length]).toEqual([100, 100]);
                expect([xValues[0], xValues.at(-1)]).toEqual([start, end]);
                expect(yValues.every(Number.isFinite)).toBe(true);
            }
        }
        expect(read(await client.deleteExperiment(experiment.UUID)).UUID).toBe(experiment.UUID);
        expect(read(await client.deleteTrace(trace.UUID)).UUID).toBe(trace.UUID);
    });

    it('reads time graphs, points and distributions', async () => {
        const trace = read(await client.openTrace(QueryHelper.query({ uri: CALLS, name: 'h' })));
        const { UUID } = read(await client.createExperiment(QueryHelper.query({ name: 'h', traces: [trace.UUID] })));
        let experiment = read(await client.fetchExperiment(UUID));
        for (const limit = performance.now() + 20_000; experiment.indexingStatus !== 'COMPLETED';) {
            expect(performance.now()).toBeLessThan(limit);
            await delay(20);
            experiment = read(await client.fetchExperiment(UUID));
        }
        const { start, end } = experiment;
        const outputs = read(await client.experimentOutputs(UUID));
        const idOf = (ending: string): string => outputs.find(({ name }) => name.endsWith(ending))?.id ?? '';
        const range = QueryHelper.timeRangeQuery(start, end, 100);

        const chart = idOf('Flame Chart');
        const { entries } = read(await client.fetchTimeGraphTree(UUID, chart, range)).model;
        const items = entries.map(({ id }) => id);
        const query = QueryHelper.selectionTimeRangeQuery(start, end, 100, items);
        const { rows } = read(await client.fetchTimeGraphStates(UUID, chart, query)).model;
        const innermost = rows.find(({ entryId }) => entryId === items.at(-1))?.states ?? [];
        expect(innermost.length).toBeGreaterThan(10);
        expect(innermost.every(state => state.start < state.end)).toBe(true);
        expect([innermost[0].start, innermost.at(-1)?.end]).toEqual([start, end + 1n]);
        const element = { elementType: 'state', time: start, duration: 1n };
        const tooltip = await client.fetchTimeGraphTooltip(
            UUID,
            chart,
            QueryHelper.query({ requested_times: [start], requested_items: [items[0]], requested_element: element })
        );
        expect(read(tooltip).status).toBe('COMPLETED');

        const scatter = idOf('Latency vs Time');
        const names = read(await client.fetchXYTree(UUID, scatter, range)).model.entries.map(({ id }) => id);
        const asked = QueryHelper.selectionTimeRangeQuery(start, end, 100, names);
        const { series } = read(await client.fetchXY(UUID, scatter, asked)).model;
        expect(series.length).toBe(names.length - 1);
        series.forEach(({ xValues, yValues }) => expect(xValues?.length).toBe(yValues.length));

        const density = idOf('Latency Density');
        const kinds = read(await client.fetchGenericXYTree(UUID, density, range)).model.entries.map(({ id }) => id);
        const parameters = { requested_timerange: { start, end, nbSamples: 20 }, requested_items: kinds };
        const counts = read(await client.fetchGenericXY(UUID, density, QueryHelper.query(parameters))).model.series;
        const calls = counts.flatMap(({ yValues }) => yValues).reduce((sum, count) => sum + count, 0);
        expect(calls).toBe(2606);
        await client.deleteExperiment(UUID);
    });

    it('reads the errors of the server', async () => {
        const response = await client.openTrace(QueryHelper.query({ uri: '/nonexistent', name: 'x' }));
        expect([response.isOk(), response.getStatusCode(), response.getErrorResponse()?.title]).toEqual([
            false,
            404,
            'No trace at /nonexistent'
        ]);
    });
});
