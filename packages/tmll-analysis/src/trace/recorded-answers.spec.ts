import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { Experiment } from './experiment';
import { TmllClient } from './tmll-client';

const folder = join(process.env.TMLL_SHARED ?? resolve(__dirname, '../../../../../shared'), 'recordings');
const isPresent = existsSync(folder);
if (!isPresent) {
    process.stderr.write(`No recordings in ${folder}: tests on them are skipped; set TMLL_SHARED.\n`);
}

/** Answers of a real Trace Compass by method and path; only its last answer to each counts. */
function answersOf(trace: string): Map<string, string> {
    const answers = new Map<string, string>();
    for (const file of readdirSync(join(folder, trace)).filter(name => name.endsWith('.json'))) {
        const text = readFileSync(join(folder, trace, file), 'utf8');
        const { request, http_status: status } = JSON.parse(text);
        const key = `${request.method} ${decodeURIComponent(request.path)}`;
        // The answers after the clean-up at the end would say that all is gone.
        if (status === 200 && request.method !== 'DELETE' && !answers.has(key)) {
            answers.set(key, text.slice(text.indexOf('"response": ') + 12, text.lastIndexOf('}')));
        }
    }
    return answers;
}

let server: Server | undefined;

async function open(trace: string): Promise<Experiment> {
    const answers = answersOf(trace);
    const replay = createServer((request, response) => {
        const answer = answers.get(`${request.method} ${decodeURIComponent(request.url ?? '')}`);
        response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json' });
        response.end(answer ?? '{"title":"not recorded","detail":null}');
    });
    await new Promise<void>(done => replay.listen(0, '127.0.0.1', done));
    server = replay;
    const client = new TmllClient({ baseUrl: `http://127.0.0.1:${(replay.address() as AddressInfo).port}` });
    const [{ uuid }] = await client.listExperiments();
    return client.openExperiment(uuid);
}

afterEach(async () => {
    server?.closeAllConnections();
    await new Promise(done => server?.close(done));
});

/** The step of the recorded requests, which asked for 50 times. */
const stepOf = ({ start, end }: Experiment): bigint => (end - start) / 49n;

(isPresent ? describe : describe.skip)('with answers of a real Trace Compass', () => {
    it('fetches the memory of every process, those of one name apart', async () => {
        const experiment = await open('memory');
        const outputs = experiment.findOutputs({ keyword: 'UstMemoryUsage' });
        const series = await experiment.fetchSeries(outputs, { stepNs: stepOf(experiment) });
        expect(series.map(({ id, unit, times }) => [id, unit, times.length])).toEqual([
            ['Memory Usage/memory/challenger', 'B', 51],
            ['Memory Usage/memory/master_player', 'B', 51],
            ['Memory Usage/memory/challenger #2', 'B', 51],
            ['Memory Usage/memory/master_player #2', 'B', 51]
        ]);
        const [{ origin, times }] = series;
        expect(origin + BigInt(times[0])).toBe(experiment.start);
        expect(origin + BigInt(times[50])).toBe(experiment.end);
    });

    it('fetches the CPU usage of every thread in percent', async () => {
        const experiment = await open('flipping-endianness');
        const [output] = experiment.findOutputs({ keyword: 'CpuUsage' });
        const entries = await experiment.fetchEntries(output);
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        const series = await experiment.fetchSeries([output], { stepNs: stepOf(experiment) });
        expect(series.length).toBeGreaterThan(20);
        expect(series.every(({ unit, times }) => unit === '%' && times.length === 51)).toBe(true);
    });

    it('takes a chart without anything to show for one without series', async () => {
        const experiment = await open('flipping-endianness');
        const [output] = experiment.findOutputs({ keyword: 'kernelmemoryusage' });
        expect(await experiment.fetchEntries(output)).toEqual([]);
        expect(await experiment.fetchSeries([output])).toEqual([]);
    });

    it('reads events by the names of their columns', async () => {
        const experiment = await open('memory');
        const [table] = experiment.findOutputs({ keyword: 'Events Table', type: 'table' });
        for await (const { index, cells } of experiment.fetchTableRows(table, {
            columns: ['Timestamp ns', 'Event type']
        })) {
            expect({ index, cells }).toEqual({
                index: 0,
                cells: { 'Timestamp ns': '1448652394359148425', 'Event type': 'lttng_ust_libc:malloc' }
            });
            break;
        }
    });
});
