import { type Entry, type ExperimentAnswer, TestClient } from '../test-support/client';
import { needsOf, recorded } from '../test-support/recorded';
import { describeShared, shared, sharedJson } from '../test-support/shared';

const STORE = 'org.eclipse.tracecompass.analysis.timing.core.segmentstore';
const ANALYSIS = 'org.eclipse.linuxtools.lttng2.ust.analysis.memory';

interface Table {
    readonly lines: readonly { readonly cells: readonly { readonly content: string }[] }[];
    readonly columnIds: readonly number[];
    readonly size: number;
}
interface Tree {
    readonly entries: readonly Entry[];
}

interface Truth {
    readonly end_live_blocks: number;
    readonly leaked: {
        readonly blocks: number;
        readonly list: readonly (readonly [ns: number, address: string, bytes: number, tid: number])[];
    };
}

/** Blocks that LTTng leaves itself in a process that it traces. */
const OF_THE_TRACER = 6;

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

const page = (count: number) => ({ requested_table_index: 0, requested_table_count: count });

describeShared('memory that is not freed in the trace memory, as Trace Compass answers', needsOf('memory'), () => {
    let experiment: ExperimentAnswer;
    beforeAll(async () => {
        experiment = await client.open(shared('public-traces/memory'), 'memory');
    });

    it('has the same columns and lines', async () => {
        const table = `table/${STORE}.SegmentStoreTableDataProvider:${ANALYSIS}`;
        const columns = recorded<unknown>('memory', 'SegmentStoreTableDataProvider_analysis.memory-columns');
        expect(await client.model<unknown>(experiment, `${table}/columns`, {})).toEqual(columns.response.model);
        const { request, response } = recorded<Table>('memory', 'SegmentStoreTableDataProvider_analysis.memory-lines');
        expect(await client.model<Table>(experiment, `${table}/lines`, request.body.parameters)).toEqual(
            response.model
        );
    });

    it('has the same statistics', async () => {
        const file = 'SegmentStoreStatisticsDataProvider_analysis.memory-datatree';
        const { request, response } = recorded<Tree>('memory', file);
        const tree = `data/${STORE}.SegmentStoreStatisticsDataProvider:${ANALYSIS}/tree`;
        const ours = await client.model<Tree>(experiment, tree, request.body.parameters);
        const labels = ({ entries }: Tree): string[] => entries.map(entry => entry.labels.join(' | ')).sort();
        expect(labels(ours)).toEqual(labels(response.model));
    });

    it('is in the table of potential leaks too', async () => {
        const lines = 'table/tmll.potential-leaks/lines';
        const { size, lines: found } = await client.model<Table>(experiment, lines, page(1));
        expect(size).toBe(7);
        expect(found[0].cells.map(({ content }) => content)).toEqual([
            '19:26:34.882 755 321',
            expect.stringMatching(/^0x[0-9a-f]+$/),
            expect.stringMatching(/^\d+$/),
            '',
            '10611',
            '1448652394882755321'
        ]);
    });
});

describeShared('potential leaks of b-leak-steady', ['traces/b-leak-steady'], () => {
    it('has the leaked blocks (truth.json of the traced program), those still in use, and a few of the tracer', async () => {
        const { end_live_blocks: live, leaked } = sharedJson<Truth>('traces', 'b-leak-steady', 'truth.json');
        const experiment = await client.open(shared('traces/b-leak-steady/trace'), 'b');
        const table = 'table/tmll.potential-leaks/lines';
        const { size, lines, columnIds } = await client.model<Table>(experiment, table, page(1000));
        expect(columnIds).toEqual([0, 1001, 1002, 1003, 32, 19]);
        expect(size).toBeGreaterThanOrEqual(live);
        expect(size).toBeLessThanOrEqual(live + OF_THE_TRACER);
        const found = new Set(
            lines.map(({ cells }) =>
                cells
                    .slice(1, 5)
                    .map(({ content }) => content)
                    .join(' ')
            )
        );
        const missing = leaked.list.filter(
            ([, address, bytes, tid]) => !found.has(`${address} ${bytes} ${tid} ${tid}`)
        );
        expect([missing, leaked.list.length]).toEqual([[], leaked.blocks]);
    });
});
