import { type ExperimentAnswer, FIXTURE, TestClient } from '../test-support/client';

const HISTOGRAM = 'org.eclipse.tracecompass.internal.tmf.core.histogram.HistogramDataProvider';
const TABLE = 'org.eclipse.tracecompass.internal.provisional.tmf.core.model.events.TmfEventTableDataProvider';

let client: TestClient;
beforeEach(async () => {
    client = await TestClient.start();
});
afterEach(() => client.server.close());

describe('outputs', () => {
    let experiment: ExperimentAnswer;
    let base: string;
    beforeEach(async () => {
        experiment = await client.open(FIXTURE, 'e');
        base = `/experiments/${experiment.UUID}/outputs`;
    });
    const post = (path: string, parameters: Parameters<TestClient['request']>[2]) =>
        client.request<{ status: string; model: never; title?: string }>('POST', base + path, parameters);

    it('are those whose events occur', async () => {
        const { body } = await client.request<{ name: string }[]>('GET', base);
        expect(body.map(({ name }) => name)).toEqual([
            'Event Density',
            'Event Fields',
            'Event Rate',
            'Events Table',
            'Flame Chart',
            'Function Density View',
            'Function Duration Statistics',
            'Histogram',
            'LTTng-UST CallStack (new) - Flame Graph',
            'LTTng-UST CallStack - Latency Density',
            'LTTng-UST CallStack - Latency Statistics',
            'LTTng-UST CallStack - Latency Table',
            'LTTng-UST CallStack - Latency vs Time',
            'Paired Events',
            'Paired Events Statistics',
            'Statistics'
        ]);
    });

    it('have descriptors, and nothing for what the server has not', async () => {
        const { body } = await client.request('GET', `${base}/${HISTOGRAM}`);
        expect(body).toEqual({
            id: HISTOGRAM,
            name: 'Histogram',
            description: 'Show a histogram of number of events to time for a trace',
            type: 'TREE_TIME_XY'
        });
        expect((await client.request('GET', `${base}/markerSets`)).body).toMatchObject({
            status: 'COMPLETED',
            model: []
        });
        expect((await client.request('GET', `/experiments/${experiment.UUID}/bookmarks`)).body).toEqual([]);
        expect((await client.request('GET', `${base}/${HISTOGRAM}/configTypes`)).body).toEqual([]);
        expect((await client.request('GET', `${base}/${HISTOGRAM}/annotations`)).body).toMatchObject({
            status: 'COMPLETED',
            model: null
        });
        expect((await post(`/${HISTOGRAM}/annotations`, {})).body).toMatchObject({
            status: 'COMPLETED',
            model: { annotations: {} }
        });
        expect((await post(`/${HISTOGRAM}/style`, {})).body).toMatchObject({
            status: 'COMPLETED',
            model: { styles: {} }
        });
    });

    it('that are unknown are 404, and their data 405', async () => {
        expect(await client.request('GET', `${base}/nope`)).toMatchObject({
            status: 404,
            body: { title: "Data provider doesn't exist", detail: null }
        });
        const range = { requested_timerange: { start: 0, end: 1, nbTimes: 2 } };
        for (const path of [
            '/XY/nope/tree',
            '/XY/nope/xy',
            '/table/nope/columns',
            '/table/nope/lines',
            '/nope/style',
            `/XY/${TABLE}/tree`,
            `/timeGraph/${HISTOGRAM}/tree`
        ]) {
            expect(await post(path, range)).toMatchObject({
                status: 405,
                body: { title: 'Analysis cannot run', detail: null }
            });
        }
    });

    it('give series with exact times, as many as asked', async () => {
        const { start, end } = experiment;
        const tree = await client.tree(experiment, HISTOGRAM);
        const [series] = await client.series(experiment, HISTOGRAM, {
            requested_timerange: { start, end, nbTimes: 101 },
            requested_items: tree.map(({ id }) => id)
        });
        expect(series.xValues).toHaveLength(101);
        expect([series.xValues[0], series.xValues.at(-1)]).toEqual([start, end]);
        expect(series.yValues.reduce((sum, value) => sum + value, 0)).toBe(experiment.nbEvents);
    });

    it('refuse wrong requests for series', async () => {
        const range = { requested_timerange: { start: 1, end: 9, nbTimes: 2 } };
        expect((await post(`/XY/${HISTOGRAM}/xy`, {})).body.title).toBe(
            'Missing query parameters: requested_timerange'
        );
        expect(await post(`/XY/${HISTOGRAM}/xy`, range)).toMatchObject({
            status: 400,
            body: { title: 'Missing query parameters: requested_items' }
        });
        const many = { requested_timerange: { start: 1, end: 1e9, nbTimes: 65_537 }, requested_items: [0] };
        expect(await post(`/XY/${HISTOGRAM}/xy`, many)).toMatchObject({ status: 400 });
        expect((await post(`/XY/${HISTOGRAM}/xy`, { ...range, requested_items: [999] })).body).toMatchObject({
            status: 'COMPLETED',
            model: { title: 'Histogram', series: [] }
        });
    });

    it('refuse wrong requests for lines', async () => {
        const title = async (parameters: Parameters<TestClient['request']>[2]) =>
            (await post(`/table/${TABLE}/lines`, parameters)).body.title;
        expect(await title({ requested_table_index: 0 })).toBe('Missing query parameters: requested_table_count');
        expect(await title({ requested_table_count: 1 })).toBe('Missing query parameters: requested_table_index');
        expect(await title({ requested_table_index: -1, requested_table_count: 1 })).toMatch(
            /must be made of whole numbers/
        );
        expect(await title({ requested_table_index: 0, requested_table_count: 1e6 })).toMatch(/65,536 lines/);
        const search = (expression: string) => ({
            requested_table_index: 0,
            requested_table_count: 1,
            table_search_expressions: { 3: expression },
            table_search_direction: 'NEXT'
        });
        expect(await title(search('('))).toBe('"(" is not a regular expression.');
        expect(await title({ ...search('x'), table_search_direction: 'UP' })).toMatch(/must be NEXT or PREVIOUS/);
    });

    it('answer RUNNING without a model while a trace is read, and with it afterwards', async () => {
        const slow = (await client.openTrace(FIXTURE, 'slow')).body.UUID;
        const { body } = await client.request<ExperimentAnswer>('POST', '/experiments', {
            name: 'slow',
            traces: [slow]
        });
        expect(body.indexingStatus).toBe('RUNNING');
        const first = await client.request<{ status: string; model: unknown }>(
            'POST',
            `/experiments/${body.UUID}/outputs/XY/${HISTOGRAM}/tree`,
            {}
        );
        expect(first.status).toBe(200);
        expect(['RUNNING', 'COMPLETED']).toContain(first.body.status);
        expect(first.body.model === null).toBe(first.body.status === 'RUNNING');
        const done = await client.open(FIXTURE, 'slow');
        expect(await client.tree(done, HISTOGRAM)).toHaveLength(2);
    });
});
