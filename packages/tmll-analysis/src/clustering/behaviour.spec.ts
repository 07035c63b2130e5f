import { renderText } from '../document/render-text';
import { seriesOf } from '../series/test-support/series-of';
import { fromWire, toWire } from '../series/wire';
import { SeededRandom } from '../statistics/seeded-random';
import { ClusterOptions } from './cluster';
import { ClusteringData } from './clustering-result';
import { findPhases } from './find-phases';
import { clusteringFindings } from './findings';
import { groupSeries, NamedSeries } from './group-series';
import { interpretClustering } from './interpret';
import { clusteringPlots } from './plots';

const OPTIONS: ClusterOptions = { method: 'kmeans', clusters: 0, eps: 0, minSamples: 5, seed: 42 };
const LENGTH = 1000;
const WINDOW_NS = 1_000_000_000n;

function named(name: string, seed: number, value: (t: number) => number, noise = 0.2): NamedSeries {
    const random = new SeededRandom(seed);
    const values = Float64Array.from({ length: LENGTH }, (_, t) => value(t) + noise * random.gaussian());
    const path = ['CPU', name];
    const id = path.join('/');
    const points = { ...seriesOf(values), path, id, name: path.join(' → '), unit: '%' };
    return { points, id, name: points.name, series: { outputId: 'cpu', path } };
}

const wave = (t: number): number => Math.sin(t / 30);
const ramp = (t: number): number => t / 200;

describe('groupSeries', () => {
    it('puts together what moves alike, whatever its unit and size', () => {
        const groups = groupSeries(
            [
                named('a', 1, wave),
                named('b', 2, t => 1e6 * wave(t), 1e5),
                named('c', 3, ramp),
                named('d', 4, t => 100 + 5 * ramp(t)),
                named('e', 5, t => -3 + wave(t)),
                named('flat', 6, () => 5, 0)
            ],
            OPTIONS
        );
        const names = groups?.groups.map(({ members }) => members.map(({ name }) => name.slice(-1)));
        expect(names).toEqual([
            ['a', 'b', 'e'],
            ['c', 'd']
        ]);
        expect(groups?.constant.map(({ name }) => name)).toEqual(['CPU → flat']);
        expect(groups?.quality?.silhouette).toBeGreaterThan(0.5);
    });

    it('has no groups of two series', () => {
        expect(groupSeries([named('a', 1, wave), named('b', 2, ramp)], OPTIONS)).toBeUndefined();
    });
});

/** Busy from 300 to 400 and from 700 to 800, of 1,000 points of 100 ms. */
const burst = (t: number): number => ((t >= 300 && t < 400) || (t >= 700 && t < 800) ? 80 : 20);

describe('findPhases', () => {
    const phases = findPhases(
        [named('a', 1, burst), named('b', 2, t => 100 - burst(t))],
        WINDOW_NS,
        'standard',
        OPTIONS
    );

    it('tells stretches in which all behave alike, and that two of them are of a kind', () => {
        expect(phases?.kinds.map(({ name, share }) => [name, share])).toEqual([
            ['A', 0.8],
            ['B', expect.closeTo(0.2, 12)]
        ]);
        expect(phases?.phases.map(({ startNs, kind }) => [Number(startNs - seriesOf([]).origin) / 1e8, kind])).toEqual([
            [0, 0],
            [300, 1],
            [400, 0],
            [700, 1],
            [800, 0]
        ]);
        expect(phases?.kinds[1].means[0]).toBeCloseTo(80, 0);
        expect(phases?.kinds[1].foremost).toHaveLength(2);
    });

    it('tells by how much values scatter, too', () => {
        const random = new SeededRandom(9);
        const values = named('a', 1, t => random.gaussian() * (t < 500 ? 1 : 10), 0);
        const found = findPhases([values], WINDOW_NS, 'standard', { ...OPTIONS, clusters: 2 });
        expect(found?.phases).toHaveLength(2);
        expect(found?.phases[1].startNs).toBe(values.points.origin + 50_000_000_000n);
    });

    it('has no phases of too little', () => {
        expect(findPhases([named('a', 1, burst)], WINDOW_NS * 50n, 'standard', OPTIONS)).toBeUndefined();
        expect(findPhases([named('a', 1, () => 1, 0)], WINDOW_NS, 'standard', OPTIONS)).toBeUndefined();
        expect(findPhases([], WINDOW_NS, 'standard', OPTIONS)).toBeUndefined();
    });

    it('is told by findings, a time graph and a report, also after a journey', () => {
        const groups = groupSeries([named('a', 1, wave), named('b', 2, ramp), named('c', 3, ramp)], OPTIONS);
        const data: ClusteringData = { phases, groups };
        const back = fromWire<ClusteringData>(JSON.parse(JSON.stringify(toWire(data))));
        expect(back).toEqual(data);
        const findings = clusteringFindings(back);
        expect(findings).toHaveLength(2);
        expect(findings[0].sentence).toMatch(
            /^For 10 s the trace behaves in a way \(B\) that it has for 20 % of the time: CPU → /
        );
        const { origin } = seriesOf([]);
        const range = { startNs: origin, endNs: origin + 100_000_000_000n };
        expect(clusteringPlots(back, range).map(({ id }) => id)).toEqual(['phases', 'series-groups']);
        const text = renderText(interpretClustering({ data: back, findings, provenance: { range } as never }));
        expect(text).toContain('5 phases of 2 kinds of behaviour');
        expect(text).toContain('Series that Move Alike');
    });
});
