import { seriesOf } from '../series/test-support/series-of';
import { SeededRandom } from '../statistics/seeded-random';
import { AnomalyParameters, DEFAULT_ANOMALY_PARAMETERS } from './anomaly-schema';
import { scorePoints } from './detect-anomalies';

const SERIES = 30;
const LENGTH = 10_000;

/** Flagged points per 10,000 of Gaussian noise. */
function falseAlarms(parameters: Partial<AnomalyParameters>): number {
    const random = new SeededRandom(2026);
    let flagged = 0;
    for (let repetition = 0; repetition < SERIES; repetition++) {
        const series = seriesOf(Float64Array.from({ length: LENGTH }, () => 250 + 16 * random.gaussian()));
        const { flags } = scorePoints(series, { ...DEFAULT_ANOMALY_PARAMETERS, ...parameters });
        flagged += flags.reduce((sum, flag) => sum + flag, 0);
    }
    return flagged / SERIES;
}

describe('on noise alone', () => {
    it.each([
        ['zscore', 0.63],
        ['iqr', 0.52],
        ['moving_average', 0.32],
        ['poly', 0.08]
    ])('%s flags less than one of 10,000 points by default, near the %d of theory', (method, theory) => {
        const alarms = falseAlarms({ method });
        expect(alarms).toBeLessThan(1);
        expect(Math.abs(alarms - theory)).toBeLessThan(4 * Math.sqrt(theory / SERIES));
    });

    it('combined flags even less, for all must agree', () => {
        expect(falseAlarms({ method: 'combined' })).toBeLessThan(0.3);
    });

    it.each(['auto', 'iforest', 'frequency_domain', 'spectral_residual', 'sub_pca', 'matrix_profile'])(
        '%s flags less than one of 10,000 points by default',
        method => {
            expect(falseAlarms({ method })).toBeLessThan(1);
        }
    );

    it.each([
        ['zscore', { zscoreThreshold: 3.5 }, 4.65],
        ['iqr', { iqrFactor: 1.5 }, 69.8],
        ['moving_average', { movingAverageWindowSize: 10, movingAverageThreshold: 2 }, 889],
        ['moving_average', { movingAverageWindowSize: 10, movingAverageThreshold: 3 }, 187]
    ])('%s means what %j say: near the %d of the Gaussian and t distributions', (method, parameters, theory) => {
        const alarms = falseAlarms({ method, ...parameters });
        // Windows overlap, so the flags of a moving average come in clusters and scatter more than single ones.
        expect(Math.abs(alarms - theory)).toBeLessThan(8 * Math.sqrt(theory / SERIES));
    });
});
