import { ORIGIN } from '../series/test-support/series-of';
import { AnomalyPeriod, SeriesAnomalies } from './anomaly-result';
import { AnomalyParameters, DEFAULT_ANOMALY_PARAMETERS } from './anomaly-schema';
import { detectAnomalies } from './detect-anomalies';
import { anomalyFindings } from './findings';
import { Mark, MARKS, requestRate } from './test-support/request-rate';

const BIN = 99_999_999n;

function analyse(parameters: Partial<AnomalyParameters>): SeriesAnomalies {
    const series = requestRate();
    const reference = { outputId: 'event-rate', path: series.path };
    return detectAnomalies(series, reference, { ...DEFAULT_ANOMALY_PARAMETERS, ...parameters });
}

function overlaps({ startNs, endNs }: { startNs: bigint; endNs: bigint }, { from, to }: Mark): boolean {
    return startNs <= ORIGIN + BigInt(to) && endNs >= ORIGIN + BigInt(from);
}

const isFalse = (period: AnomalyPeriod): boolean => !MARKS.some(mark => overlaps(period, mark));

describe('the request rate of a real periodic load', () => {
    const quickstart = analyse({
        method: 'moving_average',
        movingAverageWindowSize: 10,
        movingAverageThreshold: 2
    });

    it('has at least 8 of its 10 labelled anomalies marked by points of moving_average, window 10, threshold 2', () => {
        const found = MARKS.filter(mark =>
            quickstart.points.some(({ ns }) => overlaps({ startNs: ns, endNs: ns + BIN }, mark))
        );
        expect(found.length).toBeGreaterThanOrEqual(8);
    });

    it('has its outage of 700 ms told as one', () => {
        const [gap] = MARKS.filter(({ what }) => what === 'gap');
        const told = anomalyFindings([quickstart]).filter(finding => overlaps(finding, gap));
        expect(told.map(({ sentence }) => sentence)).toEqual([
            'Event Rate → shop:request_begin drops to 0 events/s for 700 ms; 38.6–447 events/s is usual here.'
        ]);
    });

    it.each(['zscore', 'iqr', 'moving_average'])('has its two bursts, each as one period, by %s by default', method => {
        const { periods } = analyse({ method });
        const bursts = MARKS.filter(({ what }) => what === 'burst');
        expect(periods.filter(isFalse)).toEqual([]);
        expect(bursts.map(burst => periods.filter(period => overlaps(period, burst)).length)).toEqual([1, 1]);
        expect(periods.map(({ direction }) => direction)).toEqual(['above', 'above']);
    });
});
