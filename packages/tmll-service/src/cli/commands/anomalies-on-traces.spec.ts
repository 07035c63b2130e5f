import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();

interface Range {
    readonly startNs: string;
    readonly endNs: string;
    readonly severity: number;
}

interface Document {
    readonly provenance: { readonly method: string };
    readonly series: readonly { readonly name: string; readonly periods: readonly Range[] }[];
    readonly findings: readonly Range[];
}

/** A stretch in which the traced program misbehaved on purpose, in ns since the epoch. */
interface Mark {
    readonly from: bigint;
    readonly to: bigint;
    readonly what: string;
}

function marksOf(trace: string): Mark[] {
    const text = readFileSync(join(trace, 'truth.json'), 'utf8');
    const shift = BigInt(/"realtime_minus_mono_ns":(\d+)/.exec(text)?.[1] ?? '');
    const marks = JSON.parse(text).marks as [number, number, string][];
    return marks.map(([from, to, what]) => ({ from: BigInt(from) + shift, to: BigInt(to) + shift, what }));
}

/** Standard error says what was not looked at. */
async function anomalies(trace: string, ...options: readonly string[]): Promise<Document> {
    const { status, stdout } = await cli.run('anomalies', trace, '--no-store', '--json', ...options);
    expect(status).toBe(0);
    return JSON.parse(stdout);
}

const touches = ({ startNs, endNs }: Range, { from, to }: Mark): boolean =>
    BigInt(startNs) <= to && BigInt(endNs) >= from;

/** Periods in the series whose names begin with one of these. */
const periodsIn = ({ series }: Document, ...names: string[]): Range[] =>
    series.filter(({ name }) => names.some(each => name.startsWith(each))).flatMap(({ periods }) => periods);

describe('tmll anomalies without any configuration', () => {
    describe('on a periodic load with ten labelled anomalies', () => {
        const trace = join(SAMPLES, 'g-periodic');
        const marks = marksOf(trace);

        it.each<[string, string[]]>([
            ['by what it chooses itself', []],
            ['in all of Event Rate, Event Fields and Paired Events', ['Event Rate', 'Event Fields', 'Paired Events']]
        ])('finds at least nine, with at most two false periods, %s', async (_, outputs) => {
            const document = await anomalies(trace, ...outputs.flatMap(output => ['--output', output]));
            const periods = periodsIn(document, 'Event Rate', 'Event Fields', 'Paired Events');
            const found = marks.filter(mark => periods.some(period => touches(period, mark)));
            const wrong = document.findings.filter(period => !marks.some(mark => touches(period, mark)));
            expect(document.provenance.method).toBe('auto');
            expect(marks).toHaveLength(10);
            expect(found.length).toBeGreaterThanOrEqual(9);
            expect(wrong.length).toBeLessThanOrEqual(2);
        });
    });

    const shared = process.env.TMLL_SHARED ?? resolve(SAMPLES, '../../shared');
    const quiet = join(shared, 'traces', 'g-quiet');
    const onQuiet = existsSync(quiet) ? it : it.skip;
    if (!existsSync(quiet)) {
        process.stderr.write(`No trace ${quiet}: the test on it is skipped; set TMLL_SHARED.\n`);
    }
    onQuiet('tells nothing severe of a load without anomalies', async () => {
        const all = ['Event Rate', 'Event Fields', 'Paired Events'].flatMap(output => ['--output', output]);
        for (const selection of [[], all]) {
            const { findings } = await anomalies(quiet, ...selection);
            expect(findings.filter(({ severity }) => severity > 50)).toEqual([]);
        }
    });

    it('finds each burst of CPU, I/O and memory of a kernel trace in its own output', async () => {
        const trace = join(SAMPLES, 'w-kernel-ust');
        const document = await anomalies(trace);
        const periods: Readonly<Record<string, Range[]>> = {
            cpu_burst: periodsIn(document, 'CPU Usage → w-kernel-ust → tl-burn'),
            io_burst: periodsIn(document, 'Disk I/O View'),
            mem: periodsIn(document, 'Kernel Memory Usage')
        };
        const marks = marksOf(trace);
        expect(marks).toHaveLength(9);
        for (const mark of marks) {
            const own = periods[mark.what.split(' ')[0]];
            expect([mark.what, own.some(period => touches(period, mark))]).toEqual([mark.what, true]);
        }
    });
});
