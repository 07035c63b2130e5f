import { type Entry, type ExperimentAnswer, type Series, TestClient } from '../test-support/client';
import { needsOf, recorded } from '../test-support/recorded';
import { describeShared, shared } from '../test-support/shared';

const STORE = 'org.eclipse.tracecompass.analysis.timing.core.segmentstore';
const INTERNAL = 'org.eclipse.tracecompass.internal.analysis.timing.core.segmentstore';
const STATISTICS = `${STORE}.SegmentStoreStatisticsDataProvider`;
const TABLE = `${STORE}.SegmentStoreTableDataProvider`;
const SCATTER = `${INTERNAL}.scatter.dataprovider`;
const DENSITY = `${INTERNAL}.SegmentStoreDensityDataProvider`;

interface Tree {
    readonly headers: unknown;
    readonly entries: readonly Entry[];
}
interface Table {
    readonly lines: unknown;
    readonly columnIds: readonly number[];
    readonly size: number;
}
interface RangeSeries extends Series {
    readonly xRanges: readonly unknown[];
}

/** Analyses by id, and the part of it in the names of the recorded files. */
const KERNEL = {
    'org.eclipse.tracecompass.analysis.os.linux.latency.syscall': 'latency.syscall',
    'lttng.analysis.irq': 'analysis.irq',
    'lttng.analysis.futex': 'analysis.futex',
    'org.eclipse.tracecompass.analysis.os.linux.core.swslatency.sws': 'swslatency.sws'
};

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

/** First labels from the root down, and then the other ones. */
const pathOf = (entries: readonly Entry[], { parentId, labels: [label, ...values] }: Entry): string => {
    const parent = entries.find(({ id }) => id === parentId);
    const above = parent ? `${pathOf(entries, parent).split(' | ')[0]} / ` : '';
    return [above + label, ...values].join(' | ');
};
const paths = ({ entries }: Tree): string[] => entries.map(entry => pathOf(entries, entry)).sort();

