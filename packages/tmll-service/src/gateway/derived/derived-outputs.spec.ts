import { AnalysisRequest, Wire } from 'tmll-analysis/algorithms';
import { OutputDescriptor, QueryHelper, ResponseStatus, unwrap } from 'tmll-tsp';
import { bundle } from '../../test-support/bundle';
import { eventually } from '../../test-support/eventually';
import {
    CONFIGURATION,
    derive,
    MODULE,
    OpenedGateway,
    openGateway,
    post,
    untilDone
} from '../../test-support/opened-gateway';
import { rawRequest } from '../../test-support/raw-request';
import { resultsIn } from '../../test-support/results-folder';
import { temporaryFolder } from '../../test-support/temporary-folder';

const EVENT_RATE = 'tmll.event-rate';
const scripts = bundle();
const dataFolder = temporaryFolder();

describe('derived outputs', () => {
    let opened: OpenedGateway;
    let derived: OutputDescriptor;

    beforeAll(async () => {
        opened = await openGateway({ scripts, dataFolder });
        derived = await derive(opened);
    });

    it('shows what was started elsewhere, while it runs and afterwards', async () => {
        const request: Wire<AnalysisRequest> = {
            module: 'anomalies',
            experimentId: opened.experiment,
            selection: { outputs: ['histogram'] },
            parameters: { method: 'iqr', resample: '100ms' }
        };
        const { body: job } = await opened.http.submit(request);
        await opened.http.whenJob(job.id, 'done', 'failed');
        const outputs = unwrap(await opened.tsp.experimentOutputs(opened.experiment));
        const elsewhere = outputs.find(({ name }) => name === 'iqr · histogram');
        expect(elsewhere).toMatchObject({ parentId: MODULE, description: expect.stringMatching(/finding/) });
    });

    it('answers the same derived output to the same configuration', async () => {
        expect((await post(opened, `/outputs/${MODULE}`, CONFIGURATION)).body).toEqual(derived);
    });

    it.each<[string, number, RegExp, object]>([
        ['an unknown parameter', 400, /no parameter "foo"/, { parameters: { foo: 1 } }],
        ['a wrong value', 400, /"zscoreThreshold" is -1/, { parameters: { zscoreThreshold: -1 } }],
        ['outputs that are no list', 400, /"outputs" must be a list of texts/, { parameters: { outputs: 'x' } }],
        ['a time that is none', 400, /"from" must be a time/, { parameters: { from: 'now' } }],
        ['another type', 400, /names another analysis/, { sourceTypeId: 'x' }],
        ['a name that is no text', 400, /"name" must be a text/, { name: 1 }]
    ])('refuses a configuration with %s', async (_, status, detail, body) => {
        const answer = await post(opened, `/outputs/${MODULE}`, body);
        expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
    });

    it.each([
        ['POST', '/outputs/tmll.analysis.none', 404],
        ['POST', `/outputs/XY/${MODULE}:00000000000000000000000000000000:score/xy`, 404],
        ['POST', `/outputs/XY/${MODULE}/tree`, 405],
        ['POST', `/outputs/table/tmll/lines`, 404],
        ['GET', `/outputs/${MODULE}:x:y:z`, 404],
        ['DELETE', `/outputs/${MODULE}/nonsense`, 404]
    ])('answers %s %s with %d', async (method, path, status) => {
        const url = `/tsp/api/experiments/${opened.experiment}${path}`;
        const answer = await opened.http.request<object>(method, url, method === 'POST' ? {} : undefined);
        expect(answer.status).toBe(status);
        expect(Object.keys(answer.body)).toEqual(['title', 'detail']);
    });

    it('lets pages of this machine and webviews read, and no others', async () => {
        const url = `${opened.base}/experiments/${opened.experiment}/outputs`;
        for (const origin of ['http://localhost:3000', 'vscode-webview://abc', 'http://x.webview.localhost:3000']) {
            const { status, headers } = await rawRequest(url, { headers: { origin } });
            expect([status, headers['access-control-allow-origin']]).toEqual([200, origin]);
            const preflight = await rawRequest(url, { method: 'OPTIONS', headers: { origin } });
            expect([preflight.status, preflight.headers['access-control-allow-methods']]).toEqual([
                204,
                expect.stringContaining('POST')
            ]);
        }
        expect((await rawRequest(url, { headers: { origin: 'http://evil.example' } })).status).toBe(403);
        expect((await rawRequest(url, { headers: { host: 'evil.example' } })).status).toBe(403);
    });

    it('keeps derived outputs over a restart, with the same ids, and their results', async () => {
        const again = await openGateway({ scripts, dataFolder });
        const outputs = unwrap(await again.tsp.experimentOutputs(again.experiment));
        expect(outputs.find(({ id }) => id === derived.id)).toMatchObject({ name: 'Rate' });
        const xyTree = await again.tsp.fetchXYTree(again.experiment, `${derived.id}:score`, QueryHelper.query({}));
        expect(unwrap(xyTree).status).toBe('COMPLETED');
    });

    it('computes anew what somebody looks at and the store has lost', async () => {
        const { body: list } = await opened.http.request<{ id: string; method: string }[]>('GET', '/tmll/results');
        const lost = list.filter(({ method }) => method === 'moving_average');
        await Promise.all(lost.map(({ id }) => resultsIn(dataFolder).delete(id)));
        const output = `${derived.id}:score`;
        await eventually(async () => {
            const tree = await opened.tsp.fetchXYTree(opened.experiment, output, QueryHelper.query({}));
            const { status, statusMessage } = unwrap(tree);
            return (status === ResponseStatus.RUNNING && /^\d+ %/.test(statusMessage)) || undefined;
        }, 'the analysis to run again');
        await untilDone(opened, output);
    });

    it('deletes a derived output with its result, and stops drawing it', async () => {
        const { status, body } = await opened.http.request<OutputDescriptor>(
            'DELETE',
            `/tsp/api/experiments/${opened.experiment}/outputs/${MODULE}/${derived.id}`
        );
        expect([status, body.id]).toEqual([200, derived.id]);
        const outputs = unwrap(await opened.tsp.experimentOutputs(opened.experiment));
        expect(outputs.filter(({ id }) => id.startsWith(derived.id))).toEqual([]);
        const { entries } = unwrap(
            await opened.tsp.fetchXYTree(opened.experiment, EVENT_RATE, QueryHelper.query({}))
        ).model;
        expect(entries.filter(({ id }) => id >= 2 ** 30)).toEqual([]);
    });
});
