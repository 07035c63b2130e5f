import { renderText } from '../document/render-text';
import { AnalysisResult } from '../series/analysis';
import { AnomalyData, AnomalyPeriod, SeriesAnomalies } from './anomaly-result';
import { interpretAnomalies } from './interpret';

const START = 1_795_424_298_201_926_749n;
const period = (startNs: bigint, severity: number): AnomalyPeriod => ({
    startNs,
    endNs: startNs + 9n,
    severity,
    confidence: 1,
    points: 1,
    direction: 'above',
    actual: 9,
    expected: {}
});
const series = (name: string, ...periods: AnomalyPeriod[]): SeriesAnomalies => ({
    series: { outputId: 'o', path: [name] },
    id: name,
    name,
    unit: '',
    length: 200,
    points: [],
    periods
});
const resultOf = (...all: SeriesAnomalies[]): AnalysisResult<AnomalyData> => ({
    provenance: {} as AnalysisResult['provenance'],
    findings: [],
    data: { series: all }
});

describe('interpretAnomalies', () => {
    it('puts the series with the worst period first, goes there, and names the quiet ones', () => {
        const { sections } = interpretAnomalies(
            resultOf(
                series('calm'),
                series('a', period(START, 20)),
                series('b', period(START + 1n, 30), period(START + 50n, 70))
            )
        );
        expect(sections[1].blocks[0]).toMatchObject({
            rows: [['b', '70', '2', '0', '0.0 %'], expect.arrayContaining(['a', '20'])],
            places: [
                { startNs: START + 50n, series: { path: ['b'] } },
                { startNs: START, series: { path: ['a'] } }
            ]
        });
        expect(renderText({ title: '', sections })).toContain('Nothing unusual in calm.');
    });

    it('has words where there is nothing', () => {
        expect(interpretAnomalies(resultOf()).sections[1].blocks).toEqual([]);
    });
});