describeShared('segments of many-threads, as Trace Compass answers', needsOf('many-threads'), () => {
    let experiment: ExperimentAnswer;
    beforeAll(async () => {
        experiment = await client.open(shared('public-traces/many-threads'), 'many-threads');
    });

    describe.each(Object.entries(KERNEL))('%s', (analysis, short) => {
        /** Their ids of a tree by ours, and the models of both. */
        async function treeOf(output: string, kind: string, file: string) {
            const { request, response } = recorded<Tree>('many-threads', file);
            const ours = await client.model<Tree>(
                experiment,
                `${kind}/${output}:${analysis}/tree`,
                request.body.parameters
            );
            const idOf = (entries: readonly Entry[], path: string): number =>
                entries.find(entry => pathOf(entries, entry) === path)?.id ?? -1;
            const theirs = response.model;
            const ids = new Map(paths(theirs).map(path => [idOf(ours.entries, path), idOf(theirs.entries, path)]));
            return { ours, theirs, ids };
        }

        it.each(['datatree', 'datatree-range'])('has the same statistics (%s)', async part => {
            const { ours, theirs } = await treeOf(
                STATISTICS,
                'data',
                `SegmentStoreStatisticsDataProvider_${short}-${part}`
            );
            expectSameTexts(paths(ours), paths(theirs));
            expect(ours.headers).toEqual(theirs.headers);
        });

        it('has the same lines and columns', async () => {
            const output = `table/${TABLE}:${analysis}`;
            const columns = recorded<unknown>('many-threads', `SegmentStoreTableDataProvider_${short}-columns`);
            expect(await client.model<unknown>(experiment, `${output}/columns`, {})).toEqual(columns.response.model);
            const { request, response } = recorded<Table>(
                'many-threads',
                `SegmentStoreTableDataProvider_${short}-lines`
            );
            const { lines, columnIds, size } = await client.model<Table>(
                experiment,
                `${output}/lines`,
                request.body.parameters
            );
            expect([size, columnIds, lines]).toEqual([
                response.model.size,
                response.model.columnIds,
                response.model.lines
            ]);
        });

        it('has the same points', async () => {
            const { ours, theirs, ids } = await treeOf(SCATTER, 'XY', `dataprovider_${short}-xytree`);
            const known = new Set(paths(ours));
            expect(paths(theirs).filter(path => !known.has(path))).toEqual([]);
            const { request, response } = recorded<{ series: Series[] }>('many-threads', `dataprovider_${short}-xy`);
            const series = await client.series(experiment, `${SCATTER}:${analysis}`, {
                ...request.body.parameters,
                requested_items: [...ids.keys()]
            });
            // Theirs have an empty series for a group of names.
            const filled = response.model.series.filter(({ xValues }) => xValues.length > 0);
            for (const { seriesId, xValues, yValues } of filled) {
                const found = series.find(own => ids.get(own.seriesId) === seriesId);
                expect([seriesId, found?.xValues, found?.yValues]).toEqual([seriesId, xValues, yValues]);
            }
        });

        it('has the same counts by length', async () => {
            const { ids } = await treeOf(DENSITY, 'genericXY', `SegmentStoreDensityDataProvider_${short}-gxytree`);
            const { request, response } = recorded<{ series: RangeSeries[] }>(
                'many-threads',
                `SegmentStoreDensityDataProvider_${short}-gxy`
            );
            const { series } = await client.model<{ series: RangeSeries[] }>(
                experiment,
                `genericXY/${DENSITY}:${analysis}/xy`,
                { ...request.body.parameters, requested_items: [...ids.keys()] }
            );
            for (const { seriesId, xRanges, yValues } of response.model.series) {
                const found = series.find(own => ids.get(own.seriesId) === seriesId);
                expect([seriesId, found?.xRanges]).toEqual([seriesId, xRanges]);
                expect(sum(found?.yValues ?? [])).toBe(sum(yValues));
            }
        });
    });

    it.each(['PriorityStatisticsDataProvider', 'PriorityThreadNameStatisticsDataProvider'])(
        'has the same statistics by priority (%s)',
        async provider => {
            const sws = 'org.eclipse.tracecompass.analysis.os.linux.core.swslatency.sws';
            const output = `org.eclipse.tracecompass.internal.analysis.os.linux.core.segmentstore.${provider}:${sws}`;
            const { request, response } = recorded<Tree>('many-threads', `${provider}_swslatency.sws-datatree`);
            const ours = await client.model<Tree>(experiment, `data/${output}/tree`, request.body.parameters);
            expectSameTexts(paths(ours), paths(response.model));
        }
    );
});

/** Texts equal but for the last digit of means and deviations, which depends on the order in which one adds. */
function expectSameTexts(ours: readonly string[], theirs: readonly string[]): void {
    const [plain, expected] = [ours, theirs].map(texts => texts.map(text => text.replace(/(\.\d\d)\d/g, '$1')));
    expect(plain.length).toBe(expected.length);
    const differing = ours.filter((text, index) => text !== theirs[index]);
    expect(differing.length).toBeLessThanOrEqual(1);
    expect(plain).toEqual(expected);
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}

const DENSITY_VIEW = 'org.eclipse.tracecompass.analysis.profiling.core.callstack.functiondensity.provider';

describe.each([
    ['cyg-profile', 'cyg-profile/glxgears-cyg-profile'],
    ['context-switches-ust', 'context-switches/context-switches-ust']
])('function density', (name, path) => {
    describeShared(`of ${name}, as Trace Compass answers`, needsOf(name, path), () => {
        it('has as many calls of each length', async () => {
            const experiment = await client.open(shared('public-traces', path), path.split('/')[1]);
            const tree = recorded<Tree>(name, 'provider-gxytree');
            const base = `genericXY/${DENSITY_VIEW}`;
            const ours = await client.model<Tree>(experiment, `${base}/tree`, tree.request.body.parameters);
            expect(paths(ours)).toEqual(paths(tree.response.model));
            const { request, response } = recorded<{ series: RangeSeries[] }>(name, 'provider-gxy');
            const { series } = await client.model<{ series: RangeSeries[] }>(experiment, `${base}/xy`, {
                ...request.body.parameters,
                requested_items: ours.entries.slice(1).map(({ id }) => id)
            });
            expect(series.map(({ seriesName, xRanges, yValues }) => [seriesName, xRanges, yValues])).toEqual(
                response.model.series.map(({ seriesName, xRanges, yValues }) => [seriesName, xRanges, yValues])
            );
        });
    });
});
