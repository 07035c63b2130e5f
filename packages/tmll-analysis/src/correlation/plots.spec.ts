import { renderSvg } from '../plot/render-svg';
import { ORIGIN, seriesOf } from '../series/test-support/series-of';
import { SeededRandom } from '../statistics/seeded-random';
import { correlateSeries } from './correlate-series';
import { CorrelationParameters } from './correlation-schema';
import { correlationMatrixPlot, overlaidSeriesPlot, standardScores } from './plots';

const PARAMETERS: CorrelationParameters = { method: 'auto', resample: '', significance: 0.05, lags: true };
const random = new SeededRandom(1);
const noise = Float64Array.from({ length: 200 }, () => random.gaussian());
const series = ['load', 'a&b <x>', 'flat'].map((name, index) => ({
    ...seriesOf(noise.map((value, at) => (index === 2 ? 1 : value + index * noise[199 - at]))),
    id: name,
    name,
    path: ['Metrics', name],
    outputId: 'metrics'
}));

describe('correlationMatrixPlot', () => {
    it('has one cell a pair below the diagonal, and faint ones where it may be chance', async () => {
        const data = await correlateSeries(series, 100_000_000n, PARAMETERS, () => Promise.resolve());
        const { option, description } = correlationMatrixPlot(data);
        const [{ data: cells }] = option.series as [{ data: { value: number[]; itemStyle: { opacity: number } }[] }];
        expect(cells.map(({ value: [column, row] }) => column < row)).toEqual([true, true, true]);
        expect(new Set(cells.map(({ itemStyle }) => itemStyle.opacity))).toEqual(new Set([1, 0.35]));
        expect(description).toContain('3 series');
        const svg = renderSvg(correlationMatrixPlot(data));
        expect(svg).toContain('a&amp;b &lt;x&gt;');
    });

    it('draws one series and none', async () => {
        for (const few of [series.slice(0, 1), []]) {
            const data = await correlateSeries(few, 1n, PARAMETERS, () => Promise.resolve());
            expect(renderSvg(correlationMatrixPlot(data))).toContain('<svg');
        }
    });
});

describe('overlaidSeriesPlot', () => {
    it('draws each series in its own standard deviations, gaps as gaps', () => {
        const gap = { ...series[0], values: series[0].values.map((value, index) => (index === 3 ? NaN : 1e9 * value)) };
        const lines = overlaidSeriesPlot([gap, series[2]]).option.series as { data: [number, number | null][] }[];
        expect(lines[0].data[3][1]).toBeNull();
        expect(Math.max(...lines[0].data.map(([, y]) => Math.abs(y ?? 0)))).toBeLessThan(5);
        expect(lines[1].data.every(([, y]) => y === 0)).toBe(true);
        expect(ORIGIN).toBe(gap.origin);
    });

    it('scales to mean 0 and deviation 1', () => {
        expect([...standardScores(Float64Array.of(1, 3))]).toEqual([-1, 1]);
    });
});
