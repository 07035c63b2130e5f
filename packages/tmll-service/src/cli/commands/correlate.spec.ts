import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const TRACE = join(SAMPLES, 'i-correlate');
const SHOP = ['correlate', TRACE, '--output', 'shop:host'];

interface Document {
    readonly provenance: { readonly command: string; readonly method: string };
    readonly names: readonly string[];
    readonly coefficients: readonly (readonly number[])[];
    readonly pValues: readonly (readonly number[])[];
    readonly adjustedPValues: readonly (readonly number[])[];
    readonly methods: readonly (readonly string[])[];
    readonly pairs: readonly {
        readonly first: number;
        readonly second: number;
        readonly lead?: { readonly lagNs: string; readonly samples: number; readonly coefficient: number };
    }[];
    readonly findings: readonly { readonly kind: string; readonly sentence: string }[];
}

const TRUE_RELATIONS = [
    { first: 'load', second: 'queue', sign: 1, lagMs: 400 },
    { first: 'load', second: 'free_mem', sign: -1, lagMs: 0 },
    { first: 'load', second: 'requests', sign: 1, lagMs: 0 },
    { first: 'lock_wait', second: 'latency', sign: 1, lagMs: 400 }
];

/** Metrics that follow what a relation is told of. */
const indexOf = ({ names }: Document, metric: string): number => names.findIndex(name => name.endsWith(` ${metric}`));

describe('tmll correlate', () => {
    it.each(['20ms', '50ms', '100ms'])(
        'finds the four relations of the traced program with sign and lag, and none of temp and drift, at %s',
        async resample => {
            const document = await cli.json<Document>(...SHOP, '--resample', resample);
            const sentences = document.findings.map(({ sentence }) => sentence);
            for (const { first, second, sign, lagMs } of TRUE_RELATIONS) {
                const [low, high] = [indexOf(document, first), indexOf(document, second)];
                const pair = document.pairs.find(each => each.first === low && each.second === high);
                const stepMs = Number(resample.slice(0, -2));
                expect(Math.abs(Number(pair?.lead?.lagNs) / 1e6 - lagMs)).toBeLessThanOrEqual(stepMs);
                expect(Math.sign(pair?.lead?.coefficient ?? 0)).toBe(sign);
                const related = sentences.filter(text => text.includes(` ${first} `) && text.includes(` ${second} `));
                expect(related).toHaveLength(1);
                expect(related[0]).toMatch(lagMs > 0 ? / leads .* by 4\d0 ms/ : /move (together|against each other)/);
            }
            expect(sentences.filter(text => / (temp|drift) /.test(text))).toEqual([]);
        }
    );

    it('prints what the contract says: square matrices over all names', async () => {
        const document = await cli.json<Document>(...SHOP);
        expect(Object.keys(document)).toEqual(
            expect.arrayContaining(['provenance', 'names', 'coefficients', 'pValues', 'adjustedPValues', 'methods'])
        );
        const { names, coefficients, pValues, adjustedPValues, methods } = document;
        for (const matrix of [coefficients, pValues, adjustedPValues, methods]) {
            expect(matrix.map(row => row.length)).toEqual(names.map(() => names.length));
        }
        expect(coefficients[0][0]).toBe(1);
        expect(methods[0][0]).toBe('identity');
        expect(coefficients[1][0]).toBe(coefficients[0][1]);
        expect(adjustedPValues[1][0]).toBeGreaterThanOrEqual(pValues[1][0]);
    });

    it('takes the method asked for, and names the command that computes the same', async () => {
        const first = await cli.json<Document>(...SHOP, '--method', 'kendall', '--set', 'lags=false');
        expect(first.methods[1][0]).toBe('kendall');
        expect(first.pairs[0].lead).toBeUndefined();
        const words = first.provenance.command.match(/'[^']*'|\S+/g) ?? [];
        const again = await cli.json<Document>(...words.slice(1).map(word => word.replaceAll("'", '')));
        expect(again.coefficients).toEqual(first.coefficients);
    });

    it('prints relations and matrix for people', async () => {
        const { stdout } = await cli.run(...SHOP);
        expect(stdout).toMatch(/^i-correlate: 9 series, 36 pairs, one point every 50 ms, method auto\n/);
        expect(stdout).toMatch(/load leads .*queue by 400 ms: 0\.98 at that lag, Pearson 0\.41 at the same time\.$/m);
        expect(stdout).toMatch(/^\* more than chance$/m);
    });

    it('says in one line that a method is unknown', async () => {
        const { status, stderr } = await cli.run(...SHOP, '--method', 'cosine');
        expect(status).toBe(2);
        expect(stderr).toMatch(/^tmll: "method" is "cosine"; it must be one of auto, pearson, spearman, kendall\.\n$/);
    });
});
