import type { Finding } from 'tmll-analysis/algorithms';
import { NO_FILTER, passes } from './finding-filter';
import { findingRow } from './finding-row';

const FINDING: Finding = {
    id: 'f',
    kind: 'anomaly',
    series: { outputId: 'cpu', path: ['CPU Usage', 'kernel'] },
    startNs: 5n,
    endNs: 6n,
    severity: 50,
    confidence: 1,
    unit: '%',
    sentence: 'Rises to 96 %.'
};
const ROW = findingRow({ id: 'r', module: 'anomalies' }, FINDING, 0n);

describe('passes', () => {
    it('lists everything at first', () => {
        expect(passes(ROW, NO_FILTER, undefined)).toBe(true);
    });

    it.each([
        ['rises kernel', true],
        ['RISES', true],
        ['rises disk', false]
    ])('wants every word of "%s"', (text, expected) => {
        expect(passes(ROW, { ...NO_FILTER, text }, undefined)).toBe(expected);
    });

    it('wants the analysis and the severity', () => {
        expect(passes(ROW, { ...NO_FILTER, module: 'anomalies', severity: 50 }, undefined)).toBe(true);
        expect(passes(ROW, { ...NO_FILTER, module: 'leaks' }, undefined)).toBe(false);
        expect(passes(ROW, { ...NO_FILTER, severity: 51 }, undefined)).toBe(false);
    });

    it('wants the output', () => {
        expect(passes(ROW, { ...NO_FILTER, output: 'CPU Usage' }, undefined)).toBe(true);
        expect(passes(ROW, { ...NO_FILTER, output: 'Disk' }, undefined)).toBe(false);
    });

    it('leaves out what the user has settled, unless that is asked for', () => {
        expect(passes(ROW, NO_FILTER, 'known')).toBe(false);
        expect(passes(ROW, { ...NO_FILTER, settled: true }, 'wrong')).toBe(true);
    });
});
