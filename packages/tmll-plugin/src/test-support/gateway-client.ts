import type { ViewerExperiment } from '../trace-viewer/trace-viewer-api';
import { eventually } from './eventually';

interface Described {
    readonly UUID: string;
    readonly name: string;
    readonly indexingStatus: string;
}

/** An output as the gateway lists it. */
export interface ListedOutput {
    readonly id: string;
    readonly parentId?: string;
    readonly type: string;
    readonly name: string;
}

/** Asks the gateway as the Trace Viewer does. */
export class GatewayClient {
    /** @param address without the path of the protocol */
    constructor(private readonly address: string) {}

    /** Opens a trace as an experiment and waits until it is read. */
    async open(path: string, name: string): Promise<ViewerExperiment> {
        const trace = await this.post<Described>('/traces', { parameters: { name, uri: path } });
        const parameters = { name, traces: [trace.UUID] };
        const { UUID } = await this.post<Described>('/experiments', { parameters });
        return eventually(async () => {
            const text = await (await fetch(`${this.address}/tsp/api/experiments/${UUID}`)).text();
            const experiment = JSON.parse(text) as Described;
            return (
                experiment.indexingStatus === 'COMPLETED' && {
                    UUID,
                    name: experiment.name,
                    start: exact(text, 'start'),
                    end: exact(text, 'end')
                }
            );
        }, 'the end of indexing');
    }

    outputs(experimentId: string): Promise<ListedOutput[]> {
        return this.get(`/experiments/${experimentId}/outputs`);
    }

    /** Makes a derived output, as with `+` in the list of views. */
    derive(experimentId: string, module: string, parameters: object): Promise<ListedOutput> {
        const sourceTypeId = `tmll.analysis.${module}`;
        const body = { name: 'Made in the Trace Viewer', description: '', sourceTypeId, parameters };
        return this.post(`/experiments/${experimentId}/outputs/${sourceTypeId}`, body);
    }

    private async get<T>(path: string): Promise<T> {
        return (await (await fetch(`${this.address}/tsp/api${path}`)).json()) as T;
    }

    private async post<T>(path: string, body: unknown): Promise<T> {
        const headers = { 'content-type': 'application/json' };
        const request = { method: 'POST', headers, body: JSON.stringify(body) };
        const response = await fetch(`${this.address}/tsp/api${path}`, request);
        expect(response.status).toBeLessThan(300);
        return (await response.json()) as T;
    }
}

/** The last of some numbers in JSON, with all of its digits: those of an experiment come after those of its traces. */
function exact(json: string, member: string): bigint {
    const all = [...json.matchAll(new RegExp(`"${member}":(-?\\d+)`, 'g'))];
    return BigInt(all[all.length - 1][1]);
}
