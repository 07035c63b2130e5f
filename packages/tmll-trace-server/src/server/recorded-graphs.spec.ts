import { type Entry, type ExperimentAnswer, TestClient } from './test-support/client';
import { describeShared, shared, sharedFiles, sharedJson } from './test-support/shared';

const RESOURCES = 'org.eclipse.tracecompass.internal.analysis.os.linux.core.threadstatus.ResourcesStatusDataProvider';
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
interface Recording<M> {
    readonly request: { readonly path: string; readonly body: { readonly parameters: Record<string, never> } };
    readonly response: { readonly model: M };
}
interface Tree {
    readonly autoExpandLevel: number;
    readonly headers?: readonly unknown[];
    readonly entries: readonly GraphEntry[];
}

/** The answer that was recorded for an output under a name such as `states-narrow`. */
function recorded<M>(trace: string, output: string, part: string): Recording<M> {
    const short = output.split('.').at(-1) ?? '';
    const file = sharedFiles('recordings', trace).find(name => name.endsWith(`-${short}-${part}.json`));
    return sharedJson('recordings', trace, file ?? `${short}-${part}.json`);
}

/** Names an entry apart from its id: labels from the root down, and when it begins (thread ids are used again). */
function pathOf(entries: readonly GraphEntry[], { parentId, labels, start }: GraphEntry): string {
    const parent = entries.find(({ id }) => id === parentId);
    return [...(parent ? [pathOf(entries, parent)] : []), `${labels.join('|')}@${start}`].join(' / ');
}

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

for (const trace of ['many-threads', 'flipping-endianness']) {
    const needs = [`public-traces/${trace}/metadata`, `recordings/${trace}`];
    describeShared(`time graphs of ${trace}, as Trace Compass answers`, needs, () => {
        let experiment: ExperimentAnswer;
        beforeAll(async () => {
            experiment = await client.open(shared('public-traces', trace), trace);
        });

        describe.each([RESOURCES, THREADS])('%s', output => {
            /** Their ids by ours. */
            let ids: Map<number, number>;
            let theirs: readonly GraphEntry[];
            let ours: Tree;
            beforeAll(async () => {
                const { request, response } = recorded<Tree>(trace, output, 'tgtree');
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
                const { autoExpandLevel, headers = [] } = recorded<Tree>(trace, output, 'tgtree').response.model;
                expect([ours.autoExpandLevel, ours.headers]).toEqual([autoExpandLevel, headers]);
            });

            it.each(['states', 'states-narrow'])('has the same %s', async part => {
                interface Rows {
                    readonly rows: readonly { readonly entryId: number; readonly states: readonly State[] }[];
                }
                const { request, response } = recorded<Rows>(trace, output, part);
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

            it.each(['arrows', 'arrows-narrow'])('has the same %s', async part => {
                const { request, response } = recorded<readonly Arrow[] | null>(trace, output, part);
                const arrows = await client.model<readonly Arrow[] | null>(
                    experiment,
                    `timeGraph/${output}/arrows`,
                    request.body.parameters
                );
                const text = ({ start, end }: Arrow): string => `${start} ${end}`;
                expect(arrows?.map(text).sort()).toEqual(response.model?.map(text).sort());
            });

            it('has the same tooltip', async () => {
                const { request, response } = recorded<unknown>(trace, output, 'tooltip');
                const tooltip = await client.model<unknown>(
                    experiment,
                    `timeGraph/${output}/tooltip`,
                    withOurIds(request.body.parameters)
                );
                expect(tooltip).toEqual(response.model);
            });

            it('has the same styles', async () => {
                const { response } = recorded<unknown>(trace, output, 'style');
                expect(await client.model<unknown>(experiment, `${output}/style`, {})).toEqual(response.model);
            });
        });
    });
}
