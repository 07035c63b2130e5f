import { resolve } from 'node:path';
import { Service, startService } from '../service/start-service';
import { bundle } from '../test-support/bundle';
import { eventually } from '../test-support/eventually';
import { rawRequest } from '../test-support/raw-request';
import { temporaryFolder } from '../test-support/temporary-folder';

const scripts = bundle();
const dataFolder = temporaryFolder();
const SAMPLES = resolve(__dirname, '../../../../samples');
/** A page of VS Code and one of a Theia application on this machine. */
const WEBVIEWS = ['vscode-webview://1a2b3c', 'http://4d5e6f.webview.localhost:3000'];

interface Answer {
    readonly status: number;
    readonly text: string;
    readonly json: Record<string, unknown>;
}

interface Output {
    readonly id: string;
    readonly parentId?: string;
    readonly name: string;
    readonly type: string;
}

interface Series {
    readonly xValues: readonly unknown[];
    readonly yValues: readonly unknown[];
    readonly style?: { readonly values: Readonly<Record<string, unknown>> };
}

/** The Trace Viewer 0.8 as it asks: from a webview, in JSON, with times that it copies out of answers digit by digit. */
describe('the requests of the Trace Viewer', () => {
    let service: Service;
    let experiment: { readonly UUID: string; readonly start: string; readonly end: string };
    let outputs: readonly Output[];

    const ask = async (method: string, path: string, body?: string): Promise<Answer> => {
        const headers = { origin: WEBVIEWS[0], accept: 'application/json', 'content-type': 'application/json' };
        const answer = await rawRequest(`${service.url}/tsp/api${path}`, { method, headers }, body);
        const text = answer.body.toString();
        expect([path, answer.headers['content-type']]).toEqual([path, 'application/json']);
        expect(answer.headers['access-control-allow-origin']).toBe(WEBVIEWS[0]);
        return { status: answer.status, text, json: JSON.parse(text) as Record<string, unknown> };
    };
    const below = (path: string): string => `/experiments/${experiment.UUID}${path}`;
    const parameters = (content: object): string => JSON.stringify({ parameters: content });
    /** JSON with times as they came, which no double could hold. */
    const timed = (content: object = {}, count = 'nbTimes'): string => {
        const range = `{"start":${experiment.start},"end":${experiment.end},"${count}":200}`;
        const others = JSON.stringify(content).slice(1, -1);
        return `{"parameters":{"requested_timerange":${range}${others && ','}${others}}}`;
    };
    const ofType = (type: string): Output[] => outputs.filter(output => output.type === type);
    /** The exact digits of a member of the experiment, which come after those of its traces. */
    const digits = (text: string, member: string): string =>
        [...text.matchAll(new RegExp(`"${member}":(\\d+)`, 'g'))].at(-1)?.[1] ?? '';
    const entriesOf = async (kind: string, output: Output): Promise<readonly number[]> => {
        const { json, status } = await ask('POST', below(`/outputs/${kind}/${output.id}/tree`), timed());
        expect([status, json.status]).toEqual([200, 'COMPLETED']);
        const { entries } = json.model as { entries: readonly { id: number }[] };
        return entries.map(({ id }) => id);
    };

    beforeAll(async () => {
        service = await startService({ scripts, dataFolder, log: () => undefined });
        await eventually(async () => {
            const { body } = await rawRequest(`${service.url}/tsp/api/health`);
            return body.toString().includes('UP') || undefined;
        }, 'the trace server');
    });

    afterAll(() => service.close());

    it.each(WEBVIEWS)(
        'are let in from the webview %s, also after the question that a browser asks before',
        async origin => {
            const url = `${service.url}/tsp/api/experiments`;
            const asked = {
                origin,
                'access-control-request-method': 'POST',
                'access-control-request-headers': 'content-type'
            };
            const { status, headers } = await rawRequest(url, { method: 'OPTIONS', headers: asked });
            expect(status).toBe(204);
            expect(headers['access-control-allow-origin']).toBe(origin);
            expect(headers['access-control-allow-methods']).toContain('DELETE');
            expect(headers['access-control-allow-headers']).toContain('Content-Type');
        }
    );

    it('open a trace: health, traces, experiments, outputs, marker sets', async () => {
        expect((await ask('GET', '/health')).json).toEqual({ status: 'UP' });
        const uri = resolve(SAMPLES, 'w-kernel-ust/trace');
        const trace = await ask('POST', '/traces', parameters({ name: 'kernel', uri }));
        expect(trace.status).toBe(200);
        const made = await ask('POST', '/experiments', parameters({ name: 'kernel', traces: [trace.json.UUID] }));
        expect(made.status).toBe(200);
        const UUID = made.json.UUID as string;
        const read = await eventually(async () => {
            const answer = await ask('GET', `/experiments/${UUID}`);
            return answer.json.indexingStatus === 'COMPLETED' ? answer : undefined;
        }, 'the end of indexing');
        // Not quoted, and not rounded.
        expect(read.text).toMatch(/"start":\d{19}\b/);
        experiment = { UUID, start: digits(read.text, 'start'), end: digits(read.text, 'end') };
        outputs = (await ask('GET', below('/outputs'))).json as unknown as Output[];
        expect(await ask('GET', below('/outputs'))).toMatchObject({ status: 200, json: outputs });
        expect(outputs).toContainEqual(expect.objectContaining({ id: 'tmll', type: 'NONE' }));
        expect((await ask('GET', below('/outputs/markerSets'))).status).toBe(200);
        expect((await ask('GET', '/experiments')).json).toEqual([expect.objectContaining({ UUID })]);
    });

    it('make a second experiment under another name when the first is taken', async () => {
        const other = await ask('POST', '/traces', parameters({ name: 'shop', uri: resolve(SAMPLES, 'g-periodic') }));
        const traces = [other.json.UUID];
        expect((await ask('POST', '/experiments', parameters({ name: 'kernel', traces }))).status).toBe(409);
        const made = await ask('POST', '/experiments', parameters({ name: 'kernel(1)', traces }));
        expect([made.status, made.json.name]).toEqual([200, 'kernel(1)']);
    });

    it('draw XY charts: the tree, and series of the items asked for at the same times', async () => {
        const native = ofType('TREE_TIME_XY').filter(({ id }) => !id.startsWith('tmll.analysis'));
        expect(native.some(({ name }) => name === 'Histogram')).toBe(true);
        for (const output of native) {
            const items = await entriesOf('XY', output);
            const body = timed({ requested_items: items.slice(0, 5) });
            const { status, json } = await ask('POST', below(`/outputs/XY/${output.id}/xy`), body);
            expect([output.name, status, json.status]).toEqual([output.name, 200, 'COMPLETED']);
            const { series } = json.model as { series: readonly Series[] };
            // Lines are drawn by index; points keep their own times.
            const lines = series.filter(({ style }) => style?.values['series-type'] !== 'scatter');
            const times = new Set(lines.map(({ xValues }) => JSON.stringify(xValues)));
            expect([output.name, Math.max(times.size, 1)]).toEqual([output.name, 1]);
            series.forEach(({ xValues, yValues }) => expect(yValues).toHaveLength(xValues.length));
        }
    });

    it('draw time graphs: tree, states, arrows, style and annotations', async () => {
        const graphs = ofType('TIME_GRAPH');
        expect(graphs.map(({ name }) => name)).toContain('Resources Status');
        for (const output of graphs) {
            const items = await entriesOf('timeGraph', output);
            const body = timed({ requested_items: items.slice(0, 20) });
            expect((await ask('POST', below(`/outputs/timeGraph/${output.id}/states`), body)).status).toBe(200);
            // The Trace Viewer puts up with 404 here.
            expect([200, 404]).toContain(
                (await ask('POST', below(`/outputs/timeGraph/${output.id}/arrows`), body)).status
            );
            expect([200, 404]).toContain(
                (await ask('POST', below(`/outputs/${output.id}/style`), parameters({}))).status
            );
            expect((await ask('GET', below(`/outputs/${output.id}/annotations`))).status).toBe(200);
            expect((await ask('GET', below(`/outputs/${output.id}/annotations?markerSetId=tmll`))).status).toBe(200);
            expect((await ask('POST', below(`/outputs/${output.id}/annotations`), body)).status).toBe(200);
        }
    });

    it('fill tables and data trees, and draw generic charts', async () => {
        for (const { id, name } of ofType('TABLE')) {
            expect((await ask('POST', below(`/outputs/table/${id}/columns`), parameters({}))).status).toBe(200);
            const page = parameters({ requested_table_index: 0, requested_table_count: 50 });
            const { json } = await ask('POST', below(`/outputs/table/${id}/lines`), page);
            const { lines } = json.model as { lines: readonly unknown[] };
            expect([name, lines.length >= (name === 'Events Table' ? 50 : 0)]).toEqual([name, true]);
        }
        for (const { id, name } of ofType('DATA_TREE').filter(each => !each.id.startsWith('tmll.analysis'))) {
            expect([name, (await ask('POST', below(`/outputs/data/${id}/tree`), timed())).status]).toEqual([name, 200]);
        }
        for (const output of ofType('TREE_GENERIC_XY')) {
            const items = await entriesOf('genericXY', output);
            const body = timed({ requested_items: items.slice(0, 5) }, 'nbSamples');
            expect((await ask('POST', below(`/outputs/genericXY/${output.id}/xy`), body)).status).toBe(200);
        }
    });

    it('make a view with +, poll it while it is RUNNING without a model, see it in the list, and delete it with ×', async () => {
        const source = 'tmll.analysis.anomalies';
        const { json: types } = await ask('GET', below(`/outputs/${source}/configTypes`));
        expect(types).toEqual([expect.objectContaining({ id: source, schema: expect.any(Object) })]);
        const submitted = {
            name: 'CPU',
            description: '',
            sourceTypeId: source,
            parameters: { outputs: ['cpu usage'] }
        };
        const made = await ask('POST', below(`/outputs/${source}`), JSON.stringify(submitted));
        expect(made.status).toBe(200);
        const derived = made.json as unknown as Output;
        expect(derived).toMatchObject({ parentId: source, name: 'CPU', capabilities: { canDelete: true } });
        const listed = (await ask('GET', below('/outputs'))).json as unknown as Output[];
        const score = listed.find(({ parentId, type }) => parentId === derived.id && type === 'TREE_TIME_XY');
        const seen = new Set<unknown>();
        await eventually(
            async () => {
                const { status, json } = await ask('POST', below(`/outputs/XY/${score?.id}/tree`), timed());
                expect(status).toBe(200);
                seen.add(json.status);
                expect(json.model === undefined || json.model === null).toBe(json.status === 'RUNNING');
                return json.status === 'COMPLETED' || undefined;
            },
            'the score',
            60_000
        );
        expect([...seen].filter(status => status !== 'RUNNING')).toEqual(['COMPLETED']);
        expect((await ask('DELETE', below(`/outputs/${source}/${derived.id}`))).status).toBe(200);
        const left = (await ask('GET', below('/outputs'))).json as unknown as Output[];
        expect(left.filter(({ id, parentId }) => [id, parentId].includes(derived.id))).toEqual([]);
    });

    it('are told in JSON what is wrong, and 404 where the Trace Viewer puts up with it', async () => {
        const unknown = await ask('GET', `/experiments/00000000-0000-0000-0000-000000000000/outputs`);
        expect([unknown.status, typeof unknown.json.title]).toEqual([404, 'string']);
        expect((await ask('GET', below('/outputs/no-such-output'))).status).toBe(404);
    });
});
