import { needsOf, recorded } from './test-support/recorded';
import { type ExperimentAnswer, FIXTURE, TestClient } from './test-support/client';
import { describeShared, shared } from './test-support/shared';

const HISTOGRAM = 'org.eclipse.tracecompass.internal.tmf.core.histogram.HistogramDataProvider';
const FLAME_CHART = 'org.eclipse.tracecompass.internal.analysis.profiling.callstack.provider.CallStackDataProvider';

interface Band {
    readonly time: bigint;
    readonly duration: number;
    readonly label: string;
}
interface Annotations {
    readonly annotations: { readonly 'Lost Events'?: readonly Band[] };
}

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

const categories = async ({ UUID }: ExperimentAnswer, output: string): Promise<unknown> =>
    (await client.request<{ model: unknown }>('GET', `/experiments/${UUID}/outputs/${output}/annotations`)).body.model;

describe('annotations', () => {
    it('have no category where nothing was lost', async () => {
        const experiment = await client.open(FIXTURE, 'e');
        expect(await categories(experiment, HISTOGRAM)).toBeNull();
        expect(await categories(experiment, FLAME_CHART)).toEqual({ annotationCategories: [] });
        const { start, end } = experiment;
        const range = { requested_timerange: { start, end, nbTimes: 100 } };
        expect(await client.model(experiment, `${HISTOGRAM}/annotations`, range)).toEqual({ annotations: {} });
    });
});

describeShared('annotations of l-lost-events', ['traces/l-lost-events'], () => {
    it('say where the tracer lost events, and how many (oracle: babeltrace2 counts 258,528)', async () => {
        const experiment = await client.open(shared('traces/l-lost-events/trace'), 'l');
        expect(await categories(experiment, HISTOGRAM)).toEqual({ annotationCategories: ['Lost Events'] });
        const { start, end } = experiment;
        const bands = async (parameters: object): Promise<readonly Band[]> =>
            (
                await client.model<Annotations>(experiment, `${HISTOGRAM}/annotations`, {
                    requested_timerange: { start, end, nbTimes: 50 },
                    ...parameters
                })
            ).annotations['Lost Events'] ?? [];
        const few = await bands({});
        const many = await bands({ requested_timerange: { start, end, nbTimes: 100_000_000 } });
        const count = (all: readonly Band[]): number => all.reduce((sum, { label }) => sum + parseInt(label), 0);
        expect([count(few), count(many)]).toEqual([258_528, 258_528]);
        expect(many.length).toBeGreaterThan(few.length);
        expect(few.every(({ time, duration }) => time >= start && duration > 0)).toBe(true);
        expect(await bands({ requested_marker_categories: ['Markers'] })).toEqual([]);
        expect(await bands({ requested_timerange: { start: start - 5n, end: start - 1n, nbTimes: 2 } })).toEqual([]);
    });
});

describeShared('annotations of hello-lost, as Trace Compass answers', needsOf('hello-lost'), () => {
    it('cover those that it samples, in the same style', async () => {
        const experiment = await client.open(shared('public-traces/hello-lost'), 'hello-lost');
        const { request, response } = recorded<Annotations>('hello-lost', 'hist-annotations-lost');
        const parameters = { ...request.body.parameters };
        const { annotations } = await client.model<Annotations>(experiment, `${HISTOGRAM}/annotations`, parameters);
        const ours = annotations['Lost Events'] ?? [];
        for (const { time, duration, ...theirs } of response.model.annotations['Lost Events'] ?? []) {
            const covering = ours.find(
                band => band.time <= time && band.time + BigInt(band.duration) >= time + BigInt(duration)
            );
            expect({ ...covering, label: undefined }).toMatchObject(theirs);
        }
    });
});
