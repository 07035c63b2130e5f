import { CapacityData } from './capacity-result';
import { capacityPlots } from './plots';

const T0 = 1_795_422_823_334_816_823n;
const SECOND = 1e9;

const resourceOf = (rest: object = {}): CapacityData =>
    ({
        resources: [
            {
                series: { outputId: 'cpu', path: ['CPU'] },
                name: 'CPU',
                unit: '%',
                threshold: 20,
                history: { originNs: T0, times: Float64Array.of(0, 5 * SECOND), values: Float64Array.of(4, 10) },
                forecast: {
                    originNs: T0,
                    times: Float64Array.of(6 * SECOND, 8 * SECOND),
                    meanValues: Float64Array.of(10, 10),
                    // The quantiles of the standard normal distribution at 97.5 % (scipy.stats.norm.ppf).
                    lowValues: Float64Array.of(0, 0),
                    highValues: Float64Array.of(10 + 1.959963984540054, 10 + 10 * 1.959963984540054),
                    riskValues: Float64Array.of(0, 0.2)
                },
                violations: [],
                ...rest
            }
        ]
    }) as unknown as CapacityData;

interface Drawn {
    readonly name: string;
    readonly data: readonly (readonly [number, number])[];
    readonly markLine?: { readonly data: readonly { xAxis?: number; place?: number }[] };
}

const drawn = (data: CapacityData, options = {}): readonly Drawn[] =>
    capacityPlots(data, options)[0].option.series as never;
const heights = (series: readonly Drawn[], name: string): number[] =>
    series.find(each => each.name === name)?.data.map(([, y]) => y) ?? [];

describe('a plot of a forecast', () => {
    it('has the bands that hold 80 % and 95 %, as scipy says, and none of it below zero', () => {
        const series = drawn(resourceOf());
        expect(heights(series, '95 %')[0]).toBeCloseTo(2 * 1.959963984540054, 6);
        expect(heights(series, '80 %')[0]).toBeCloseTo(2 * 1.2815515655446004, 6);
        expect(heights(series, '95 %, from')[1]).toBe(0);
        expect(heights(series, '80 %, from')[1]).toBe(0);
    });

    it('has the same bands whatever confidence the analysis was asked for', () => {
        const wide = resourceOf();
        wide.resources[0].forecast.highValues.set([10 + 2.5758293035489004, 10 + 25.758293035489004]);
        const series = drawn(wide, { confidence: 0.99 });
        expect(heights(series, '95 %')[0]).toBeCloseTo(2 * 1.959963984540054, 6);
    });

    it('marks when the limit is exceeded, and leads there', () => {
        const startNs = T0 + 8_000_000_000n;
        const [plot] = capacityPlots(resourceOf({ possibleFromNs: startNs }));
        const [{ markLine }] = plot.option.series as unknown as Drawn[];
        expect(markLine?.data[2]).toMatchObject({ xAxis: 8, place: 0 });
        expect(plot.places?.[0]).toMatchObject({ startNs });
        expect(drawn(resourceOf())[0].markLine?.data).toHaveLength(2);
    });
});
