import type { StoredResult } from 'tmll-service/protocol';
import { leanResult } from './lean-result';

const marks = (count: number): { severity: number; index: number }[] =>
    Array.from({ length: count }, (_, index) => ({ index, severity: (index * 37) % 100 }));

const resultOf = (findings: number, points: number): StoredResult =>
    ({
        id: 'r',
        provenance: { module: 'anomalies', warnings: ['It is short.'] },
        findings: marks(findings),
        data: { series: [{ id: 'a', points: marks(points), periods: marks(2) }] }
    }) as unknown as StoredResult;

describe('leanResult', () => {
    it('leaves a result alone that can be shown as it is', () => {
        const result = resultOf(1_000, 1_000);
        expect(leanResult(result)).toBe(result);
    });

    it('keeps the most severe, in their order, and says so', () => {
        const { findings, data, provenance } = leanResult(resultOf(13_365, 90_000));
        expect(findings).toHaveLength(1_000);
        const severities = findings.map(({ severity }) => severity);
        expect(Math.min(...severities)).toBeGreaterThanOrEqual(92);
        const [{ points, flagged, periods }] = (
            data as { series: { points: { index: number }[]; flagged: number; periods: unknown[] }[] }
        ).series;
        expect([points.length, flagged, periods.length]).toEqual([1_000, 90_000, 2]);
        const indices = points.map(({ index }) => index);
        expect(indices).toEqual([...indices].sort((a, b) => a - b));
        expect(provenance.warnings).toHaveLength(2);
        expect(provenance.warnings[1]).toMatch(/^Of 13,365 findings/);
    });

    it('keeps exactly as many where all are equally severe', () => {
        const result = resultOf(0, 5_000);
        const equal = marks(5_000).map(mark => ({ ...mark, severity: 50 }));
        const data = { series: [{ id: 'a', points: equal, periods: [] }] };
        const lean = leanResult({ ...result, data } as unknown as StoredResult);
        expect((lean.data as { series: { points: unknown[] }[] }).series[0].points).toHaveLength(1_000);
    });
});
