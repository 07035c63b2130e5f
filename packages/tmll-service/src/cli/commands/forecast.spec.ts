import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const PERIODIC = join(SAMPLES, 'g-periodic');

interface Document {
    readonly resources: readonly {
        readonly kind: string;
        readonly forecast: { readonly meanValues: readonly number[] };
    }[];
}

describe('tmll forecast', () => {
    it('prints what is to come, for machines and for people', async () => {
        const words = [
            'forecast',
            PERIODIC,
            '--output',
            'event rate',
            '--resample',
            '100ms',
            '--set',
            'forecastSteps=20'
        ];
        const document = await cli.json<Document>(...words);
        expect(Object.keys(document).sort()).toEqual(['findings', 'provenance', 'resources']);
        expect(document.resources[0].kind).toBe('other');
        expect(document.resources[0].forecast.meanValues).toHaveLength(20);
        const { status, stdout } = await cli.run(...words);
        expect(status).toBe(0);
        expect(stdout).toContain('Capacity Planning Analysis Results');
    });
});
