import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Job, StoredResult } from 'tmll-service/protocol';
import { requestService } from 'tmll-service/protocol';
import { ServiceApi } from './service/service-api';
import { eventually } from './test-support/eventually';
import type { GatewayClient } from './test-support/gateway-client';
import { PlainWindow } from './test-support/plain-window';
import { bundledService, SAMPLE, temporaryFolder } from './test-support/test-service';
import { fakeHost } from './test-support/vscode';
import type { ViewerExperiment } from './trace-viewer/trace-viewer-api';

const service = bundledService();
const folder = temporaryFolder();

interface CliReport {
    readonly parts: readonly { readonly module: string; readonly provenance: object; readonly findings: object[] }[];
}

/** `tmll report` on the sample, as on the command line. */
async function cliReport(module: string): Promise<CliReport['parts'][number]> {
    const args = [
        join(service, 'tmll.js'),
        'report',
        SAMPLE,
        '--module',
        module,
        '-o',
        join(folder, 'r.html'),
        '--json'
    ];
    const env = { ...process.env, TMLL_DATA_DIR: folder };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 });
    return (JSON.parse(stdout) as CliReport).parts[0];
}

describe('one session of our views, the Trace Viewer and the command line', () => {
    let window: PlainWindow;
    let gateway: GatewayClient;
    let api: ServiceApi;
    let trace: ViewerExperiment;

    const run = async (module: string): Promise<Job> => {
        const { id } = await api.submit({ module, experimentId: trace.UUID, parameters: {} });
        return eventually(async () => {
            const job = await api.job(id);
            return job.state === 'done' && job;
        }, `the end of ${module}`);
    };
    const result = (id = ''): Promise<StoredResult> =>
        requestService(window.lock, { method: 'GET', path: `/results/${id}`, timeoutMs: 10_000 });
    const derivedOf = async (module: string): Promise<string[]> =>
        (await gateway.outputs(trace.UUID))
            .filter(({ parentId }) => parentId === `tmll.analysis.${module}`)
            .map(({ id }) => id);

    beforeAll(async () => {
        fakeHost.reset();
        window = new PlainWindow(service, folder);
        gateway = await window.open();
        api = new ServiceApi(window.lock);
        trace = await gateway.open(SAMPLE, 'g-periodic');
    });

    afterAll(async () => {
        await window.close();
        await window.endService();
    });

    it('what the companion has run is an output in the Trace Viewer, and on the command line', async () => {
        expect(await derivedOf('changepoints')).toEqual([]);
        const { resultId } = await run('changepoints');
        expect(await derivedOf('changepoints')).toHaveLength(1);
        const stored = await result(resultId);
        const { provenance, findings } = await cliReport('changepoints');
        // The very same result: when and how long it was computed is in its provenance.
        expect(provenance).toEqual(stored.provenance);
        expect(findings).toEqual(stored.findings);
    });

    it('what the command line has run is in the Trace Viewer, in the findings, and costs the companion nothing', async () => {
        const { provenance, findings } = await cliReport('anomalies');
        expect(await derivedOf('anomalies')).toHaveLength(1);
        const listed = (await api.findings(trace.UUID)).filter(({ module }) => module === 'anomalies');
        expect(listed.map(({ finding }) => finding)).toEqual(expect.arrayContaining(findings));
        const { state, resultId } = await api.submit({
            module: 'anomalies',
            experimentId: trace.UUID,
            parameters: {}
        });
        expect(state).toBe('done');
        expect((await result(resultId)).provenance).toEqual(provenance);
    }, 120_000);

    it('what was made in the Trace Viewer is among the results of the companion', async () => {
        const before = (await api.results(trace.UUID)).length;
        await gateway.derive(trace.UUID, 'cluster', {});
        const results = await eventually(async () => {
            const now = await api.results(trace.UUID);
            return now.length > before && now;
        }, 'the result');
        expect(results[0].module).toBe('cluster');
    }, 120_000);
});
