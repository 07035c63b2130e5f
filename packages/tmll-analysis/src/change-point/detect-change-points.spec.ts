import { renderText } from '../document/render-text';
import { seriesOf } from '../series/test-support/series-of';
import { TimeSeries } from '../series/time-series';
import { fromWire, toWire } from '../series/wire';
import { SeededRandom } from '../statistics/seeded-random';
import { ChangePointData } from './change-point-result';
import { ChangePointParameters, DEFAULT_CHANGE_POINT_PARAMETERS } from './change-point-schema';
import { detectChangePoints } from './detect-change-points';
import { changePointFindings } from './findings';
import { interpretChangePoints } from './interpret';
import { changePointPlots } from './plots';

/** Noise of deviation 1, and what is added to it. */
function noisy(name: string, seed: number, length: number, added: (index: number) => number): TimeSeries {
    const random = new SeededRandom(seed);
    const values = Float64Array.from({ length }, (_, index) => random.gaussian() + added(index));
    const path = ['CPU', name];
    return { ...seriesOf(values), path, id: path.join('/'), name: path.join(' → '), unit: '%' };
}

function detect(series: readonly TimeSeries[], parameters: Partial<ChangePointParameters> = {}): ChangePointData {
    const referenced = series.map(points => ({ points, reference: { outputId: 'cpu', path: points.path } }));
    return detectChangePoints(referenced, { ...DEFAULT_CHANGE_POINT_PARAMETERS, ...parameters });
}

const STEP = noisy('a', 1, 300, index => (index < 120 ? 20 : 60));

describe('detectChangePoints', () => {
    it('tells when, between which levels, and how sure it is', () => {
        const { series, joint } = detect([STEP]);
        expect(joint).toEqual([]);
        expect(series[0].changes).toHaveLength(1);
        const [change] = series[0].changes;
        expect(change.ns).toBe(STEP.origin + 12_000_000_000n);
        expect(change.startNs <= change.ns && change.ns <= change.endNs).toBe(true);
        expect(change.before).toMatchObject({ points: 120, slope: 0, mean: expect.closeTo(20, 0) });
        expect(change.after.mean).toBeCloseTo(60, 0);
        expect(change.step).toBeCloseTo(40, 0);
        expect(change.probability).toBeGreaterThan(0.99);
        expect(series[0].segments.map(({ points }) => points)).toEqual([120, 180]);
    });

    it('says so in a sentence', () => {
        const [finding] = changePointFindings(detect([STEP]));
        expect(finding).toMatchObject({ kind: 'change-point', series: { outputId: 'cpu', path: ['CPU', 'a'] } });
        expect(finding.sentence).toMatch(
            /^CPU → a rises from (19\.9|20|20\.\d) % to (59\.9|60|60\.\d) %, for 17.9 s\.$/
        );
        expect(finding.severity).toBeGreaterThan(60);
        const growing = noisy('a', 2, 500, index => Math.max(0, index - 250));
        expect(changePointFindings(detect([growing]))[0].sentence).toMatch(/begins to grow by (9\.\d+|10(\.\d)?) %\/s/);
    });

    it('leaves missing values out and keeps the time', () => {
        const values = STEP.values.map((value, index) => (index >= 40 && index < 70 ? NaN : value));
        const { changes, length } = detect([{ ...STEP, values }]).series[0];
        expect(length).toBe(270);
        expect(changes.map(({ ns }) => ns)).toEqual([STEP.origin + 12_000_000_000n]);
    });

    it.each(['voting', 'zscore', 'pca'] as const)('finds when several change together (%s)', method => {
        const others = [
            noisy('b', 2, 300, index => (index < 121 ? 5 : 0)),
            noisy('c', 3, 300, index => (index < 119 ? 0 : 9)),
            noisy('d', 4, 300, () => 3)
        ];
        const { joint } = detect([STEP, ...others], { method });
        expect(joint.map(each => each.method)).toEqual([method]);
        expect(joint[0].changes).toHaveLength(1);
        const [change] = joint[0].changes;
        expect(Math.abs(Number(change.ns - STEP.origin) / 1e8 - 120)).toBeLessThanOrEqual(1);
        expect(change.members.map(({ name }) => name).sort()).toEqual(['CPU → a', 'CPU → b', 'CPU → c']);
        expect(change.of).toBe(4);
    });

    it('does not call it together when only one changes', () => {
        const { joint } = detect([STEP, noisy('b', 2, 300, () => 0), noisy('c', 3, 300, () => 0)]);
        expect(joint).toEqual([{ method: 'voting', changes: [] }]);
    });

    it('crosses processes unchanged, and can be drawn and told from that', () => {
        const data = detect([STEP, noisy('b', 2, 300, index => (index < 121 ? 5 : 0))], { method: 'all' });
        const back = fromWire<ChangePointData>(JSON.parse(JSON.stringify(toWire(data))));
        expect(back).toEqual(data);
        const range = { startNs: STEP.origin, endNs: STEP.origin + 30_000_000_000n };
        expect(changePointPlots(back, range).map(({ id }) => id)).toEqual([
            'change-points-zscore',
            'change-points-voting',
            'change-points-pca',
            'change-points-cpu-a',
            'change-points-cpu-b'
        ]);
        const provenance = { range, points: 600, resamplingNs: 100_000_000n } as never;
        const text = renderText(interpretChangePoints({ data: back, findings: [], provenance }));
        expect(text).toContain('Change Point Analysis Results');
        expect(text).toContain('CPU → a');
    });

    it.each([[[]], [[5]], [[NaN, NaN]], [[1, 2]]])('takes the values %p', values => {
        const { series } = detect([{ ...STEP, ...seriesOf(values) }]);
        expect(series[0].changes).toEqual([]);
    });

    it('takes no series', () => {
        expect(detect([])).toEqual({ series: [], joint: [] });
    });
});
