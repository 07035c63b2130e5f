import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const PERIODIC = join(SAMPLES, 'g-periodic');

describe('tmll outputs', () => {
    interface Outputs {
        readonly outputs: readonly { readonly id: string; readonly name: string; readonly type: string }[];
    }

    it('lists what there is, with id, name, description and type', async () => {
        const { outputs } = await cli.json<Outputs>('outputs', PERIODIC);
        expect(outputs.map(({ name }) => name)).toEqual(
            expect.arrayContaining(['Event Fields', 'Event Rate', 'Events Table', 'Histogram'])
        );
        expect(outputs.every(output => Object.values(output).every(text => typeof text === 'string'))).toBe(true);
    });

    it('unites keywords, and wants the type as well', async () => {
        const { outputs } = await cli.json<Outputs>(
            ...['outputs', PERIODIC, '--keyword', 'rate', '--keyword', 'TABLE', '--type', 'xy']
        );
        expect(outputs.map(({ name }) => name)).toEqual(['Event Rate']);
    });

    it('prints an aligned table for people', async () => {
        const { stdout } = await cli.run('outputs', PERIODIC);
        expect(stdout).toMatch(/^NAME +TYPE +ID +DESCRIPTION\n/);
        expect(stdout).toMatch(/^Event Rate +TREE_TIME_XY +tmll\.event-rate +\S/m);
    });
});
