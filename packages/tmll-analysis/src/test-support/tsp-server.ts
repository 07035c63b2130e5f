import { createServer, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** An output of the test's trace server. */
export interface TestOutput {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly type?: string;
    readonly entries?: readonly TestEntry[];
    /** Status of the n-th answer (from 0) to a request for its tree or data; COMPLETED when not given. */
    status?(n: number, what: 'tree' | 'xy'): string;
    /** From when to when events were lost. */
    readonly lost?: readonly (readonly [from: bigint, to: bigint])[];
    /** Columns and rows of a table. */
    readonly columns?: readonly string[];
    readonly rows?: readonly (readonly string[])[];
}

export interface TestEntry {
    readonly id: number;
    readonly parentId?: number;
    readonly labels: readonly string[];
    readonly hasData?: boolean;
    readonly isDefault?: boolean;
    readonly unit?: string;
    /** The value at a time; undefined: no point there. */
    value?(ns: bigint): number | null | undefined;
    /** Own times of a scatter chart, instead of those asked for. */
    readonly times?: readonly bigint[];
}

/** What was asked of a table or chart. */
export interface Asked {
    readonly method: string;
    readonly path: string;
    /** Text of the body, since numbers in it may be longer than doubles hold. */
    readonly body: string;
}

const MAX_TIMES = 65_536;

/**
 * A trace server that answers as Trace Compass does where it matters here: times inclusive of both ends, the step rounded
 * down and the exact end added, no series for more than 65,536 times, RUNNING before COMPLETED.
 */
export class TspServer {
    readonly asked: Asked[] = [];
    /** Paths of traces that cannot be opened, and the title of the error. */
    readonly badTraces = new Map<string, string>();
    readonly traces = new Map<string, { readonly UUID: string; readonly name: string; readonly path: string }>();
    readonly experiments = new Map<
        string,
        { readonly UUID: string; readonly name: string; traces: readonly string[] }
    >();
    /** `indexingStatus` of the n-th answer (from 0) about an experiment. */
    indexing: (n: number) => string = () => 'COMPLETED';
    start = 1448652394359148425n;
    end = 1448652395359148425n;
    outputs: readonly TestOutput[] = [];
    url = '';
    private server: Server | undefined;
    private readonly counts = new Map<string, number>();

    async listen(): Promise<this> {
        this.server = createServer((request, response) => {
            const chunks: Buffer[] = [];
            request.on('data', (chunk: Buffer) => chunks.push(chunk));
            request.on('end', () => {
                const body = Buffer.concat(chunks).toString();
                const path = decodeURIComponent(request.url ?? '');
                this.asked.push({ method: request.method ?? '', path, body });
                this.answer(request.method ?? '', path.split('/').slice(1), body, response);
            });
        });
        await new Promise<void>(resolve => this.server?.listen(0, '127.0.0.1', resolve));
        this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
        return this;
    }

    async close(): Promise<void> {
        this.server?.closeAllConnections();
        await new Promise(resolve => this.server?.close(resolve));
    }

    /** How often something was asked for. */
    countOf(method: string, part: string): number {
        return this.asked.filter(asked => asked.method === method && asked.path.includes(part)).length;
    }

    private answer(method: string, path: readonly string[], body: string, response: ServerResponse): void {
        const [resource, uuid, outputs, kind, outputId, what] = path;
        if (resource === 'health') {
            return send(response, '{"status":"UP"}');
        }
        if (resource === 'traces') {
            return this.answerTraces(method, uuid, body, response);
        }
        if (outputs === 'tmll') {
            return send(response, '{"title":"There is no event stream","detail":null}', 404);
        }
        if (outputs !== 'outputs') {
            return this.answerExperiments(method, uuid, body, response);
        }
        // The protocol has the id before the word for annotations, and after it for all else.
        const isAnnotations = outputId === 'annotations';
        const output = this.outputs.find(({ id }) => id === (isAnnotations ? kind : outputId));
        if (kind === undefined) {
            return send(response, JSON.stringify(this.outputs.map(descriptorOf)));
        }
        return output === undefined
            ? send(response, '{"title":"Data provider doesn\'t exist","detail":null}', 404)
            : send(response, isAnnotations ? annotationsOf(output) : this.dataOf(output, kind, what, body));
    }

    private answerTraces(method: string, uuid: string | undefined, body: string, response: ServerResponse): void {
        if (method === 'DELETE' && uuid !== undefined) {
            this.traces.delete(uuid);
            return send(response, '');
        }
        if (method !== 'POST') {
            return send(response, `[${[...this.traces.values()].map(trace => this.modelOf(trace, [])).join(',')}]`);
        }
        const { uri, name } = JSON.parse(body).parameters as { readonly uri: string; readonly name: string };
        const bad = this.badTraces.get(uri);
        const namesake = [...this.traces.values()].find(trace => trace.name === name);
        if (bad !== undefined || (namesake && namesake.path !== uri)) {
            const status = bad === undefined ? 409 : 404;
            return send(response, JSON.stringify({ title: bad ?? 'conflict', detail: null }), status);
        }
        const trace = { UUID: `trace-${name}`, name, path: uri };
        this.traces.set(trace.UUID, trace);
        return send(response, this.modelOf(trace, []));
    }

    private answerExperiments(method: string, uuid: string | undefined, body: string, response: ServerResponse): void {
        if (method === 'POST') {
            const { name, traces } = JSON.parse(body).parameters as { readonly name: string; traces: string[] };
            const experiment = { UUID: `experiment-${name}`, name, traces };
            this.experiments.set(experiment.UUID, experiment);
            return send(response, this.modelOf(experiment, traces));
        }
        if (uuid === undefined) {
            const models = [...this.experiments.values()].map(each => this.modelOf(each, each.traces));
            return send(response, `[${models.join(',')}]`);
        }
        const experiment = this.experiments.get(uuid);
        if (experiment === undefined) {
            return send(
                response,
                JSON.stringify({ title: `No experiment found with uuid ${uuid}`, detail: null }),
                404
            );
        }
        if (method === 'DELETE') {
            this.experiments.delete(uuid);
        }
        return send(response, this.modelOf(experiment, experiment.traces, this.indexing(this.next(uuid))));
    }

    private modelOf(
        named: { readonly UUID: string; readonly name: string; readonly path?: string },
        traces: readonly string[],
        indexingStatus = 'RUNNING'
    ): string {
        const inner = traces.map(uuid => this.traces.get(uuid)).filter(trace => trace !== undefined);
        return (
            `{"UUID":${JSON.stringify(named.UUID)},"name":${JSON.stringify(named.name)},"start":${this.start},` +
            `"end":${this.end},"nbEvents":1000,"indexingStatus":"${indexingStatus}","properties":{},` +
            `"path":${JSON.stringify(named.path ?? '')},"traces":[${inner.map(each => this.modelOf(each, [])).join(',')}]}`
        );
    }

    private dataOf(output: TestOutput, kind: string, what: string, body: string): string {
        if (kind === 'table') {
            return what === 'columns' ? columnsOf(output) : linesOf(output, body);
        }
        const asked = what as 'tree' | 'xy';
        const status = output.status?.(this.next(`${output.id} ${what}`), asked) ?? 'COMPLETED';
        const model = asked === 'tree' ? treeOf(output) : xyOf(output, body);
        return `{"status":"${status}","statusMessage":"said ${status}","model":${status === 'COMPLETED' ? model : 'null'}}`;
    }

    private next(key: string): number {
        const count = this.counts.get(key) ?? 0;
        this.counts.set(key, count + 1);
        return count;
    }
}

function send(response: ServerResponse, json: string, status = 200): void {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(json);
}

function descriptorOf({ id, name, description = '', type = 'TREE_TIME_XY' }: TestOutput): object {
    return { id, name, description, type };
}

function treeOf({ entries = [] }: TestOutput): string {
    const rows = entries.map(({ id, parentId = -1, labels, hasData = true, isDefault }) => ({
        id,
        parentId,
        labels,
        hasData,
        isDefault
    }));
    return JSON.stringify({ headers: [], entries: rows });
}

function annotationsOf({ lost = [] }: TestOutput): string {
    const bands = lost.map(
        ([from, to]) => `{"time":${from},"duration":${to - from},"entryId":-1,"type":"CHART","label":"lost"}`
    );
    return `{"status":"COMPLETED","model":{"annotations":{"Lost Events":[${bands.join(',')}]}}}`;
}

function columnsOf({ columns = [] }: TestOutput): string {
    const model = columns.map((name, index) => ({ id: index * 3, name, description: '', type: 'STRING' }));
    return JSON.stringify({ status: 'COMPLETED', statusMessage: '', model });
}

function linesOf({ columns = [], rows = [] }: TestOutput, body: string): string {
    const {
        requested_table_index: from,
        requested_table_count: count,
        requested_table_column_ids: ids
    } = JSON.parse(body).parameters;
    const wanted: number[] = ids ?? columns.map((_, index) => index * 3);
    const lines = rows.slice(from, from + count).map((row, offset) => ({
        index: from + offset,
        cells: wanted.map(id => ({ content: row[id / 3] }))
    }));
    const model = { columnIds: wanted, lowIndex: from, size: rows.length, lines };
    return JSON.stringify({ status: 'COMPLETED', statusMessage: '', model });
}

function xyOf({ entries = [], name }: TestOutput, body: string): string {
    const { start, end, nbTimes, items } = queryOf(body);
    const times = nbTimes > MAX_TIMES ? [] : askedTimes(start, end, nbTimes);
    const series = entries
        .filter(entry => items.has(entry.id) && entry.value && times.length > 0)
        .map(entry => seriesOf(entry, entry.times?.filter(time => time >= start && time <= end) ?? times))
        .filter(text => text !== undefined);
    return `{"title":${JSON.stringify(name)},"series":[${series.join(',')}]}`;
}

/** Start, start + step, …, and the end, as Trace Compass makes them. */
function askedTimes(start: bigint, end: bigint, nbTimes: number): bigint[] {
    if (nbTimes < 2 || start === end) {
        return [start];
    }
    const step = (end - start) / BigInt(nbTimes - 1);
    const times = Array.from({ length: nbTimes }, (_, index) => start + BigInt(index) * step);
    return times[times.length - 1] === end ? times : [...times, end];
}

function seriesOf({ id, labels, value, unit = '' }: TestEntry, times: readonly bigint[]): string | undefined {
    const points = times.map(ns => [ns, value?.(ns)] as const).filter(([, y]) => y !== undefined);
    return points.length === 0
        ? undefined
        : `{"seriesId":${id},"seriesName":${JSON.stringify(labels[0])},` +
              `"xValues":[${points.map(([ns]) => ns).join(',')}],"yValues":[${points.map(([, y]) => String(y)).join(',')}],` +
              `"yValuesDescription":{"label":"","unit":${JSON.stringify(unit)},"dataType":"NUMBER"}}`;
}

function queryOf(body: string): { start: bigint; end: bigint; nbTimes: number; items: ReadonlySet<number> } {
    const number = (name: string): string => new RegExp(`"${name}":(-?\\d+)`).exec(body)?.[1] ?? '0';
    const items = /"requested_items":\[([^\]]*)\]/.exec(body)?.[1] ?? '';
    return {
        start: BigInt(number('start')),
        end: BigInt(number('end')),
        nbTimes: Number(number('nbTimes')),
        items: new Set(items.split(',').filter(Boolean).map(Number))
    };
}
