import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const TRACE = join(SAMPLES, 'w-kernel-ust');

interface Burst {
    readonly what: string;
    readonly from: bigint;
    readonly to: bigint;
}

interface Document {
    readonly provenance: { readonly command: string };
    readonly tested: number;
    readonly causes: readonly {
        readonly subject: string;
        readonly sentence: string;
        readonly changes: readonly {
            readonly path: readonly string[];
            readonly difference: number;
            readonly leadNs: string;
            readonly adjustedPValue: number;
        }[];
    }[];
    readonly findings: readonly { readonly kind: string; readonly severity: number }[];
}

/** Which thread makes a burst, and where it shows. */
const OWN: readonly { readonly what: RegExp; readonly thread: string; readonly output: string }[] = [
    { what: /^cpu/, thread: 'tl-burn', output: 'CPU Usage' },
    { what: /^io/, thread: 'tl-io', output: 'Disk I/O' },
    { what: /^mem/, thread: 'tl-mem', output: 'Kernel Memory' }
];

/** The labelled bursts of the traced program, in ns since the epoch. */
const BURSTS = ((): readonly Burst[] => {
    const truth = readFileSync(join(TRACE, 'truth.json'), 'utf8');
    const shift = BigInt(/"realtime_minus_mono_ns":(\d+)/.exec(truth)?.[1] ?? '');
    const marks = JSON.parse(truth).marks as [number, number, string][];
    return marks.map(([from, to, what]) => ({ what, from: BigInt(from) + shift, to: BigInt(to) + shift }));
})();

const range = ({ from, to }: Burst): string[] => ['--from', String(from), '--to', String(to)];

describe('tmll explain', () => {
    it.each(BURSTS.map((burst, index) => [index, burst.what, burst] as const))(
        'names thread and output of burst %d (%s) among the first, as many as bursts overlap it',
        async (_, what, burst) => {
            const overlapping = BURSTS.filter(({ from, to }) => from < burst.to && to > burst.from).length;
            const { causes } = await cli.json<Document>('explain', TRACE, ...range(burst));
            const own = OWN.find(each => each.what.test(what));
            const named = causes
                .slice(0, overlapping)
                .filter(({ subject, changes }) => subject === own?.thread && changes[0].path[0].startsWith(own.output));
            expect(named).toHaveLength(1);
            expect(named[0].changes[0].difference).toBeGreaterThan(0);
            // What was marked begins with it, to a fifth of its length.
            const fifth = Number(burst.to - burst.from) / 5;
            expect(Math.abs(Number(named[0].changes[0].leadNs))).toBeLessThan(overlapping === 1 ? fifth : Infinity);
        }
    );

    it('says how much, and when it began, in one sentence', async () => {
        const burst = BURSTS.find(({ what }) => what.startsWith('io')) as Burst;
        const { causes, findings, tested } = await cli.json<Document>('explain', TRACE, ...range(burst));
        expect(causes[0].sentence).toMatch(/^block writes by tl-io (rises from 0 B\/s to|×)/);
        expect(causes[0].changes[0].adjustedPValue).toBeLessThan(0.001);
        expect(tested).toBeGreaterThan(500);
        expect(findings[0]).toMatchObject({ kind: 'cause', severity: expect.any(Number) });
    });

    it('compares with the baseline it is told, and names the command that computes the same', async () => {
        const [burst] = BURSTS;
        const baseline = [
            '--baseline-from',
            String(burst.to + 100_000_000n),
            '--baseline-to',
            String(burst.to + 600_000_000n)
        ];
        const first = await cli.json<Document>('explain', TRACE, ...range(burst), ...baseline);
        expect(first.causes[0].subject).toBe('tl-burn');
        const words = first.provenance.command.match(/'[^']*'|\S+/g) ?? [];
        expect(words).toEqual(expect.arrayContaining(['--baseline-from', '--baseline-to', '--from', '--to']));
        const again = await cli.json<Document>(...words.slice(1).map(word => word.replaceAll("'", '')));
        expect(again.causes).toEqual(first.causes);
    });

    it('prints for people what changed, the most important first', async () => {
        const { stdout } = await cli.run('explain', TRACE, ...range(BURSTS[0]));
        expect(stdout).toMatch(/^w-kernel-ust: \d+ series and activities compared\nRange {4}\S+ for 600 ms\n/);
        expect(stdout).toMatch(
            /^1 {2,}tl-burn .*CPU Usage → w-kernel-ust → tl-burn ×[\d.]+ \(.*\), starts with it\.$/m
        );
    });

    it.each([
        [[], /^tmll: There is no range to explain; mark one in the trace, or name its ends \(--from, --to\)\.\n$/],
        [['--from', '0', '--to', '9'], /^tmll: The range from 0 to 9 ns has nothing of the trace, /],
        [[...range(BURSTS[0]), '--symptom', 'no such'], /^tmll: No series fits the symptom "no such"; /],
        [[...range(BURSTS[0]), '--baseline-from', 'x'], /^tmll: "baselineFrom" is "x"; it must be /]
    ])('says in one line what is wrong: %#', async (options, message) => {
        const { status, stderr } = await cli.run('explain', TRACE, ...options);
        expect(status).toBe(2);
        expect(stderr).toMatch(message);
    });
});
