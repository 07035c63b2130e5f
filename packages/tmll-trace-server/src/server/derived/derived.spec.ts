import { type Entry, type ExperimentAnswer, FIXTURE, type Series, TestClient } from '../test-support/client';

const RATE = 'tmll.event-rate';

interface Descriptor {
    readonly id: string;
    readonly name: string;
    readonly parentId?: string;
    readonly title?: string;
    readonly configuration?: unknown;
    readonly capabilities?: unknown;
}

let client: TestClient;
let experiment: ExperimentAnswer;
let base: string;
beforeAll(async () => {
    client = await TestClient.start();
    experiment = await client.open(FIXTURE, 'calls');
    base = `/experiments/${experiment.UUID}/outputs`;
});
afterAll(() => client.server.close());

const outputs = async (): Promise<Descriptor[]> => (await client.request<Descriptor[]>('GET', base)).body;
/** Sends the body that `OutputConfigurationQuery` of the client library makes: its members are not in `parameters`. */
const create = async (body: object, output = RATE): Promise<{ status: number; body: Descriptor }> => {
    const response = await fetch(`${client.server.url}${base}/${output}`, {
        method: 'POST',
        body: JSON.stringify(body)
    });
    return { status: response.status, body: (await response.json()) as Descriptor };
};
const query = (expression: unknown, name = 'mine') => ({ name, description: 'd', parameters: { expression } });

describe('an output made of another one', () => {
    it('is offered where one can be made, with the schema of its parameters', async () => {
        expect((await outputs()).filter(({ capabilities }) => capabilities)).toMatchObject([
            { id: RATE, capabilities: { canCreate: true, canDelete: false } },
            { name: 'Events Table', capabilities: { canCreate: true, canDelete: false } }
        ]);
        const types = await client.request<{ id: string; schema: object }[]>('GET', `${base}/${RATE}/configTypes`);
        expect(types.body).toMatchObject([
            { id: 'tmll.event-rate.filter', schema: { type: 'object', required: ['expression'] } }
        ]);
        const [{ id }] = types.body;
        expect((await client.request('GET', `${base}/${RATE}/configTypes/${id}`)).body).toEqual(types.body[0]);
        expect((await client.request('GET', `${base}/${RATE}/configTypes/nope`)).status).toBe(404);
    });

    it('is listed, answers, and is gone when it is deleted', async () => {
        const { status, body } = await create({ ...query('func_entry'), sourceTypeId: 'tmll.event-rate.filter' });
        expect([status, body]).toEqual([
            200,
            {
                parentId: RATE,
                id: expect.stringMatching(/^tmll\.event-rate\+[0-9a-f-]{36}$/),
                name: 'Event Rate (mine)',
                description: 'd',
                type: 'TREE_TIME_XY',
                configuration: {
                    id: body.id.split('+')[1],
                    name: 'mine',
                    description: 'd',
                    sourceTypeId: 'tmll.event-rate.filter',
                    parameters: { expression: 'func_entry' }
                },
                capabilities: { canCreate: false, canDelete: true }
            }
        ]);
        expect((await create(query('func_entry'))).body.id).toBe(body.id);
        expect((await outputs()).filter(({ id }) => id === body.id)).toEqual([body]);
        const own = encodeURIComponent(body.id);
        expect((await client.request('GET', `${base}/${own}`)).body).toEqual(body);

        const entries = await client.tree(experiment, own);
        expect(entries.map(({ labels }) => labels)).toEqual([['calls']]);
        const theirs = (await client.tree(experiment, RATE)).find(({ labels }) => labels[0].endsWith('func_entry'));
        const series = async (output: string, entry?: Entry): Promise<readonly number[]> => {
            const { start, end } = experiment;
            const found: readonly Series[] = await client.series(experiment, output, {
                requested_timerange: { start, end, nbTimes: 20 },
                requested_items: [entry?.id ?? -1]
            } as never);
            return found[0].yValues;
        };
        expect(await series(own, entries[0])).toEqual(await series(RATE, theirs));

        const deleted = await client.request<Descriptor>('DELETE', `${base}/${RATE}/${own}`);
        expect([deleted.status, deleted.body]).toEqual([200, body]);
        expect((await outputs()).some(({ id }) => id === body.id)).toBe(false);
        expect((await client.request('DELETE', `${base}/${RATE}/${own}`)).status).toBe(404);
        expect((await client.request('DELETE', `${base}/${RATE}/${RATE}`)).status).toBe(404);
    });

    it('says that it is running while events are looked into, and then how many met the condition', async () => {
        const { body } = await create(query('addr present && cpu >= 0 && !(addr < 0)', 'with fields'));
        const own = encodeURIComponent(body.id);
        const ask = () => client.request<{ status: string }>('POST', `${base}/XY/${own}/tree`, {});
        const statuses = new Set<string>();
        for (let status = ''; status !== 'COMPLETED';) {
            status = (await ask()).body.status;
            statuses.add(status);
            expect(['RUNNING', 'COMPLETED']).toContain(status);
        }
        const [{ id }] = await client.tree(experiment, own);
        const { end } = experiment;
        const whole = { requested_times: [end], requested_items: [id] };
        const [{ yValues }] = await client.series(experiment, own, whole as never);
        expect(yValues[0]).toBeGreaterThan(0);
    });

    it.each<[object, string]>([
        [query('ret <'), 'The filter ends where a value should be.'],
        [query(7), 'The parameter expression must be a text.'],
        [query('a', ''), 'Missing query parameters: name'],
        [query('a', 'n'.repeat(1001)), 'Parameter name must be a text of at most 1000 characters.'],
        [{ name: 'n' }, 'Missing query parameters: parameters'],
        [{ ...query('a'), sourceTypeId: 'other' }, 'There is no kind of configuration other.']
    ])('is not made of %j', async (body, title) => {
        const answer = await create(body);
        expect([answer.status, answer.body.title]).toEqual([400, title]);
    });

    it('is not made of outputs that cannot be configured, or that are not there', async () => {
        const histogram = 'org.eclipse.tracecompass.internal.tmf.core.histogram.HistogramDataProvider';
        expect((await create(query('a'), histogram)).status).toBe(405);
        expect((await create(query('a'), 'nope')).status).toBe(404);
        expect((await client.request('GET', `${base}/${histogram}/configTypes`)).body).toEqual([]);
    });
});
