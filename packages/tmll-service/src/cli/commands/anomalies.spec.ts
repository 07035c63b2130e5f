import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTraceServer, TraceServer } from 'tmll-trace-server';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';
import { temporaryFolder } from '../../test-support/temporary-folder';

const cli = bundledCli();
const folder = temporaryFolder();
const PERIODIC = join(SAMPLES, 'g-periodic');
const STEP_NS = 100_000_000n;
const MOVING_AVERAGE = [
    ...['anomalies', PERIODIC, '--output', 'Event Rate', '--method', 'moving_average', '--resample', '100ms'],
    ...['--set', 'movingAverageWindowSize=10', '--set', 'movingAverageThreshold=2']
];

interface Document {
    readonly provenance: Readonly<Record<string, unknown>> & { readonly command: string };
    readonly series: readonly {
        readonly name: string;
        readonly points: readonly { readonly ns: string; readonly value: number; readonly score: number }[];
        readonly periods: readonly { readonly startNs: string; readonly endNs: string; readonly severity: number }[];
    }[];
    readonly findings: readonly { readonly severity: number; readonly sentence: string }[];
}

/** The labelled anomalies of the traced program, in ns since the epoch. */
function labels(): { from: bigint; to: bigint; what: string }[] {
    const text = readFileSync(join(PERIODIC, 'truth.json'), 'utf8');
    const shift = BigInt(/"realtime_minus_mono_ns":(\d+)/.exec(text)?.[1] ?? '');
    const marks = JSON.parse(text).marks as [number, number, string][];
    return marks.map(([from, to, what]) => ({ from: BigInt(from) + shift, to: BigInt(to) + shift, what }));
}

describe('tmll anomalies', () => {
    it('marks at least 8 of the 10 labelled anomalies by moving average, window 10, threshold 2, at 100 ms', async () => {
        const { series } = await cli.json<Document>(...MOVING_AVERAGE);
        const bins = series.flatMap(({ points }) => points.map(({ ns }) => BigInt(ns)));
        const found = labels().filter(({ from, to }) => bins.some(ns => ns < to && ns + STEP_NS > from));
        expect(labels()).toHaveLength(10);
        expect(found.length).toBeGreaterThanOrEqual(8);
    });

    it('prints what the contract says', async () => {
        const document = await cli.json<Document>(...MOVING_AVERAGE);
        expect(Object.keys(document).sort()).toEqual(['findings', 'provenance', 'series']);
        expect(document.provenance).toMatchObject({
            module: 'anomalies',
            method: 'moving_average',
            resamplingNs: '100000000'
        });
        const marked = document.series.find(({ periods }) => periods.length > 0);
        expect(marked?.points[0]).toMatchObject({ ns: expect.stringMatching(/^\d{19}$/), value: expect.any(Number) });
        expect(marked?.points[0].score).toBeGreaterThan(2);
        expect(marked?.periods[0]).toMatchObject({
            startNs: expect.stringMatching(/^\d{19}$/),
            endNs: expect.stringMatching(/^\d{19}$/),
            severity: expect.any(Number),
            expected: expect.any(Object),
            actual: expect.any(Number)
        });
        const severities = document.findings.map(({ severity }) => severity);
        expect(severities).toEqual([...severities].sort((a, b) => b - a));
    });

    it('answers an equal question from the store, a question with --no-store anew, both alike', async () => {
        const first = await cli.json<Document>(...MOVING_AVERAGE);
        const again = await cli.json<Document>(...MOVING_AVERAGE);
        expect(again).toEqual(first);
        const anew = await cli.json<Document>(...MOVING_AVERAGE, '--no-store');
        expect(anew.provenance.durationMs).not.toBe(first.provenance.durationMs);
        expect({ ...anew, provenance: undefined }).toEqual({ ...first, provenance: undefined });
    });

    it('does without a store that cannot be used, and says so', async () => {
        const file = join(folder, 'file');
        writeFileSync(file, '');
        const { status, stdout, stderr } = await cli.runIn(file, ...MOVING_AVERAGE, '--json');
        expect(status).toBe(0);
        expect(JSON.parse(stdout).findings.length).toBeGreaterThan(0);
        expect(stderr.trimEnd().split('\n')).toEqual([
            expect.stringMatching(/^tmll: Stored results cannot be read \(.*\); it is computed anew\.$/),
            expect.stringMatching(/^tmll: The result could not be stored for the next time \(.*\)\.$/)
        ]);
    });

    it('names the command that computes the same', async () => {
        const first = await cli.json<Document>(...MOVING_AVERAGE);
        const words = first.provenance.command.match(/'[^']*'|\S+/g) ?? [];
        const again = await cli.json<Document>(...words.slice(1).map(word => word.replaceAll("'", '')));
        expect(again.findings).toEqual(first.findings);
    });

    it('looks at a range only when told so', async () => {
        const [label] = labels();
        const range = ['--from', String(label.from), '--to', String(label.to + 5_000_000_000n)];
        const { series } = await cli.json<Document>(...MOVING_AVERAGE, ...range);
        const bins = series.flatMap(({ points }) => points.map(({ ns }) => BigInt(ns)));
        expect(bins.every(ns => ns >= label.from && ns <= label.to + 5_000_000_000n)).toBe(true);
    });

    it.each([
        ['0', 1],
        ['100', 0]
    ])('exits by --fail-on %s with %d', async (severity, status) => {
        const answer = await cli.run(...MOVING_AVERAGE, '--fail-on', severity, '--json');
        expect(answer.status).toBe(status);
        expect(JSON.parse(answer.stdout).findings.length).toBeGreaterThan(0);
    });

    it('prints a table with a sentence for each finding, for people', async () => {
        const { stdout } = await cli.run(...MOVING_AVERAGE);
        expect(stdout).toMatch(/^g-periodic: \d+ series, \d+ points \(one every 100 ms\), method moving_average\n/);
        expect(stdout).toMatch(/^SEVERITY +CONFIDENCE +FROM +LASTS +WHAT$/m);
        expect(stdout).toMatch(/Event Rate → .* is usual here\.$/m);
    });

    describe('with --server', () => {
        let server: TraceServer;
        beforeAll(async () => (server = await startTraceServer()));
        afterAll(() => server.close());

        it('computes the same on a trace server that runs', async () => {
            const own = await cli.json<Document>(...MOVING_AVERAGE, '--no-store');
            const other = await cli.json<Document>(...MOVING_AVERAGE, '--no-store', '--server', server.url);
            expect(other.findings).toEqual(own.findings);
        });

        it('says in one line what is wrong with a trace there', async () => {
            const { status, stderr } = await cli.run('outputs', '/nowhere', '--server', server.url);
            expect(status).toBe(2);
            expect(stderr).toMatch(/^tmll: The trace \/?nowhere cannot be opened: .*\n$/);
        });
    });
});
