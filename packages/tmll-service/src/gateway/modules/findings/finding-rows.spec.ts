import { AnalysisResult, Finding } from 'tmll-analysis/algorithms';
import { findingRows, findingTexts } from './finding-rows';

function finding(startNs: bigint, endNs: bigint, more: Partial<Finding> = {}): Finding {
    const series = { outputId: 'o', path: ['Event Rate', 'all'] };
    const base = {
        id: 'f',
        kind: 'change-point',
        series,
        severity: 70,
        confidence: 0.5,
        unit: '%',
        sentence: 'It is so.'
    };
    return { ...base, startNs, endNs, ...more };
}

const rows = (...findings: Finding[]): ReturnType<typeof findingRows> =>
    findingRows({ findings } as never as AnalysisResult);

describe('findingRows', () => {
    it('has a row for each series, and one for what concerns the trace as a whole', () => {
        const all = rows(finding(10n, 20n), finding(30n, 30n), finding(0n, 99n, { series: undefined, kind: 'leak' }));
        expect(all.map(({ path, states }) => [path, states.map(({ start, end }) => [start, end])])).toEqual([
            [
                ['Event Rate', 'all'],
                [
                    [10n, 21n],
                    [30n, 31n]
                ]
            ],
            [['Leak'], [[0n, 100n]]]
        ]);
        expect(all[0].states[0]).toMatchObject({ label: 'Change point', style: 'High' });
    });

    it('puts findings that lie over each other in rows of their own', () => {
        const all = rows(finding(0n, 50n), finding(10n, 20n), finding(51n, 60n));
        expect(all.map(({ path, states }) => [path.at(-1), states.length])).toEqual([
            ['all', 2],
            ['all #2', 1]
        ]);
    });
});

describe('findingTexts', () => {
    it('tells what was seen and expected, where that is known', () => {
        expect(findingTexts(finding(0n, 999_999n))).toEqual({
            Finding: 'It is so.',
            Severity: 'High (70)',
            Confidence: '50 %',
            Duration: '1 ms'
        });
        const known = finding(0n, 0n, { actual: 96, expected: { low: 12, high: 31 } });
        expect(findingTexts(known)).toMatchObject({ Actual: '96 %', Expected: '12 % to 31 %' });
        expect(findingTexts({ ...known, expected: { value: 20 } })).toMatchObject({ Expected: '20 %' });
    });
});
