import { describeShared, shared, sharedJson } from './test-support/shared';
import { type Entry, type ExperimentAnswer, type Series, TestClient } from './test-support/client';

const CPU_USAGE = 'org.eclipse.tracecompass.analysis.os.linux.core.cpuusage.CpuUsageDataProvider';
const HISTOGRAM = 'org.eclipse.tracecompass.internal.tmf.core.histogram.HistogramDataProvider';
const MEMORY = 'org.eclipse.tracecompass.lttng2.ust.core.analysis.memory.UstMemoryUsageDataProvider';
const TABLE = 'org.eclipse.tracecompass.internal.provisional.tmf.core.model.events.TmfEventTableDataProvider';

interface Recording<M> {
    readonly request: { readonly body: { readonly parameters: Record<string, never> } };
    readonly response: { readonly model: M } & ExperimentAnswer;
}
interface Tree {
    readonly entries: readonly Entry[];
    readonly headers: readonly { readonly name: string }[];
}
interface Table {
    readonly columnIds: readonly number[];
    readonly lowIndex: number;
    readonly size: number;
    readonly lines: readonly { index: number; tags?: number; cells: readonly { content: string }[] }[];
}

const recorded = <M>(trace: string, file: string): Recording<M> => sharedJson('recordings', trace, `${file}.json`);

/** Labels from the trace's entry down. */
const pathOf = (entries: readonly Entry[], { parentId, labels }: Entry): string => {
    const parent = entries.find(({ id }) => id === parentId);
    return [...(parent ? [pathOf(entries, parent)] : []), labels.join('|')].join('/');
};

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

/** Our series at the very times of the recorded ones, by the name of the series. */
async function compare(
    experiment: ExperimentAnswer,
    output: string,
    theirs: readonly Series[],
    more: Record<string, number[]> = {}
): Promise<void> {
    const names = new Set(theirs.map(({ seriesName }) => seriesName.split(':').at(-1)));
    const entries = await client.tree(experiment, output);
    // Of the 8,000 threads of a trace only those that were recorded.
    const wanted = entries.filter(({ labels }) => labels.length < 2 || labels[1] === 'Total' || names.has(labels[1]));
    const ours = await client.series(experiment, output, {
        ...more,
        requested_times: [...theirs[0].xValues],
        requested_items: wanted.map(({ id }) => id)
    });
    for (const { seriesName, xValues, yValues } of theirs) {
        const found = ours.find(series => series.seriesName === seriesName);
        expect([seriesName, found?.xValues]).toEqual([seriesName, xValues]);
        found?.yValues.forEach((value, index) => {
            expect(Math.abs(value - yValues[index])).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(yValues[index])));
        });
    }
}

describeShared('kernel trace many-threads, as Trace Compass answers', traces('many-threads'), () => {
    let experiment: ExperimentAnswer;
    beforeAll(async () => {
        experiment = await client.open(shared('public-traces/many-threads'), 'many-threads');
    });

    it('has the same events, times and identity', () => {
        const { nbEvents, start, end, UUID } = recorded('many-threads', '003-get-experiment').response;
        expect(experiment).toMatchObject({ nbEvents, start, end, UUID });
    });

    it('has the same CPU usage: headers, labels and values', async () => {
        const { request, response } = recorded<Tree>('many-threads', '012-CpuUsageDataProvider-xytree');
        const ours = await client.model<Tree>(experiment, `XY/${CPU_USAGE}/tree`, request.body.parameters);
        expect(ours.headers).toEqual(response.model.headers);
        // The recorder kept the first 30 of 8,000 entries.
        const labels = new Set(ours.entries.map(entry => pathOf(ours.entries, entry)));
        response.model.entries.forEach(entry => expect(labels).toContain(pathOf(response.model.entries, entry)));
        await compare(experiment, CPU_USAGE, seriesOf('many-threads', '013-CpuUsageDataProvider-xy'));
    });

    it('has the same CPU usage of one CPU', () =>
        compare(experiment, CPU_USAGE, seriesOf('many-threads', '014-CpuUsageDataProvider-xy-cpu0'), {
            requested_cpus: [0]
        }));

    it('has the same histogram', async () => {
        const { model } = recorded<Tree>('many-threads', '059-HistogramDataProvider-xytree').response;
        const ours = await client.tree(experiment, HISTOGRAM);
        expect(ours.map(({ labels, hasData, isDefault }) => ({ labels, hasData, isDefault }))).toEqual(
            model.entries.map(({ labels, hasData, isDefault }) => ({ labels, hasData, isDefault }))
        );
        await compare(experiment, HISTOGRAM, seriesOf('many-threads', '060-HistogramDataProvider-xy'));
    });

    it.each([
        '024-TmfEventTableDataProvider-lines',
        '025-TmfEventTableDataProvider-lines-time',
        '026-TmfEventTableDataProvider-lines-search'
    ])('has the same lines of the events table (%s)', async file => {
        const { request, response } = recorded<Table>('many-threads', file);
        const { parameters } = request.body;
        const ours = await client.model<Table>(experiment, `table/${TABLE}/lines`, parameters);
        expect([ours.lowIndex, ours.size]).toEqual([response.model.lowIndex, response.model.size]);
        expect(ours.lines.map(({ index, tags }) => [index, tags])).toEqual(
            response.model.lines.map(({ index, tags }) => [index, tags])
        );
        const common = ours.columnIds.filter(id => response.model.columnIds.includes(id));
        const least = parameters.requested_table_column_ids ?? [0, 1, 2, 3, 4, 9, 10, 13];
        expect(common).toEqual(expect.arrayContaining(least));
        expect(cellsOf(ours, common)).toEqual(cellsOf(response.model, common));
    });
});

