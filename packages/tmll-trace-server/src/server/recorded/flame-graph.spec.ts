import { type Entry, type ExperimentAnswer, TestClient } from '../test-support/client';
import { needsOf, recorded } from '../test-support/recorded';
import { describeShared, shared } from '../test-support/shared';

const FLAME_GRAPH =
    'org.eclipse.tracecompass.analysis.profiling.core.flamegraph:org.eclipse.tracecompass.lttng2.ust.core.analysis.callstack';
const STATISTICS = 'org.eclipse.tracecompass.internal.analysis.profiling.core.callgraph.callgraphanalysis.statistics';
const ANALYSIS = 'org.eclipse.linuxtools.lttng2.ust.analysis.callstack';
const TABLE = `org.eclipse.tracecompass.analysis.timing.core.segmentstore.SegmentStoreTableDataProvider:${ANALYSIS}`;

interface Tree {
    readonly entries: readonly (Entry & { readonly start: number; readonly end: number })[];
}
interface Rows {
    readonly rows: readonly { readonly entryId: number; readonly states: readonly unknown[] }[];
}
interface Table {
    readonly size: number;
    readonly lines: readonly { readonly cells: readonly { readonly content: string }[] }[];
}

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

describeShared(
    'calls of cyg-profile, as Trace Compass answers',
    needsOf('cyg-profile', 'cyg-profile/glxgears-cyg-profile'),
    () => {
        let experiment: ExperimentAnswer;
        beforeAll(async () => {
            experiment = await client.open(shared('public-traces/cyg-profile/glxgears-cyg-profile'), 'g');
        });

        it('has the same flame graph', async () => {
            const theirs = recorded<Tree>('cyg-profile', 'flamegraph-tree').response.model.entries;
            const { entries } = await client.model<Tree>(experiment, `timeGraph/${FLAME_GRAPH}/tree`, {});
            const plain = (all: Tree['entries']) => all.map(({ labels, start, end }) => [labels, start, end]);
            expect(plain(entries)).toEqual(expect.arrayContaining(plain(theirs)));
            const { request, response } = recorded<Rows>('cyg-profile', 'flamegraph-states');
            const { rows } = await client.model<Rows>(experiment, `timeGraph/${FLAME_GRAPH}/states`, {
                ...request.body.parameters,
                requested_items: entries.map(({ id }) => id)
            });
            for (const { entryId, states } of response.model.rows) {
                const label = theirs.find(({ id }) => id === entryId)?.labels[0];
                const own = entries.find(({ labels }) => labels[0] === label);
                expect([label, rows.find(row => row.entryId === own?.id)?.states]).toEqual([label, states]);
            }
        });

        it('has the same calls, those that are open to the end too', async () => {
            const { request, response } = recorded<Table>(
                'cyg-profile',
                'SegmentStoreTableDataProvider_analysis.callstack-lines'
            );
            const theirs = response.model;
            const ours = await client.model<Table>(experiment, `table/${TABLE}/lines`, request.body.parameters);
            const content = ({ lines }: Table, columns: number[]) =>
                lines.map(({ cells }) => columns.map(column => cells[column].content));
            // The recorder asked for the newer one of the two analyses, which has a column for the thread as well.
            expect(ours.size).toBe(theirs.size);
            expect(content(ours, [0, 1, 2, 3])).toEqual(content(theirs, [0, 1, 2, theirs.lines[0].cells.length - 2]));
        });

        it('has the same statistics of functions, but for the labels', async () => {
            const { response } = recorded<Tree>('cyg-profile', 'statistics-datatree');
            const { entries } = await client.model<Tree>(experiment, `data/${STATISTICS}/tree`, {});
            const values = (all: Tree['entries']) => all.map(({ labels }) => labels.slice(1).join(' ')).sort();
            expect(values(entries)).toEqual(values(response.model.entries));
        });
    }
);
