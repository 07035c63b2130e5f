import { ANALYSIS_MODULES, AnalysisModule } from 'tmll-analysis';
import { createTspClient, HttpTspClient, OutputDescriptor, QueryHelper, unwrap } from 'tmll-tsp';
import { bundle } from '../../test-support/bundle';
import { eventually } from '../../test-support/eventually';
import { OpenedGateway, openGateway, post } from '../../test-support/opened-gateway';
import { temporaryFolder } from '../../test-support/temporary-folder';
import { outputsOf } from './registry';

const scripts = bundle();
const dataFolder = temporaryFolder();

/** What analyses have to be told in this trace; the others choose by themselves. */
const PARAMETERS: Readonly<Record<string, (opened: OpenedGateway) => object>> = {
    lag: () => ({
        first: 'Event Rate/g-periodic/shop/shop:request_begin',
        second: 'Event Rate/g-periodic/shop/shop:request_end'
    }),
    explain: ({ range: { start, end } }) => ({ from: `${(start + end) / 2n}`, to: `${(start + 2n * end) / 3n}` })
};

describe('the outputs of every analysis', () => {
    let opened: OpenedGateway;
    const written = jest.spyOn(console, 'log');

    beforeAll(async () => {
        opened = await openGateway({ scripts, dataFolder });
    });

    it.each(ANALYSIS_MODULES.map(module => [module.id, module] as const))(
        '%s: each is complete, and read by the client of the protocol without a word',
        async (id, module: AnalysisModule) => {
            const parameters = PARAMETERS[id]?.(opened);
            const { status, body } = await post(opened, `/outputs/tmll.analysis.${id}`, {
                name: module.name,
                parameters
            });
            expect(status).toBe(200);
            const derived = (body as OutputDescriptor).id;
            const state = await eventually(
                async () => {
                    const tree = await opened.tsp.fetchDataTree(
                        opened.experiment,
                        `${derived}:findings`,
                        QueryHelper.query({})
                    );
                    return unwrap(tree).status === 'RUNNING' ? undefined : unwrap(tree);
                },
                `${id} to end`,
                50_000
            );
            // An analysis may have nothing to look at in this trace; then it says so in one sentence.
            if (state.status === 'FAILED') {
                expect([id, state.statusMessage]).toEqual(['leaks', expect.stringMatching(/\.$/)]);
                return;
            }
            for (const view of outputsOf(id).views) {
                await readAll(createTspClient(opened.base), opened, `${derived}:${view.id}`, view.type);
            }
        }
    );

    it('never made the client complain', () => {
        expect(written.mock.calls).toEqual([]);
    });
});

/** Asks for everything that a viewer asks of an output, and that all of it is there and finite. */
async function readAll(
    tsp: HttpTspClient,
    { experiment, range }: OpenedGateway,
    id: string,
    type: string
): Promise<void> {
    const query = (items?: readonly number[]): ReturnType<typeof QueryHelper.query> =>
        QueryHelper.query({
            requested_timerange: { ...range, nbTimes: 100, nbSamples: 100 },
            ...(items && { requested_items: items })
        });
    switch (type) {
        case 'TREE_TIME_XY':
        case 'TREE_GENERIC_XY': {
            const [tree, xy] =
                type === 'TREE_TIME_XY'
                    ? [tsp.fetchXYTree.bind(tsp), tsp.fetchXY.bind(tsp)]
                    : [tsp.fetchGenericXYTree.bind(tsp), tsp.fetchGenericXY.bind(tsp)];
            const { entries } = unwrap(await tree(experiment, id, query())).model;
            const { series } = unwrap(await xy(experiment, id, query(entries.map(entry => entry.id)))).model;
            for (const { seriesId, yValues, xValues, xRanges, xCategories } of series) {
                expect(entries.map(entry => entry.id)).toContain(seriesId);
                expect(yValues.every(Number.isFinite)).toBe(true);
                expect((xValues ?? xRanges ?? xCategories ?? []).length).toBe(yValues.length);
            }
            break;
        }
        case 'TIME_GRAPH': {
            const { entries } = unwrap(await tsp.fetchTimeGraphTree(experiment, id, query())).model;
            const states = await tsp.fetchTimeGraphStates(experiment, id, query(entries.map(entry => entry.id)));
            const { styles } = unwrap(await tsp.fetchStyles(experiment, id, query())).model;
            for (const { states: row } of unwrap(states).model.rows) {
                for (const [index, { start, end, style }] of row.entries()) {
                    expect(end > start && (index === 0 || start >= row[index - 1].end)).toBe(true);
                    expect(Object.keys(styles)).toContain(style?.parentKey);
                }
            }
            break;
        }
        case 'DATA_TREE': {
            const { entries, headers } = unwrap(await tsp.fetchDataTree(experiment, id, query())).model;
            entries.forEach(({ labels }) => expect(labels).toHaveLength(headers.length));
            break;
        }
        case 'TABLE': {
            const columns = unwrap(await tsp.fetchTableColumns(experiment, id, QueryHelper.query({}))).model;
            const page = QueryHelper.query({ requested_table_index: 0, requested_table_count: 50 });
            const { lines } = unwrap(await tsp.fetchTableLines(experiment, id, page)).model;
            lines.forEach(({ cells }) => expect(cells).toHaveLength(columns.length));
        }
    }
}
