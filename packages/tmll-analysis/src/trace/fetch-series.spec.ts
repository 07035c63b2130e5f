import { wait } from 'tmll-tsp';
import { TestOutput, TspServer } from '../test-support/tsp-server';
import { Experiment } from './experiment';
import { TmllClient } from './tmll-client';

const START = 1448652394359148425n;

let server: TspServer;

beforeEach(async () => {
    server = await new TspServer().listen();
});
afterEach(() => server.close());

async function open(...outputs: TestOutput[]): Promise<Experiment> {
    server.outputs = outputs;
    return new TmllClient({ baseUrl: server.url }).createExperiment([{ path: '/traces/a' }]);
}

/** A chart whose value says at which ns it stands. */
const CLOCK: TestOutput = {
    id: 'clock',
    name: 'Clock',
    entries: [{ id: 7, labels: ['offset'], unit: 'ns', value: ns => Number(ns - START) }]
};

const timesOf = ({ times }: { readonly times: Float64Array }): number[] => [...times];

describe('Experiment.fetchSeries', () => {
    it('gives path, id, name, unit, output and exact times', async () => {
        const experiment = await open(CLOCK);
        const [series] = await experiment.fetchSeries([experiment.outputs[0]], { stepNs: 250_000_000n });
        expect(series).toEqual({
            id: 'Clock/offset',
            name: 'Clock → offset',
            path: ['Clock', 'offset'],
            outputId: 'clock',
            unit: 'ns',
            origin: START,
            times: Float64Array.of(0, 250e6, 500e6, 750e6, 1000e6),
            values: Float64Array.of(0, 250e6, 500e6, 750e6, 1000e6)
        });
    });

    it('defect 1: a step that does not divide the range keeps its width, and the end is there', async () => {
        const experiment = await open(CLOCK);
        const [series] = await experiment.fetchSeries({ outputs: ['clock'] }, { stepNs: 300_000_000n });
        expect(timesOf(series)).toEqual([0, 300e6, 600e6, 900e6, 1000e6]);
        expect([...series.values]).toEqual(timesOf(series));
    });

    it('defect 1: borders of requests are not doubled, and nothing is missing between them', async () => {
        server.end = START + 150_000n;
        const experiment = await open(CLOCK);
        const [series] = await experiment.fetchSeries({ outputs: ['clock'] }, { stepNs: 1n });
        expect(timesOf(series)).toEqual(Array.from({ length: 150_001 }, (_, index) => index));
        expect(server.countOf('POST', '/xy')).toBe(3);
    });

    it('defect 1: a trace shorter than the step has its start and its end', async () => {
        server.end = START + 10n;
        const experiment = await open(CLOCK);
        const [series] = await experiment.fetchSeries({ outputs: ['clock'] }, { stepNs: 1_000_000_000n });
        expect(timesOf(series)).toEqual([0, 10]);
    });

    it('defect 2: times 1 ns apart stay apart', async () => {
        const experiment = await open(CLOCK);
        const range = { startNs: START + 500n, endNs: START + 503n };
        const [series] = await experiment.fetchSeries({ outputs: ['clock'] }, { range, stepNs: 1n });
        expect(series.origin).toBe(START + 500n);
        expect(timesOf(series)).toEqual([0, 1, 2, 3]);
        expect([...series.values]).toEqual([500, 501, 502, 503]);
    });

    it.each(['tree', 'xy'] as const)(
        'defect 3: a %s that FAILED ends the wait with what the server says',
        async bad => {
            const experiment = await open({ ...CLOCK, status: (_, what) => (what === bad ? 'FAILED' : 'COMPLETED') });
            const fetching = experiment.fetchSeries({ outputs: ['clock'] });
            await expect(fetching).rejects.toThrow(
                /^The trace server could not compute the .* of Clock: said FAILED\.$/
            );
        }
    );

    it('defect 3: waiting has a limit', async () => {
        const experiment = await open({ ...CLOCK, status: () => 'RUNNING' });
        const fetching = experiment.fetchSeries({ outputs: ['clock'] }, { timeoutMs: 100 });
        await expect(fetching).rejects.toThrow('still computing the series of Clock after 0.1 s');
    });

    it('defect 4: RUNNING is not taken for the end', async () => {
        const experiment = await open({ ...CLOCK, status: n => (n < 2 ? 'RUNNING' : 'COMPLETED') });
        const [series] = await experiment.fetchSeries({ outputs: ['clock'] }, { stepNs: 500_000_000n });
        expect(timesOf(series)).toEqual([0, 500e6, 1000e6]);
    });

    it('defect 4: an empty interval does not end the fetch', async () => {
        server.end = START + 200_000n;
        const isBusy = (ns: bigint): boolean => ns < START + 10n || ns > START + 190_000n;
        const entry = { id: 1, labels: ['a'], value: (ns: bigint) => (isBusy(ns) ? 1 : undefined) };
        const experiment = await open({ id: 'gap', name: 'Gap', entries: [entry] });
        const [series] = await experiment.fetchSeries({ outputs: ['gap'] }, { stepNs: 1n });
        expect(series.times).toHaveLength(10 + 10_000);
        expect(series.times[10]).toBe(190_001);
    });

    it('defect 10: gives every series of an output, not only the first', async () => {
        const entries = [
            { id: 1, labels: ['cpus'] },
            ...[0, 1, 2, 3].map(cpu => ({ id: 10 + cpu, parentId: 1, labels: [`cpu ${cpu}`], value: () => cpu }))
        ];
        const experiment = await open({ id: 'cpu', name: 'CPU', entries });
        const series = await experiment.fetchSeries([experiment.outputs[0]], { stepNs: 500_000_000n });
        expect(series.map(({ id, values }) => [id, values[0]])).toEqual([
            ['CPU/cpus/cpu 0', 0],
            ['CPU/cpus/cpu 1', 1],
            ['CPU/cpus/cpu 2', 2],
            ['CPU/cpus/cpu 3', 3]
        ]);
    });

    it('gives series of one name paths of their own', async () => {
        const entries = [1, 2].map(id => ({ id, labels: ['worker'], value: () => id }));
        const experiment = await open({ id: 'o', name: 'O', entries });
        const series = await experiment.fetchSeries({ outputs: ['o'] });
        expect(series.map(({ id, values }) => [id, values[0]])).toEqual([
            ['O/worker', 1],
            ['O/worker #2', 2]
        ]);
    });

    it('takes null for no value', async () => {
        const entry = { id: 1, labels: ['a'], value: (ns: bigint) => (ns === START ? null : 1) };
        const experiment = await open({ id: 'o', name: 'O', entries: [entry] });
        const [series] = await experiment.fetchSeries({ outputs: ['o'] }, { stepNs: 1_000_000_000n });
        expect([...series.values]).toEqual([NaN, 1]);
    });

    it('keeps the own points of a scatter chart, each once, also those between and on the borders of requests', async () => {
        server.end = START + 150_000n;
        const offsets = [0, 65_534, 65_535, 65_535, 65_536, 131_070, 149_999];
        const times = offsets.map(offset => START + BigInt(offset));
        const entry = { id: 1, labels: ['latency'], times, value: () => 1 };
        const experiment = await open({ id: 'o', name: 'O', entries: [entry] });
        const [series] = await experiment.fetchSeries({ outputs: ['o'] }, { stepNs: 1n });
        expect(timesOf(series)).toEqual(offsets);
    });

    it('sorts points that a server gives out of order', async () => {
        const times = [5n, 1n, 3n].map(offset => START + offset);
        const entry = { id: 1, labels: ['a'], times, value: (ns: bigint) => Number(ns - START) * 10 };
        const experiment = await open({ id: 'o', name: 'O', entries: [entry] });
        const [series] = await experiment.fetchSeries({ outputs: ['o'] });
        expect(timesOf(series)).toEqual([1, 3, 5]);
        expect([...series.values]).toEqual([10, 30, 50]);
    });

    it('leaves out series without a point, and asks nothing when there is no entry', async () => {
        const experiment = await open({
            id: 'o',
            name: 'O',
            entries: [
                { id: 1, labels: ['silent'], value: () => undefined },
                { id: 2, labels: ['a'], value: () => 1 }
            ]
        });
        expect((await experiment.fetchSeries({ outputs: ['o'] })).map(({ id }) => id)).toEqual(['O/a']);
        const empty = await open({ id: 'e', name: 'E', entries: [] });
        server.asked.splice(0);
        expect(await empty.fetchSeries([empty.outputs[0]])).toEqual([]);
        expect(server.countOf('POST', '/xy')).toBe(0);
    });

    it('asks for the tree of an output once', async () => {
        const experiment = await open(CLOCK);
        await experiment.fetchSeries({ outputs: ['clock'] });
        await experiment.fetchSeries({ outputs: ['clock'] });
        expect(server.countOf('POST', '/tree')).toBe(1);
    });

    it('is cancelled and asks no more', async () => {
        const experiment = await open({ ...CLOCK, status: (_, what) => (what === 'xy' ? 'RUNNING' : 'COMPLETED') });
        const controller = new AbortController();
        const fetching = experiment.fetchSeries({ outputs: ['clock'] }, { signal: controller.signal });
        setTimeout(() => controller.abort(), 100);
        await expect(fetching).rejects.toMatchObject({ name: 'AbortError' });
        // What was on its way may still arrive.
        await wait(100);
        const asked = server.asked.length;
        await wait(300);
        expect(server.asked).toHaveLength(asked);
    });

    it('tells how far it is, from 0 to 1 without going back', async () => {
        server.end = START + 200_000n;
        const experiment = await open(CLOCK, { ...CLOCK, id: 'clock2', name: 'Clock 2' });
        const fractions: number[] = [];
        const progress = ({ fraction }: { readonly fraction: number }): number => fractions.push(fraction);
        await experiment.fetchSeries(experiment.outputs, { stepNs: 1n, progress });
        expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
        expect(fractions[0]).toBe(0);
        expect(fractions[fractions.length - 1]).toBe(1);
    });

    it('refuses impossible ranges and steps, and more than memory holds', async () => {
        const experiment = await open(CLOCK);
        const fetch = (options: object): Promise<unknown> => experiment.fetchSeries({ outputs: ['clock'] }, options);
        await expect(fetch({ stepNs: 0n })).rejects.toThrow('use a positive duration');
        await expect(fetch({ stepNs: 1n })).rejects.toThrow(
            '1 series in steps of 1 ns are 1000000002 values; choose fewer'
        );
        await expect(fetch({ range: { startNs: 2n, endNs: 1n } })).rejects.toThrow(
            'ends at 1 ns, before it starts at 2 ns'
        );
    });
});
