import { resolve } from 'node:path';
import { createTspClient, HttpTspClient, OutputDescriptor, QueryHelper, unwrap } from 'tmll-tsp';
import { Service, ServiceOptions, startService } from '../service/start-service';
import { eventually } from './eventually';
import { rawRequest } from './raw-request';
import { ServiceClient } from './service-client';

const SAMPLE = resolve(__dirname, '../../../../samples/g-periodic');
const services: Service[] = [];

afterAll(() => Promise.all(services.map(service => service.close())));

/** The analysis that the tests derive outputs of. */
export const MODULE = 'tmll.analysis.anomalies';

/** The body that the Trace Viewer sends to make a derived output. */
export const CONFIGURATION = {
    name: 'Rate',
    description: 'Event rate by moving average',
    sourceTypeId: MODULE,
    parameters: { method: 'moving_average', resample: '100ms', outputs: ['event rate'] }
};

/** A gateway on the embedded trace server, with the sample trace open. */
export interface OpenedGateway {
    readonly service: Service;
    readonly http: ServiceClient;
    readonly tsp: HttpTspClient;
    /** Base URL of the gateway's TSP. */
    readonly base: string;
    readonly experiment: string;
    readonly range: { readonly start: bigint; readonly end: bigint };
}

/** Starts a service, closed after the tests of the file. */
export async function openGateway(
    options: Pick<ServiceOptions, 'scripts' | 'dataFolder'> & Partial<ServiceOptions>
): Promise<OpenedGateway> {
    const service = await startService({ log: () => undefined, ...options });
    services.push(service);
    const http = new ServiceClient(service.lock);
    const experiment = await http.openExperiment(SAMPLE, 'g-periodic');
    const base = `${service.url}/tsp/api`;
    const tsp = createTspClient(base);
    const { start, end } = unwrap(await tsp.fetchExperiment(experiment));
    return { service, http, tsp, base, experiment, range: { start, end } };
}

/** Sends JSON to a path below the experiment. */
export async function post(
    { base, experiment }: OpenedGateway,
    path: string,
    body: unknown
): Promise<{ readonly status: number; readonly body: unknown }> {
    const answer = await rawRequest(
        `${base}/experiments/${experiment}${path}`,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        JSON.stringify(body)
    );
    return { status: answer.status, body: JSON.parse(answer.body.toString()) as unknown };
}

/** Makes a derived output of `CONFIGURATION` and waits for its analysis. */
export async function derive(opened: OpenedGateway): Promise<OutputDescriptor> {
    const { body } = await post(opened, `/outputs/${MODULE}`, CONFIGURATION);
    const derived = body as OutputDescriptor;
    await untilDone(opened, `${derived.id}:findings`);
    return derived;
}

/** Asks for the tree of an output until it is complete. */
export function untilDone({ tsp, experiment }: OpenedGateway, output: string): Promise<true> {
    const kind = output.endsWith('findings') ? 'fetchDataTree' : 'fetchXYTree';
    return eventually(
        async () => {
            const { status } = unwrap(await tsp[kind](experiment, output, QueryHelper.query({})));
            expect(['RUNNING', 'COMPLETED']).toContain(status);
            return status === 'COMPLETED' || undefined;
        },
        `${output} to be done`,
        30_000
    );
}
