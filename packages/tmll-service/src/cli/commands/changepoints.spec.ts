import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const PERIODIC = join(SAMPLES, 'g-periodic');
const SHARED = process.env.TMLL_SHARED ?? resolve(__dirname, '../../../../../../shared');
const LEAKING = join(SHARED, 'traces/d-change-point');

interface Document {
    readonly provenance: {
        readonly command: string;
        readonly range: { readonly startNs: string; readonly endNs: string };
    };
    readonly series: readonly { readonly name: string; readonly changes: readonly { readonly ns: string }[] }[];
    readonly joint: readonly { readonly method: string }[];
    readonly findings: readonly { readonly sentence: string }[];
}

describe('tmll changepoints', () => {
    it('prints what changes when, for machines and for people', async () => {
        const words = ['changepoints', PERIODIC, '--output', 'event rate', '--resample', '100ms'];
        const document = await cli.json<Document>(...words);
        expect(Object.keys(document).sort()).toEqual(['findings', 'joint', 'provenance', 'series']);
        expect(document.series.some(({ changes }) => changes.length > 0)).toBe(true);
        expect(document.findings[0].sentence).toMatch(/change together|rises|falls|grow|shrink/);
        const { status, stdout } = await cli.run(...words);
        expect(status).toBe(0);
        expect(stdout).toContain('Change Point Analysis Results');
    });

    (existsSync(LEAKING) ? it : it.skip)(
        'finds when a leak begins, to 2 % of the trace, by the memory that is not freed',
        async () => {
            const { stdout } = await cli.run('changepoints', LEAKING, '--json');
            const { series, provenance } = JSON.parse(stdout) as Document;
            const unfreed = series.find(({ name }) => name === 'Potential Leaks → unfreed memory');
            const text = readFileSync(join(LEAKING, 'truth.json'), 'utf8');
            const began =
                BigInt(JSON.parse(text).marks[0][0]) + BigInt(/"realtime_minus_mono_ns":(\d+)/.exec(text)?.[1] ?? '');
            const length = Number(BigInt(provenance.range.endNs) - BigInt(provenance.range.startNs));
            const nearest = unfreed?.changes.map(({ ns }) => Math.abs(Number(BigInt(ns) - began)) / length);
            expect(Math.min(...(nearest ?? []))).toBeLessThan(0.02);
        }
    );

    it('refuses what it does not know', async () => {
        const { status, stderr } = await cli.run('changepoints', PERIODIC, '--set', 'cost=magic');
        expect(status).toBe(2);
        expect(stderr).toContain('"cost" is "magic"; it must be one of auto, mean');
    });
});
