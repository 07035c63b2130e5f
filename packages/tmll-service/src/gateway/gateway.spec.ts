import { TmllClient } from 'tmll-analysis';
import { createTspClient, OutputDescriptor, QueryHelper, unwrap, XYSeries } from 'tmll-tsp';
import { bundle } from '../test-support/bundle';
import { derive, MODULE, OpenedGateway, openGateway } from '../test-support/opened-gateway';
import { temporaryFolder } from '../test-support/temporary-folder';

const EVENT_RATE = 'tmll.event-rate';
const scripts = bundle();
const dataFolder = temporaryFolder();

describe('the gateway on the embedded trace server', () => {
    let opened: OpenedGateway;
    /** The views of the derived output, by the last part of their ids. */
    let views: Map<string, OutputDescriptor>;
    let derived: OutputDescriptor;
    const written = jest.spyOn(console, 'log');
    const query = (more: object = {}): Query =>
        QueryHelper.query({ requested_timerange: { ...opened.range, nbTimes: 200 }, ...more });

    beforeAll(async () => {
        opened = await openGateway({ scripts, dataFolder });
        derived = await derive(opened);
        const outputs = unwrap(await opened.tsp.experimentOutputs(opened.experiment));
        const own = outputs.filter(({ parentId }) => parentId === derived.id);
        views = new Map(own.map(output => [output.id.split(':')[2], output]));
    });

    it('lists a group, a configurable output for each analysis, and what was derived, beside the native outputs', async () => {
        const outputs = unwrap(await opened.tsp.experimentOutputs(opened.experiment));
        const native = unwrap(
            await createTspClient(`${opened.service.url}/tsp/plain/api`).experimentOutputs(opened.experiment)
        );
        expect(outputs.slice(0, native.length)).toEqual(native);
        expect(outputs).toContainEqual(expect.objectContaining({ id: 'tmll', type: 'NONE', name: 'TMLL' }));
        expect(outputs).toContainEqual(
            expect.objectContaining({
                id: MODULE,
                parentId: 'tmll',
                type: 'NONE',
                capabilities: { canCreate: true, canDelete: false }
            })
        );
        expect(derived).toMatchObject({
            parentId: MODULE,
            name: 'Rate',
            type: 'NONE',
            configuration: { name: 'Rate', sourceTypeId: MODULE, parameters: { method: 'moving_average' } },
            capabilities: { canCreate: false, canDelete: true }
        });
        expect(Object.fromEntries([...views].map(([id, { type }]) => [id, type]))).toEqual({
            score: 'TREE_TIME_XY',
            band: 'TREE_TIME_XY',
            points: 'TREE_TIME_XY',
            findings: 'DATA_TREE',
            periods: 'TIME_GRAPH'
        });
        for (const output of [derived, ...views.values()]) {
            const url = `/tsp/api/experiments/${opened.experiment}/outputs/${output.id}`;
            expect((await opened.http.request('GET', url)).body).toMatchObject({ id: output.id, name: output.name });
        }
    });

    it('offers configuration types with a JSON schema that a strict validator takes', async () => {
        const [type] = unwrap(await opened.tsp.fetchOutputConfigurationTypes(opened.experiment, MODULE));
        expect(type).toMatchObject({ id: MODULE, name: expect.any(String), schema: { $id: MODULE, type: 'object' } });
        expect(JSON.stringify(type.schema)).not.toContain('x-visibleWhen');
        const one = await opened.http.request(
            'GET',
            `/tsp/api/experiments/${opened.experiment}/outputs/${MODULE}/configTypes/${MODULE}`
        );
        expect(one.body).toEqual(JSON.parse(JSON.stringify(type)));
    });

    it('gives lines on one grid of times, whole and finite, and points at their own times', async () => {
        const score = await xy(opened, views.get('score'), query());
        expect(score.length).toBeGreaterThan(0);
        for (const { xValues = [], yValues, style } of score) {
            expect([xValues.length, yValues.length]).toEqual([200, 200]);
            expect([xValues[0], xValues[199]]).toEqual([opened.range.start, opened.range.end]);
            expect(yValues.every(value => Number.isFinite(value) && value >= 0 && value <= 100)).toBe(true);
            expect(style.values['series-type']).toBe('line');
        }
        expect(Math.max(...score.flatMap(({ yValues }) => yValues))).toBeGreaterThanOrEqual(50);
        const points = await xy(opened, views.get('points'), query());
        for (const { xValues = [], yValues, style } of points) {
            expect(xValues.length).toBe(yValues.length);
            expect(xValues.every(time => time >= opened.range.start && time <= opened.range.end)).toBe(true);
            expect(style.values['series-type']).toBe('scatter');
        }
    });

    it('gives the findings as a tree of texts and as states coloured by severity', async () => {
        const { id } = views.get('findings') as OutputDescriptor;
        const tree = unwrap(await opened.tsp.fetchDataTree(opened.experiment, id, query())).model;
        expect(tree.entries[0].labels).toHaveLength(tree.headers.length);
        expect(tree.entries[0].labels[0]).toMatch(/^Event Rate → .*\.$/);
        const graph = (views.get('periods') as OutputDescriptor).id;
        const rows = unwrap(await opened.tsp.fetchTimeGraphTree(opened.experiment, graph, query())).model.entries;
        const items = rows.map(row => row.id);
        const states = unwrap(
            await opened.tsp.fetchTimeGraphStates(opened.experiment, graph, query({ requested_items: items }))
        ).model.rows.flatMap(row => row.states);
        expect(states.length).toBeGreaterThan(0);
        const { styles } = unwrap(await opened.tsp.fetchStyles(opened.experiment, graph, query())).model;
        for (const { start, end, style } of states) {
            expect(end > start).toBe(true);
            expect(Object.keys(styles)).toContain(style?.parentKey);
        }
        const arrows = await opened.tsp.fetchTimeGraphArrows(opened.experiment, graph, query());
        expect(unwrap(arrows).model).toEqual([]);
        const state = states[0];
        const tooltip = await opened.tsp.fetchTimeGraphTooltip(
            opened.experiment,
            graph,
            QueryHelper.query({
                requested_times: [state.start],
                requested_items: items,
                requested_element: { elementType: 'state', time: state.start, duration: state.end - state.start }
            })
        );
        expect(unwrap(tooltip).model).toMatchObject({ Severity: expect.any(String), Finding: expect.any(String) });
    });

    it('draws a pulse on the native chart, on the same times as the native series, which stay as they were', async () => {
        const plain = createTspClient(`${opened.service.url}/tsp/plain/api`);
        const native = unwrap(await plain.fetchXYTree(opened.experiment, EVENT_RATE, query())).model.entries;
        const { entries } = unwrap(await opened.tsp.fetchXYTree(opened.experiment, EVENT_RATE, query())).model;
        expect(entries.slice(0, native.length)).toEqual(native);
        const own = entries.slice(native.length);
        expect(own.length).toBeGreaterThan(0);
        expect(own.every(({ id }) => id >= 2 ** 30)).toBe(true);
        const shown = own.find(entry => (entry as { isDefault?: boolean }).isDefault);
        expect(shown?.labels[0]).toMatch(/^▲ anomalies: /);

        const items = [...native.slice(0, 3).map(({ id }) => id), shown?.id];
        const asked = { requested_items: items };
        const theirs = await plain.fetchXY(
            opened.experiment,
            EVENT_RATE,
            query({ requested_items: items.slice(0, 3) })
        );
        const both = await opened.tsp.fetchXY(opened.experiment, EVENT_RATE, query(asked));
        const { series } = unwrap(both).model;
        expect(series.slice(0, -1)).toEqual(unwrap(theirs).model.series);
        const pulse = series[series.length - 1];
        expect(pulse.seriesId).toBe(shown?.id);
        expect(pulse.xValues).toEqual(series[0].xValues);
        const top = Math.max(...series.slice(0, -1).flatMap(({ yValues }) => yValues));
        expect(Math.max(...pulse.yValues)).toBeCloseTo(1.05 * top, 6);
        expect(Math.min(...pulse.yValues)).toBe(0);

        const alone = await opened.tsp.fetchXY(opened.experiment, EVENT_RATE, query({ requested_items: [shown?.id] }));
        expect(unwrap(alone).model.series).toHaveLength(1);
    });

    it('does not feed analyses with what earlier ones drew, when a client analyses through it', async () => {
        const experiment = await new TmllClient({ baseUrl: opened.base }).openExperiment(opened.experiment);
        const output = experiment.getOutput(EVENT_RATE);
        const entries = output ? await experiment.fetchEntries(output) : [];
        expect(entries.length).toBeGreaterThan(0);
        expect(entries.filter(({ name }) => name.includes('▲'))).toEqual([]);
        const score = experiment.getOutput(`${derived.id}:score`);
        expect(score && (await experiment.fetchEntries(score))).toEqual([]);
    });

    it('annotates native outputs with findings, by category and marker set', async () => {
        const sets = unwrap(await opened.tsp.fetchMarkerSets(opened.experiment)).model;
        expect(sets).toEqual([{ name: 'TMLL', id: 'tmll' }]);
        const categories = unwrap(await opened.tsp.fetchAnnotationsCategories(opened.experiment, EVENT_RATE)).model;
        expect(categories.annotationCategories).toEqual(['TMLL Anomaly detection']);
        for (const more of [{}, { requested_marker_set: 'tmll' }, categories.annotationCategories.slice(0, 0)]) {
            const { status, model } = unwrap(
                await opened.tsp.fetchAnnotations(
                    opened.experiment,
                    EVENT_RATE,
                    query({ ...more, requested_items: [1] })
                )
            );
            expect(status).toBe('COMPLETED');
            const all = model.annotations['TMLL Anomaly detection'];
            expect(all.some(({ entryId, duration }) => entryId === -1 && duration > 0n)).toBe(true);
        }
    });

    it('offers findings as bookmarks until there is one of the user', async () => {
        type Bookmarks = { uuid: string; name: string; start: number; end: number }[];
        const path = `/tsp/api/experiments/${opened.experiment}/bookmarks`;
        const { body: first } = await opened.http.request<Bookmarks>('GET', path);
        expect(first[0].name).toMatch(/^Event Rate → /);
        expect((await opened.http.request('GET', `${path}/${first[0].uuid}`)).body).toEqual(first[0]);
        expect((await opened.http.request('DELETE', `${path}/${first[0].uuid}`)).status).toBe(405);
        const mine = { parameters: { name: 'mine', start: first[0].start, end: first[0].end } };
        const { body: made } = await opened.http.request<{ uuid: string }>('POST', path, mine);
        expect((await opened.http.request<Bookmarks>('GET', path)).body.map(({ name }) => name)).toEqual(['mine']);
        await opened.http.request('DELETE', `${path}/${made.uuid}`);
    });

    it('never made the client of the protocol complain', () => {
        expect(written.mock.calls).toEqual([]);
    });
});

async function xy(
    { tsp, experiment }: OpenedGateway,
    output: OutputDescriptor | undefined,
    query: Query
): Promise<readonly XYSeries[]> {
    return unwrap(await tsp.fetchXY(experiment, output?.id ?? '', query)).model.series;
}

type Query = ReturnType<typeof QueryHelper.query>;
