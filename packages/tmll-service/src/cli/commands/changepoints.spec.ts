import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const PERIODIC = join(SAMPLES, 'g-periodic');

interface Document {
    readonly provenance: { readonly command: string };
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

    it('refuses what it does not know', async () => {
        const { status, stderr } = await cli.run('changepoints', PERIODIC, '--set', 'cost=magic');
        expect(status).toBe(2);
        expect(stderr).toContain('"cost" is "magic"; it must be one of auto, mean');
    });
});
