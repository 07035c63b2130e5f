import { ORIGIN } from '../series/test-support/series-of';
import { AnomalyPeriod, SeriesAnomalies } from './anomaly-result';
import { anomalyFindings } from './findings';

function period(change: Partial<AnomalyPeriod> = {}): AnomalyPeriod {
    return {
        startNs: ORIGIN,
        endNs: ORIGIN + 699_999_999n,
        severity: 60,
        confidence: 0.9,
        points: 7,
        direction: 'below',
        actual: 0,
        expected: { value: 265, low: 190.4, high: 340.2 },
        ...change
    };
}

function anomaliesOf(periods: readonly AnomalyPeriod[], outputId = 'event-rate', unit = 'events/s'): SeriesAnomalies {
    return {
        series: { outputId, path: ['Event Rate', 'shop:request_begin'] },
        id: 'Event Rate/shop:request_begin',
        name: 'Event Rate → shop:request_begin',
        unit,
        length: 300,
        points: [],
        periods
    };
}

const sentence = (change: Partial<AnomalyPeriod>): string =>
    anomalyFindings([anomaliesOf([period(change)])])[0].sentence;

describe('anomalyFindings', () => {
    it('says in one sentence what happened, how long, and what is usual', () => {
        expect(sentence({})).toBe(
            'Event Rate → shop:request_begin drops to 0 events/s for 700 ms; 190–340 events/s is usual here.'
        );
        expect(sentence({ direction: 'above', actual: 1234 })).toContain('rises to 1,234 events/s for 700 ms;');
        expect(sentence({ direction: 'both', actual: 900 })).toContain('swings as far as 900 events/s for 700 ms;');
    });

    it('gives no duration to a point in time, and no band that it does not know', () => {
        expect(sentence({ endNs: ORIGIN, expected: {} })).toBe(
            'Event Rate → shop:request_begin drops to 0 events/s at one point.'
        );
    });

    it('says that only the shape is unusual where the values are not', () => {
        expect(sentence({ direction: 'within', actual: 250 })).toBe(
            'Event Rate → shop:request_begin moves in an unusual way for 700 ms, ' +
                'though its values stay within the usual 190–340 events/s.'
        );
        expect(sentence({ direction: 'within', actual: 250, expected: {} })).toBe(
            'Event Rate → shop:request_begin moves in an unusual way for 700 ms.'
        );
    });

    it('tells a value from the band even where both are far from zero', () => {
        const far = { direction: 'above' as const, actual: 1e9 + 20, expected: { low: 1e9 - 4, high: 1e9 + 4 } };
        expect(sentence(far)).toContain('rises to 1,000,000,020 events/s');
        expect(sentence(far)).toContain('999,999,996–1,000,000,004 events/s is usual here.');
    });

    it('carries over what a list and an overlay need', () => {
        expect(anomalyFindings([anomaliesOf([period()])])[0]).toMatchObject({
            kind: 'anomaly',
            series: { outputId: 'event-rate', path: ['Event Rate', 'shop:request_begin'] },
            startNs: ORIGIN,
            endNs: ORIGIN + 699_999_999n,
            severity: 60,
            confidence: 0.9,
            actual: 0,
            expected: { value: 265, low: 190.4, high: 340.2 },
            unit: 'events/s'
        });
    });

    it('puts the worst first, then the earliest', () => {
        const later = { startNs: ORIGIN + 5n, endNs: ORIGIN + 9n };
        const findings = anomalyFindings([
            anomaliesOf([period(later), period({ startNs: ORIGIN + 2n })]),
            anomaliesOf([period({ severity: 90, ...later })], 'other', 'ns')
        ]);
        expect(findings.map(({ severity, startNs }) => [severity, startNs - ORIGIN])).toEqual([
            [90, 5n],
            [60, 2n],
            [60, 5n]
        ]);
    });

    it('gives ids that are unique and stay the same', () => {
        const series = [
            anomaliesOf([period(), period({ startNs: ORIGIN + 5n })]),
            anomaliesOf([period()], 'other', 'ns')
        ];
        const ids = anomalyFindings(series).map(({ id }) => id);
        expect(new Set(ids).size).toBe(3);
        expect(anomalyFindings([...series].reverse()).map(({ id }) => id)).toEqual(ids);
        expect(ids).toContain(`anomaly/event-rate/Event Rate/shop:request_begin/${ORIGIN}`);
    });

    describe('of several series that say the same', () => {
        const worst = anomaliesOf([period({ severity: 80 })], 'total');
        const other = (change: Partial<AnomalyPeriod>, unit?: string): SeriesAnomalies =>
            anomaliesOf([period(change)], 'part', unit);

        it('are one, told by the worst, which names the others', () => {
            const findings = anomalyFindings([other({ endNs: ORIGIN + 499_999_999n }), worst, other({})]);
            expect(findings).toHaveLength(1);
            expect(findings[0]).toMatchObject({ severity: 80, alsoIn: [{ outputId: 'part' }, { outputId: 'part' }] });
            expect(findings[0].sentence).toMatch(/ The same in Event Rate → shop:request_begin and 1 other\.$/);
        });

        it.each<[string, SeriesAnomalies]>([
            ['another unit', other({}, 'ns')],
            ['no unit', other({}, '')],
            ['the other direction', other({ direction: 'above' })],
            ['a time of which less than half is common', other({ endNs: ORIGIN + 299_999_999n })]
        ])('are two with %s', (_, second) => {
            expect(anomalyFindings([worst, second])).toHaveLength(2);
        });
    });

    it('is empty for nothing', () => {
        expect(anomalyFindings([])).toEqual([]);
        expect(anomalyFindings([anomaliesOf([])])).toEqual([]);
    });
});
