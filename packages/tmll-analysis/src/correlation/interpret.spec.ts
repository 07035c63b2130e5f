import { renderSvg } from '../plot/render-svg';
import { renderText } from '../document/render-text';
import { ReportDocument } from '../document/report-document';
import { TracePlace } from '../series/time-series';
import { Plot } from '../plot/plot';
import { AnalysisResult } from '../series/analysis';
import { ORIGIN, seriesOf } from '../series/test-support/series-of';
import { SeededRandom } from '../statistics/seeded-random';
import { correlateSeries } from './correlate-series';
import { CorrelationData } from './correlation-result';
import { interpretCorrelations } from './interpret';
import { analyzeLag } from './lag/analyze-lag';
import { interpretLag } from './lag/interpret';
import { LagData, LagPoint } from './lag/lag-result';
import { scatterPlot } from './pair-plots';

const STEP = 10_000_000n;
const LAG = 5;
const random = new SeededRandom(5);
const noise = Float64Array.from({ length: 305 }, () => random.gaussian());
const named = (name: string, values: Float64Array): ReturnType<typeof seriesOf> & { outputId: string } => ({
    ...seriesOf(values),
    id: name,
    name,
    path: ['Metrics', name],
    outputId: 'metrics'
});
const cause = named('cause', noise.slice(LAG));
const effect = named(
    'effect',
    noise.slice(0, -LAG).map(value => -2 * value)
);
const other = named(
    'other',
    cause.values.map(() => random.gaussian())
);
const flat = named('flat', new Float64Array(300));

const resultOf = <D>(data: D): AnalysisResult<D> => ({
    provenance: { range: { startNs: ORIGIN, endNs: ORIGIN + 300n * STEP } } as AnalysisResult['provenance'],
    findings: [],
    data
});
const plotsOf = ({ sections }: ReportDocument): Plot[] =>
    sections.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'plot' ? [block.plot] : [])));

async function correlations(series: readonly (typeof cause)[]): Promise<CorrelationData> {
    const parameters = { method: 'auto', resample: '', significance: 0.05, lags: true } as const;
    return correlateSeries(series, STEP, parameters, () => Promise.resolve());
}

function lag(): LagData {
    const { lags, best, ...found } = analyzeLag(cause.values, effect.values, { most: 20 });
    const pointOf = ({ lag: samples, ...each }: (typeof lags)[number]): LagPoint => ({
        ...each,
        samples,
        ns: BigInt(samples) * STEP
    });
    const described = ({ id, name, unit, values, outputId, path }: typeof cause): LagData['first'] => ({
        series: { outputId, path },
        id,
        name,
        unit,
        values
    });
    return {
        ...found,
        lags: lags.map(pointOf),
        best: pointOf(best),
        first: described(cause),
        second: described(effect),
        startNs: ORIGIN,
        stepNs: STEP
    };
}

describe('interpretCorrelations', () => {
    it('tells the related pair with its lag, where to look, and nothing of unrelated ones', async () => {
        const document = interpretCorrelations(resultOf(await correlations([cause, effect, other, flat])));
        const text = renderText(document, 160);
        expect(text).toMatch(/cause leads effect by 50 ms, against each other/);
        expect(text).not.toMatch(/other leads|other and cause move/);
        expect(text).toContain('3 pairs have nothing to compare');
        const places = document.sections.flatMap(({ blocks }) =>
            blocks.flatMap((block): readonly (TracePlace | undefined)[] =>
                block.kind === 'table' ? (block.places ?? []) : []
            )
        );
        expect(places).toEqual([
            {
                startNs: ORIGIN,
                endNs: ORIGIN + 300n * STEP,
                series: expect.objectContaining({ path: ['Metrics', 'cause'] })
            }
        ]);
    });

    it('draws the matrix and the strongest pair, each plot under an id of its own', async () => {
        const plots = plotsOf(interpretCorrelations(resultOf(await correlations([cause, effect, other]))));
        expect(plots).toHaveLength(3);
        expect(new Set(plots.map(({ id }) => id)).size).toBe(3);
        plots.forEach(plot => expect(renderSvg(plot)).toContain('<svg'));
    });

    it('has words for one series, and for none', async () => {
        for (const series of [[], [cause]]) {
            const text = renderText(interpretCorrelations(resultOf(await correlations(series))));
            expect(text).toContain('No two series have to do with each other more than chance.');
        }
    });
});

describe('interpretLag', () => {
    it('says which moves first and by how much, and draws it', () => {
        const document = interpretLag(resultOf(lag()));
        expect(renderText(document, 160)).toMatch(/cause leads effect by 50 ms/);
        expect(plotsOf(document).map(({ id }) => id)).toEqual(['lag-analysis', 'overlaid-series', 'scatter']);
    });
});

describe('scatterPlot', () => {
    const dots = (lagSamples: number, first = cause.values, second = effect.values): number[][] => {
        const grid = { startNs: ORIGIN, stepNs: STEP };
        const plot = scatterPlot(grid, { ...cause, values: first }, { ...effect, values: second }, lagSamples);
        return (plot?.option.series as [{ data: number[][] }])[0].data;
    };

    it('takes out the lag, whichever of the two leads', () => {
        expect(dots(LAG)).toHaveLength(300 - LAG);
        dots(LAG).forEach(([x, y]) => expect(y).toBeCloseTo(-2 * x, 12));
        dots(-LAG, effect.values, cause.values).forEach(([x, y]) => expect(x).toBeCloseTo(-2 * y, 12));
    });

    it('leaves out what has no value, and has nothing where values were not kept', () => {
        const gap = cause.values.map((value, index) => (index === 7 ? NaN : value));
        expect(dots(0, gap)).toHaveLength(299);
        expect(scatterPlot({ startNs: ORIGIN, stepNs: STEP }, { ...cause, values: undefined }, effect)).toBeUndefined();
    });
});
