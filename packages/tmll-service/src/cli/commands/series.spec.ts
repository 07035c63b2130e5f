import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';
import { temporaryFolder } from '../../test-support/temporary-folder';

const cli = bundledCli();
const folder = temporaryFolder();
const PERIODIC = join(SAMPLES, 'g-periodic');
const RATE = ['series', PERIODIC, '--output', 'event rate', '--resample', '100ms'];

interface Document {
    readonly series: readonly {
        readonly name: string;
        readonly unit: string;
        readonly ns: readonly string[];
        readonly values: readonly (number | null)[];
    }[];
}

describe('tmll series', () => {
    it('prints as many exact times as values', async () => {
        const { series } = await cli.json<Document>(...RATE);
        const gauge = series.find(({ name }) => name.endsWith('shop:gauge'));
        expect(gauge).toMatchObject({ unit: 'events/s', ns: expect.any(Array) });
        expect(gauge?.ns.length).toBe(gauge?.values.length);
        expect(gauge?.ns[0]).toBe('1795424298201926749');
        expect(BigInt(gauge?.ns[1] ?? 0) - BigInt(gauge?.ns[0] ?? 0)).toBe(100_000_000n);
    });

    it('narrows outputs to entries, and the time to a range', async () => {
        const from = 1795424300000000001n;
        const range = ['--from', String(from), '--to', String(from + 1_000_000_000n)];
        const { series } = await cli.json<Document>(...RATE, '--entry', 'GAUGE', ...range);
        expect(series.map(({ name }) => name)).toEqual([expect.stringMatching(/shop:gauge$/)]);
        expect(series[0].ns).toHaveLength(11);
        expect(series[0].ns[0]).toBe(String(from));
    });

    it('prints CSV that "tmll detect" reads', async () => {
        const { status, stdout } = await cli.run(...RATE, '--csv');
        expect(status).toBe(0);
        const { series } = await cli.json<Document>(...RATE);
        const [header, ...rows] = stdout.trimEnd().split('\n');
        expect(header.split(',')).toEqual(['timestamp_ns', ...series.map(({ name }) => name)]);
        expect(rows[5].split(',')).toEqual([series[0].ns[5], ...series.map(({ values }) => String(values[5]))]);
        const file = join(folder, 'rate.csv');
        writeFileSync(file, stdout);
        const detected = await cli.json<{ series: { name: string; length: number }[] }>('detect', file);
        expect(detected.series.map(({ name, length }) => [name, length])).toEqual(
            series.map(({ name, ns }) => [name, ns.length])
        );
    });

    it('prints a table for people', async () => {
        const { stdout } = await cli.run(...RATE);
        expect(stdout).toMatch(/^SERIES +POINTS +FROM +MEAN +MAX\n/);
        expect(stdout).toMatch(/shop:gauge +303 +2026-11-23T08:58:18\.201926749Z +\S+ events\/s/);
    });
});
