import { basename } from 'node:path';
import { type Entry, type ExperimentAnswer, TestClient } from '../test-support/client';
import { needsOf, recorded } from '../test-support/recorded';
import { describeShared, shared } from '../test-support/shared';

const RESOURCES = 'org.eclipse.tracecompass.internal.analysis.os.linux.core.threadstatus.ResourcesStatusDataProvider';
const FLAME_CHART = 'org.eclipse.tracecompass.internal.analysis.profiling.callstack.provider.CallStackDataProvider';
const THREADS = 'org.eclipse.tracecompass.internal.analysis.os.linux.core.threadstatus.ThreadStatusDataProvider';

interface GraphEntry extends Entry {
    readonly start: bigint;
    readonly end: bigint;
    readonly metadata?: unknown;
}
interface State {
    readonly start: bigint;
    readonly end: bigint;
    readonly label?: string;
    readonly style?: unknown;
}
interface Arrow {
    readonly start: bigint;
    readonly end: bigint;
    readonly sourceId: number;
    readonly targetId: number;
}
interface Tree {
    readonly autoExpandLevel: number;
    readonly headers?: readonly unknown[];
    readonly entries: readonly GraphEntry[];
}

const shortName = (output: string): string => output.split('.').at(-1) ?? '';

/**
 * Names an entry apart from its id: labels from the root down, when it begins (thread ids are used again), and which one it is of
 * those that are called alike (levels of a stack).
 */
function pathOf(entries: readonly GraphEntry[], entry: GraphEntry): string {
    const { id, parentId, labels, start } = entry;
    const parent = entries.find(other => other.id === parentId);
    const alike = entries.filter(other => other.parentId === parentId && other.labels[0] === labels[0]);
    const number = alike.findIndex(other => other.id === id);
    return [...(parent ? [pathOf(entries, parent)] : []), `${labels.join('|')}@${start}#${number}`].join(' / ');
}

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

/** Recordings, where the traces are, what was recorded of them, and in which parts. */
const narrow = ['', '-narrow'];
const cases: readonly [trace: string, path: string, outputs: readonly string[], parts: readonly string[]][] = [
    ['many-threads', 'many-threads', [RESOURCES, THREADS], narrow],
    ['flipping-endianness', 'flipping-endianness', [RESOURCES, THREADS], narrow],
    ['cyg-profile', 'cyg-profile/glxgears-cyg-profile', [FLAME_CHART], ['']],
    ['context-switches-ust', 'context-switches/context-switches-ust', [FLAME_CHART], ['']]
];

for (const [trace, path, outputs, parts] of cases) {
    describeShared(`time graphs of ${trace}, as Trace Compass answers`, needsOf(trace, path), () => {
        let experiment: ExperimentAnswer;
        beforeAll(async () => {
            experiment = await client.open(shared('public-traces', path), basename(path));
        });

        describe.each(outputs)('%s', output => {
            /** Their ids by ours. */
            let ids: Map<number, number>;
            let theirs: readonly GraphEntry[];
            let ours: Tree;
            beforeAll(async () => {
                const { request, response } = recorded<Tree>(trace, `${shortName(output)}-tgtree`);
                theirs = response.model.entries;
                ours = await client.model<Tree>(experiment, `timeGraph/${output}/tree`, request.body.parameters);
                const byPath = new Map(theirs.map(entry => [pathOf(theirs, entry), entry.id]));
                ids = new Map(
                    ours.entries.flatMap((entry): [number, number][] => {
                        const id = byPath.get(pathOf(ours.entries, entry));
                        return id === undefined ? [] : [[entry.id, id]];
                    })
                );
            });
            const ourId = (id: number): number[] => [...ids].filter(([, their]) => their === id).map(([own]) => own);
            const withOurIds = (parameters: Record<string, unknown>) => ({
                ...parameters,
                requested_items: (parameters.requested_items as number[]).flatMap(ourId)
            });

            it('has the same tree', () => {
                const plain = (entries: readonly GraphEntry[]) =>
                    entries.map(({ labels, start, end, hasData, metadata }) => ({
                        labels,
                        start,
                        end,
                        hasData,
                        metadata
                    }));
                // The recorder kept the first 30 of many entries.
                expect(plain(ours.entries.slice(0, theirs.length))).toEqual(plain(theirs));
                const { autoExpandLevel, headers = [] } = recorded<Tree>(trace, `${shortName(output)}-tgtree`).response
                    .model;
                expect([ours.autoExpandLevel, ours.headers]).toEqual([autoExpandLevel, headers]);
            });

            it.each(parts.map(part => `states${part}`))('has the same %s', async part => {
                interface Rows {
                    readonly rows: readonly { readonly entryId: number; readonly states: readonly State[] }[];
                }
                const { request, response } = recorded<Rows>(trace, `${shortName(output)}-${part}`);
                const { rows } = await client.model<Rows>(
                    experiment,
                    `timeGraph/${output}/states`,
                    withOurIds(request.body.parameters)
                );
                // The recorder asked for more entries than it kept of the tree.
                const known = response.model.rows.filter(({ entryId }) => ourId(entryId).length > 0);
                expect(known.length).toBeGreaterThan(3);
                for (const { entryId, states } of known) {
                    const found = rows.find(row => ids.get(row.entryId) === entryId)?.states;
                    expect([entryId, found]).toEqual([entryId, states]);
                }
            });

            it.each(parts.map(part => `arrows${part}`))('has the same %s', async part => {
                const { request, response } = recorded<readonly Arrow[] | null>(trace, `${shortName(output)}-${part}`);
                const arrows = await client.model<readonly Arrow[] | null>(
                    experiment,
                    `timeGraph/${output}/arrows`,
                    request.body.parameters
                );
                const text = ({ start, end }: Arrow): string => `${start} ${end}`;
                expect(arrows?.map(text).sort()).toEqual(response.model?.map(text).sort());
            });

            it('has the same tooltip', async () => {
                const { request, response } = recorded<unknown>(trace, `${shortName(output)}-tooltip`);
                const tooltip = await client.model<unknown>(
                    experiment,
                    `timeGraph/${output}/tooltip`,
                    withOurIds(request.body.parameters)
                );
                expect(tooltip).toEqual(response.model);
            });

            it('has the same styles', async () => {
                const { response } = recorded<unknown>(trace, `${shortName(output)}-style`);
                expect(await client.model<unknown>(experiment, `${output}/style`, {})).toEqual(response.model);
            });
        });
    });
}
