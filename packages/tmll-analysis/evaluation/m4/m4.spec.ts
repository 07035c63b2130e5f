import { forecastSeries, periodsOf } from 'tmll-analysis/algorithms';
import { referenceFolder } from '../reference-folder';
import { loadM4Series, M4Frequency, M4Series } from './m4-series';
import { overallWeightedAverage } from './owa';

const folder = referenceFolder('m4');
if (folder === undefined) {
    process.stderr.write('No reference data m4: tests on it are skipped; set TMLL_SHARED.\n');
}

const HOUR_NS = 3_600e9;
const PERIOD: Readonly<Record<M4Frequency, number>> = { hourly: 24, weekly: 1 };
const STEP_NS: Readonly<Record<M4Frequency, number>> = { hourly: HOUR_NS, weekly: 168 * HOUR_NS };
/** Every third series, which takes some seconds and comes out as all do. */
const EVERY = 3;

(folder === undefined ? describe.skip : describe)('forecasts of M4', () => {
    const load = (frequency: M4Frequency): M4Series[] =>
        loadM4Series(folder ?? '', frequency).filter((_, index) => index % EVERY === 0);

    it('scores the seasonal naive forecast .574 on all hourly series, as published', () => {
        const all = loadM4Series(folder ?? '', 'hourly');
        const seasonal = ({ history, future }: M4Series): Float64Array =>
            future.map((_, step) => history[history.length - 24 + (step % 24)]);
        expect(overallWeightedAverage(all, 24, seasonal)).toBeCloseTo(0.574, 3);
    });

    it.each([
        ['weekly', 0.8],
        ['hourly', 0.5]
    ] as const)(
        'have on %s series an OWA of at most %d, and hold 90 %% of the values in bands of 95 %%',
        (frequency, most) => {
            let inside = 0;
            let count = 0;
            const owa = overallWeightedAverage(load(frequency), PERIOD[frequency], ({ history, future }) => {
                const periods = periodsOf(history, STEP_NS[frequency]);
                const { meanValues, deviationValues } = forecastSeries(history, future.length, periods, 'auto');
                future.forEach((value, step) => {
                    inside += Math.abs(value - meanValues[step]) <= 1.96 * deviationValues[step] ? 1 : 0;
                    count++;
                });
                return meanValues;
            });
            expect(owa).toBeLessThan(most);
            expect(inside / count).toBeGreaterThan(0.9);
        }
    );
});
