import { ParameterError } from '../series/parameter-error';
import { ORIGIN, seriesOf } from '../series/test-support/series-of';
import { SeededRandom } from '../statistics/seeded-random';
import { SeriesAnomalies } from './anomaly-result';
import { AnomalyParameters, DEFAULT_ANOMALY_PARAMETERS } from './anomaly-schema';
import { detectAnomalies } from './detect-anomalies';
import { DETECTORS } from './detectors';

const REFERENCE = { outputId: 'event-rate', path: ['Event Rate', 'tick'] };
const METHODS = DETECTORS.map(({ method }) => method);

/** Methods that judge stretches, so that what is near a spike is flagged with it. */
const OF_STRETCHES = ['frequency_domain'];

/** Thresholds that flag much of anything, and no period that would explain it. */
const LOW_THRESHOLDS: Partial<AnomalyParameters> = {
    zscoreThreshold: 0.5,
    iqrFactor: 0.1,
    movingAverageThreshold: 0.1,
    iforestThreshold: 0.5,
    seasonalityConfidenceLevel: 0.5,
    seasonalitySeasonalOrder: '0,0,0',
    frequencyDomainThreshold: 0.1,
    polyThreshold: 0.1,
    spectralResidualThreshold: 0.1,
    subPcaThreshold: 0.1,
    autoSensitivity: 20,
    matrixProfileThreshold: 0.1
};

function detect(values: ArrayLike<number>, parameters: Partial<AnomalyParameters> = {}): SeriesAnomalies {
    return detectAnomalies(seriesOf(values), REFERENCE, { ...DEFAULT_ANOMALY_PARAMETERS, ...parameters });
}

describe('detectAnomalies', () => {
    const random = new SeededRandom(31);
    const noise = Array.from({ length: 400 }, () => 40 + random.gaussian());
    const spiked = noise.map((value, index) => (index === 200 ? 80 : index === 300 ? NaN : value));

    // To a method that compares shapes a spike in noise is noise.
    it.each(METHODS.filter(method => method !== 'matrix_profile'))(
        'tells where, how far and what was expected: %s',
        method => {
            const { points, periods, ...rest } = detect(spiked, { method });
            expect(rest).toMatchObject({
                series: REFERENCE,
                id: 'Event Rate/tick',
                name: 'Event Rate → tick',
                unit: 'events/s',
                length: 400
            });
            const spike = ORIGIN + 20_000_000_000n;
            expect(periods).toHaveLength(1);
            expect(periods[0]).toMatchObject({ actual: 80, direction: 'above', points: points.length });
            expect(periods[0].startNs).toBeLessThanOrEqual(spike);
            expect(periods[0].endNs).toBeGreaterThan(spike);
            expect(points.length === 1 || OF_STRETCHES.includes(method)).toBe(true);
            const point = points.find(({ ns }) => ns === spike);
            expect(point).toMatchObject({ value: 80 });
            expect(Math.abs((point?.expected.value ?? NaN) - 40)).toBeLessThan(2);
            expect(point?.expected.low).toBeLessThan(40);
            expect(point?.expected.high).toBeGreaterThan(40);
            expect(point?.expected.high).toBeLessThan(80);
            expect(point?.normalizedScore).toBeGreaterThan(0.5);
            expect(periods[0].severity).toBeGreaterThan((point?.severity ?? NaN) - 1e-9);
        }
    );

    it.each(METHODS)('gives no severity, confidence or score that is not in its range: %s', method => {
        const wild = noise.map((value, index) => (index % 37 === 0 ? value * 1e6 : index % 11 === 0 ? NaN : value));
        const { points, periods } = detect(wild, { method, ...LOW_THRESHOLDS });
        expect(points.length).toBeGreaterThan(7);
        for (const { severity, confidence, points: count, startNs, endNs } of periods) {
            expect(severity).toBeGreaterThanOrEqual(25);
            expect(severity).toBeLessThan(100);
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThan(1);
            expect(count).toBeGreaterThan(0);
            expect(endNs).toBeGreaterThan(startNs);
        }
        expect(points.every(({ score }) => score > 0 && score < Infinity)).toBe(true);
        expect(points.every(({ normalizedScore: each }) => each >= 0.5 && each < 1)).toBe(true);
        expect(periods.reduce((sum, period) => sum + period.points, 0)).toBe(points.length);
    });

    it.each(METHODS)('has an answer for 0 to 3 points, nothing but NaN, infinity, and a constant: %s', method => {
        const nothing = [[], [1], [1, 2], [1, 2, 900], [NaN, NaN], [Infinity, 1, 1, -Infinity], new Array(99).fill(7)];
        for (const values of nothing) {
            expect(detect(values, { method })).toMatchObject({ length: values.length, points: [], periods: [] });
        }
    });

    it('keeps points at the minimum unless asked to leave them out', () => {
        const idle = Array.from({ length: 200 }, (_, index) => (index < 140 ? 0 : 50 + (index % 3)));
        expect(detect(idle, { method: 'iqr', iqrFactor: 1.5 }).points).toHaveLength(0);
        const dip = noise.map((value, index) => (index === 200 ? 0 : value));
        expect(detect(dip, { method: 'zscore' }).points).toHaveLength(1);
        expect(detect(dip, { method: 'zscore', removeMinimum: true }).points).toHaveLength(0);
        expect(detect([], { removeMinimum: true }).points).toHaveLength(0);
    });

    it.each(METHODS)('changes neither values nor times, and answers the same again: %s', method => {
        const series = seriesOf(spiked);
        const copy = seriesOf(spiked);
        const parameters = Object.freeze({ ...DEFAULT_ANOMALY_PARAMETERS, method, removeMinimum: true });
        const first = detectAnomalies(Object.freeze(series), REFERENCE, parameters);
        expect(series).toEqual(copy);
        expect(detectAnomalies(series, REFERENCE, parameters)).toEqual(first);
    });

    it('refuses a method that there is not, and names those that there are', () => {
        expect(() => detect([1], { method: 'magic' })).toThrow(ParameterError);
        expect(() => detect([1], { method: 'magic' })).toThrow('use one of auto, zscore, iqr, moving_average');
    });
});
