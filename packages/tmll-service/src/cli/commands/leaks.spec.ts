import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const LEAK = join(SAMPLES, 'b-leak-steady');
const PERIODIC = join(SAMPLES, 'g-periodic');

interface Document {
    readonly provenance: Readonly<Record<string, unknown>>;
    readonly severity: string;
    readonly confidence: number;
    readonly metrics: Readonly<Record<string, unknown>>;
    readonly patterns: readonly { readonly kind: string; readonly sentence: string }[];
    readonly sites: readonly Readonly<Record<string, unknown>>[];
    readonly suspicious: readonly Readonly<Record<string, unknown>>[];
    readonly processes: readonly Readonly<Record<string, unknown>>[];
    readonly findings: readonly Readonly<Record<string, unknown>>[];
}

describe('tmll leaks', () => {
    it('prints what the contract says, the same from the store', async () => {
        const document = await cli.json<Document>('leaks', LEAK);
        expect(document).toMatchObject({
            provenance: { module: 'leaks', points: 50_538, command: `tmll leaks ${LEAK}` },
            severity: 'HIGH',
            confidence: expect.any(Number),
            metrics: {
                unreleasedAllocations: 270,
                unreleasedBytes: 75_920,
                totalAllocations: 25_401,
                peakBytes: 312_210
            }
        });
        expect(document.sites.map(({ name, verdict, blocks, bytes }) => [name, verdict, blocks, bytes])).toEqual([
            ['b_leak+0x124b', 'growing', 125, 40_000],
            ['b_leak+0x1284', 'growing', 125, 34_000],
            ['b_leak+0x12aa', 'held', 20, 1920],
            [expect.stringContaining('liblttng-ust'), 'held', 2, 96]
        ]);
        expect(document.sites[0]).toMatchObject({
            oldestNs: expect.stringMatching(/^\d{19}$/),
            exampleAddress: '0x6f097a0',
            liveValues: expect.any(Array)
        });
        expect(document.suspicious[0]).toMatchObject({ pointer: '0x6f097a0', bytes: 40_000, allocationCount: 125 });
        expect(document.processes).toMatchObject([{ id: 27288, name: 'b_leak', blocks: 270, bytes: 75_920 }]);
        expect(document.patterns.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['leak', 'held']));
        expect(document.findings).toHaveLength(2);
        expect(document.findings[0]).toMatchObject({
            kind: 'leak',
            startNs: expect.stringMatching(/^\d{19}$/),
            sentence: 'b_leak+0x124b keeps growing: 125 blocks, 39.1 KiB, 9.76 KiB/s since 08:57:17.1.'
        });
        expect(await cli.json<Document>('leaks', LEAK)).toEqual(document);
    });

    it('prints boxes for people, no wider than a terminal', async () => {
        const { status, stdout } = await cli.run('leaks', LEAK);
        expect(status).toBe(0);
        const titles = [...stdout.matchAll(/^(?:╭─ ([^─]+) ─| +(Top 5 .*)$)/gm)].map(([, box, top]) =>
            (box ?? top).trim()
        );
        expect(titles).toEqual([
            'Analysis Overview',
            'Memory Metrics',
            'Detected Patterns',
            'Top 5 Suspicious Locations',
            'Evidence',
            'Memory Usage Statistics',
            'Allocation Statistics',
            'Pointer Lifetime Statistics',
            'Recommendations'
        ]);
        expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
        expect(stdout).toContain('│ Severity        : HIGH');
    });

    it('fails on leaks that are severe, and only then', async () => {
        expect((await cli.run('leaks', LEAK, '--fail-on', '50')).status).toBe(1);
        expect((await cli.run('leaks', LEAK, '--fail-on', '90')).status).toBe(0);
    });

    it('says NONE of a trace without allocations, and how to record them', async () => {
        const { status, stdout, stderr } = await cli.run('leaks', PERIODIC, '--json');
        expect(status).toBe(0);
        expect(JSON.parse(stdout)).toMatchObject({ severity: 'NONE', confidence: 0, sites: [], findings: [] });
        expect(stderr).toContain(
            'has no calls of malloc or free; record the program with liblttng-ust-libc-wrapper.so'
        );
    });

    it('looks at the heap of the kernel when asked to', async () => {
        const { severity, metrics, processes } = await cli.json<Document>(
            ...['leaks', join(SAMPLES, 'w-kernel-ust'), '--set', 'heap=kernel']
        );
        expect(['NONE', 'LOW']).toContain(severity);
        expect(metrics).toMatchObject({ totalAllocations: 9565 });
        expect(processes).toHaveLength(1);
    });

    it('refuses wrong parameters', async () => {
        for (const setting of [
            'windowSize=1ns',
            'windowSize=fast',
            'memoryBudget=0',
            'heap=stack',
            'symbols=/no/such'
        ]) {
            const { status, stdout, stderr } = await cli.run('leaks', LEAK, '--set', setting);
            expect([status, stdout]).toEqual([2, '']);
            expect(stderr.trim().split('\n')).toHaveLength(1);
        }
    });
});
