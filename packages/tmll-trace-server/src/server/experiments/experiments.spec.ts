import { type ExperimentAnswer, FIXTURE, TestClient } from '../test-support/client';

const NOWHERE = '00000000-0000-0000-0000-000000000000';
const HISTOGRAM = 'org.eclipse.tracecompass.internal.tmf.core.histogram.HistogramDataProvider';

let client: TestClient;
beforeEach(async () => {
    client = await TestClient.start();
});
afterEach(() => client.server.close());

describe('experiments', () => {
    it('are the same again for the same name and traces; another set of traces needs another name', async () => {
        const a = (await client.openTrace(FIXTURE, 'a')).body.UUID;
        const b = (await client.openTrace(FIXTURE, 'b')).body.UUID;
        const make = (name: string, traces: string[]) =>
            client.request<ExperimentAnswer & { title?: string }>('POST', '/experiments', { name, traces });
        const first = await make('e', [a]);
        expect(first).toMatchObject({ status: 200, body: { name: 'e' } });
        expect((await make('e', [a])).body.UUID).toBe(first.body.UUID);
        expect(await make('e', [a, b])).toMatchObject({
            status: 409,
            body: { title: 'There is already an experiment "e" with other traces.', experiment: { name: 'e' } }
        });
        expect((await make('e(1)', [a, b])).status).toBe(200);
        expect((await client.request<unknown[]>('GET', '/experiments')).body).toHaveLength(2);
    });

    it('count the events of all their traces, with times exact to the ns', async () => {
        const one = await client.open(FIXTURE, 'one');
        expect(one).toMatchObject({ nbEvents: 5239, start: expect.any(BigInt), end: expect.any(BigInt) });
        const uuids = [
            (await client.openTrace(FIXTURE, 'a')).body.UUID,
            (await client.openTrace(FIXTURE, 'b')).body.UUID
        ];
        const { body } = await client.request<ExperimentAnswer>('POST', '/experiments', { name: 'two', traces: uuids });
        expect([body.traces.length, body.start]).toEqual([2, one.start]);
    });

    it.each([
        [{ name: 'x', traces: [NOWHERE] }, 404, `No trace found with UUID ${NOWHERE}`],
        [{ name: 'x' }, 400, 'Missing query parameters: traces'],
        [{ name: 'x', traces: [] }, 400, 'Missing query parameters: traces'],
        [{ traces: [NOWHERE] }, 400, 'Missing query parameters: name'],
        [{ name: 7, traces: [NOWHERE] }, 400, 'Parameter name must be a text.']
    ])('refuse %j', async (parameters, status, title) => {
        expect(await client.request('POST', '/experiments', parameters)).toMatchObject({ status, body: { title } });
    });

    it('that are unknown are 404', async () => {
        const title = `No experiment found with uuid ${NOWHERE}`;
        for (const path of ['', '/outputs', '/outputs/markerSets', '/bookmarks', `/outputs/${HISTOGRAM}`]) {
            expect(await client.request('GET', `/experiments/${NOWHERE}${path}`)).toMatchObject({
                status: 404,
                body: { title }
            });
        }
    });
});