describeShared('kernel trace flipping-endianness, as Trace Compass answers', traces('flipping-endianness'), () => {
    it('has the same CPU usage: labels and values', async () => {
        const experiment = await client.open(shared('public-traces/flipping-endianness'), 'flipping-endianness');
        const { request, response } = recorded<Tree>('flipping-endianness', '012-CpuUsageDataProvider-xytree');
        const ours = await client.tree(experiment, CPU_USAGE, request.body.parameters);
        expect(ours.map(entry => pathOf(ours, entry)).sort()).toEqual(
            response.model.entries.map(entry => pathOf(response.model.entries, entry)).sort()
        );
        await compare(experiment, CPU_USAGE, seriesOf('flipping-endianness', '013-CpuUsageDataProvider-xy'));
    });
});

describeShared('user space trace memory, as Trace Compass answers', traces('memory'), () => {
    it('has the same memory usage by thread: labels and values', async () => {
        const experiment = await client.open(shared('public-traces/memory'), 'memory');
        const { model } = recorded<Tree>('memory', '024-UstMemoryUsageDataProvider-xytree').response;
        const ours = await client.tree(experiment, MEMORY);
        expect(ours.map(entry => pathOf(ours, entry)).sort()).toEqual(
            model.entries.map(entry => pathOf(model.entries, entry)).sort()
        );
        await compare(experiment, MEMORY, seriesOf('memory', '025-UstMemoryUsageDataProvider-xy'));
    });
});

describeShared('user space trace hello-lost, as Trace Compass answers', traces('hello-lost'), () => {
    let experiment: ExperimentAnswer;
    beforeAll(async () => {
        experiment = await client.open(shared('public-traces/hello-lost'), 'hello-lost');
    });

    it('has as many events, the markers of lost ones included, and the same histogram', async () => {
        const { nbEvents, start } = recorded('hello-lost', '003-get-experiment').response;
        expect(experiment).toMatchObject({ nbEvents, start });
        const { model } = recorded<Tree>('hello-lost', '017-HistogramDataProvider-xytree').response;
        const ours = await client.tree(experiment, HISTOGRAM);
        expect(ours.map(({ labels, hasData, isDefault }) => ({ labels, hasData, isDefault }))).toEqual(
            model.entries.map(({ labels, hasData, isDefault }) => ({ labels, hasData, isDefault }))
        );
        const total = seriesOf('hello-lost', '018-HistogramDataProvider-xy').filter(({ seriesName }) =>
            seriesName.endsWith('/Total')
        );
        await compare(experiment, HISTOGRAM, total);
    });

    it('has lines for the markers in the events table', async () => {
        const { request, response } = recorded<Table>('hello-lost', '014-TmfEventTableDataProvider-lines-time');
        const ours = await client.model<Table>(experiment, `table/${TABLE}/lines`, request.body.parameters);
        expect([ours.size, ours.lowIndex]).toEqual([response.model.size, response.model.lowIndex]);
        const search = { requested_table_index: 0, requested_table_count: 1, table_search_expressions: { 3: '^Lost' } };
        const found = await client.model<Table>(experiment, `table/${TABLE}/lines`, {
            ...search,
            requested_table_column_ids: [1, 2, 3],
            table_search_direction: 'NEXT'
        });
        expect(cellsOf(found, [1, 2, 3])).toEqual(cellsOf(response.model, [1, 2, 3]));
    });
});

function traces(name: string): string[] {
    return [`public-traces/${name}/metadata`, `recordings/${name}`];
}

function seriesOf(trace: string, file: string): readonly Series[] {
    return recorded<{ series: Series[] }>(trace, file).response.model.series;
}

/** The texts of some columns, less the number of the packet, which our reader does not tell. */
function cellsOf({ columnIds, lines }: Table, columns: readonly number[]): string[][] {
    return lines.map(({ cells }) =>
        columns.map(id => cells[columnIds.indexOf(id)].content.replace('context.packet_seq_num=0, ', ''))
    );
}
