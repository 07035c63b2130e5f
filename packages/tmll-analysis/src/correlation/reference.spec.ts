import { normality, twoSidedNormalP } from '../statistics/normality';
import { chooseMethod } from './choose-method';
import { correlation } from './coefficients';
import { ObservedSeries } from './observed-series';
import { ScipyTest, scipyCases } from './test-support/scipy-cases';

const cases = scipyCases();
const describeWithReference = cases.length > 0 ? describe : describe.skip;

function expectEqual(actual: number, expected: number | string): void {
    expect(Math.abs(actual - Number(expected))).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(Number(expected))));
}

function isNumber({ statistic }: ScipyTest): boolean {
    return Number.isFinite(Number(statistic));
}

describeWithReference('correlation', () => {
    const pairs = cases.flatMap(({ name, columns, pairs: all }) =>
        Object.entries(all).map(([pair, tests]) => {
            const [first, second] = pair.split('|').map(column => new ObservedSeries(columns.get(column)!));
            return { name: `${name} ${pair}`, first, second, tests };
        })
    );

    it.each(['pearson', 'spearman', 'kendall'] as const)('equals %s of scipy, with its p-value', method => {
        const known = pairs.filter(({ tests }) => isNumber(tests[method]));
        expect(known.length).toBeGreaterThan(100);
        for (const { first, second, tests } of known) {
            const { coefficient, pValue } = correlation(first, second, method);
            expectEqual(coefficient, tests[method].statistic);
            expectEqual(pValue, tests[method].p);
        }
    });

    it('answers where scipy has NaN: a constant moves with nothing', () => {
        const constant = pairs.filter(({ tests }) => !isNumber(tests.pearson));
        expect(constant.length).toBeGreaterThan(3);
        for (const { first, second } of constant) {
            expect(correlation(first, second, 'pearson')).toMatchObject({ coefficient: 0, pValue: 1 });
        }
    });

    it('chooses the method that TMLL chooses, but Pearson where the distance from a Gaussian is sure and slight', () => {
        const known = pairs.filter(({ tests }) => isNumber(tests.pearson) && tests.selected !== undefined);
        for (const { first, second, tests } of known) {
            const { method } = chooseMethod(first, second);
            const isSlight = [first, second].every(
                ({ normality: each }) => Math.abs(each!.skewness) < 0.5 && Math.abs(each!.excessKurtosis) < 1
            );
            expect(method).toBe(isSlight && tests.selected === 'spearman' ? 'pearson' : tests.selected);
        }
    });
});

describeWithReference('normality', () => {
    it('equals skewtest, kurtosistest and normaltest of scipy', () => {
        for (const { columns, series } of cases) {
            for (const [name, { skew, skewtest, kurtosistest, normaltest }] of Object.entries(series)) {
                const answer = normality(columns.get(name)!);
                // scipy's score of a skewness of exactly 0 is not 0.
                if (answer === undefined || skew === 0) {
                    expect(answer === undefined).toBe(!isNumber(normaltest));
                    continue;
                }
                expectEqual(answer.skewnessScore, skewtest.statistic);
                expectEqual(answer.kurtosisScore, kurtosistest.statistic);
                expectEqual(twoSidedNormalP(answer.kurtosisScore), kurtosistest.p);
                expectEqual(answer.pValue, normaltest.p);
            }
        }
    });
});
