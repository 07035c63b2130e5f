import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const PERIODIC = join(SAMPLES, 'g-periodic');

interface Document {
    readonly phases: { readonly phases: readonly { readonly kind: number }[]; readonly kinds: readonly object[] };
}

describe('tmll cluster', () => {
    it('finds the phases of a trace, for machines and for people', async () => {
        const words = [
            'cluster',
            PERIODIC,
            '--output',
            'event rate',
            '--output',
            'paired events',
            '--set',
            'of=phases'
        ];
        const document = await cli.json<Document>(...words);
        expect(Object.keys(document).sort()).toEqual(['findings', 'phases', 'provenance']);
        expect(document.phases.kinds.length).toBeGreaterThan(1);
        expect(document.phases.phases.length).toBeGreaterThan(document.phases.kinds.length);
        const { status, stdout } = await cli.run(...words);
        expect(status).toBe(0);
        expect(stdout).toContain('Kinds of Behaviour');
    });
});
