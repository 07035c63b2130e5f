import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const TRACE = join(SAMPLES, 'i-correlate');
const lag = (first: string, second: string): string[] => ['lag', TRACE, '--first', first, '--second', second];

interface Document {
    readonly provenance: { readonly command: string };
    readonly lags: readonly { readonly ns: string; readonly coefficient: number; readonly pValue: number }[];
    readonly best: {
        readonly ns: string;
        readonly levelCoefficient: number;
        readonly standsOut: boolean;
        readonly adjustedPValue: number;
    };
    readonly band: number;
    readonly findings: readonly { readonly sentence: string }[];
}

describe('tmll lag', () => {
    it.each([
        ['shop:host/load', 'queue', 400, 1],
        ['queue', 'shop:host/load', -400, 1],
        ['lock_wait', 'latency', 400, 1],
        ['shop:host/load', 'free_mem', 0, -1],
        ['shop:host/load', 'requests', 0, 1]
    ])('finds the lag of %s and %s: %d ms', async (first, second, lagMs, sign) => {
        for (const stepMs of [20, 50]) {
            const { best, band, findings } = await cli.json<Document>(
                ...lag(first, second),
                '--resample',
                `${stepMs}ms`
            );
            expect(best.standsOut).toBe(true);
            expect(Math.abs(Number(best.ns) / 1e6 - lagMs)).toBeLessThanOrEqual(stepMs);
            expect(Math.sign(best.levelCoefficient)).toBe(sign);
            expect(band).toBeLessThan(0.3);
            expect(findings).toHaveLength(1);
        }
    });

    it.each([
        ['shop:host/load', 'temp'],
        ['temp', 'drift'],
        ['drift', 'latency'],
        ['lock_wait', 'temp']
    ])('lets no lag stand out between %s and %s', async (first, second) => {
        const { best, findings } = await cli.json<Document>(...lag(first, second));
        expect(best.standsOut).toBe(false);
        expect(findings).toEqual([]);
    });

    it('goes as far as it is told, in samples or in time', async () => {
        const samples = await cli.json<Document>(...lag('shop:host/load', 'queue'), '--max-lag', '10');
        expect(samples.lags).toHaveLength(21);
        expect(samples.lags[20].ns).toBe('500000000');
        const time = await cli.json<Document>(...lag('shop:host/load', 'queue'), '--max-lag', '500ms');
        expect(time.lags).toEqual(samples.lags);
    });

    it('names the command that computes the same', async () => {
        const first = await cli.json<Document>(...lag('shop:host/load', 'queue'), '--max-lag', '1s');
        const words = first.provenance.command.match(/'[^']*'|\S+/g) ?? [];
        expect(words).toEqual(expect.arrayContaining(['--first', '--second', '--max-lag', '--resample']));
        const again = await cli.json<Document>(...words.slice(1).map(word => word.replaceAll("'", '')));
        expect(again.lags).toEqual(first.lags);
    });

    it('says for people who leads, and what the Granger test says when asked', async () => {
        const { stdout } = await cli.run(...lag('shop:host/load', 'queue'), '--set', 'granger=true');
        expect(stdout).toMatch(/load leads .*queue by 400 ms: correlation 0\.98 at that lag, 0\.41 without a lag\.$/m);
        expect(stdout).toMatch(/^Granger: first foretells second, p [\d.e-]+ \(\d+ past values\)\.$/m);
    });

    it.each([
        [['--first', 'load'], /^tmll: There is no second series; name it by the parameter "second"\.\n$/],
        [
            ['--first', 'shop:host', '--second', 'load'],
            /^tmll: "shop:host" fits \d+ series, the first one must be one: /
        ],
        [['--first', 'nothing', '--second', 'load'], /^tmll: No output or series fits "nothing"; /],
        [['--first', 'load', '--second', 'queue', '--max-lag', '99999'], /^tmll: "maxLag" of 99999 is 99999 samples, /],
        [['--first', 'load', '--second', 'queue', '--max-lag', 'soon'], /^tmll: "maxLag" is "soon"; it must be /],
        [[], /^tmll: A lag is between two series; none is selected\.\n$/]
    ])('says in one line what is wrong: %p', async (options, message) => {
        const { status, stderr } = await cli.run('lag', TRACE, ...options);
        expect(status).toBe(2);
        expect(stderr).toMatch(message);
    });
});
