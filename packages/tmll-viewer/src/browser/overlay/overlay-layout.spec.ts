import { BandOverlay, OverlaySeverity, PointsOverlay, SpansOverlay } from './overlay';
import { hitTest } from './overlay-hit-test';
import { layoutOverlays, PlotScale } from './overlay-layout';

const ORIGIN = 1_457_113_582_794_565_804n;

/** 1000 ns on 100 pixels, values 0 to 10 on 50 pixels. */
const scale: PlotScale = {
    origin: ORIGIN,
    view: { start: 1000, end: 2000 },
    width: 100,
    height: 50,
    yOf: value => 50 - value * 5
};

function points(times: number[], values: number[], origin = ORIGIN, level: OverlaySeverity = 'high'): PointsOverlay {
    return {
        id: 'p',
        kind: 'points',
        origin,
        times: Float64Array.from(times),
        values: Float64Array.from(values),
        severity: () => level,
        tooltip: index => [`point ${index}`]
    };
}

function spans(stretches: [number, number][], origin = ORIGIN): SpansOverlay {
    return {
        id: 's',
        kind: 'spans',
        origin,
        starts: Float64Array.from(stretches, ([start]) => start),
        ends: Float64Array.from(stretches, ([, end]) => end),
        severity: () => 'medium',
        tooltip: index => [`span ${index}`]
    };
}

describe('layoutOverlays', () => {
    it('places points by time and value, and only those in view', () => {
        const layout = layoutOverlays([points([999, 1000, 1500, 2000, 2001], [1, 2, 4, 6, 8])], scale);
        expect(layout.points.map(({ index, x, y }) => ({ index, x, y }))).toEqual([
            { index: 1, x: 0, y: 40 },
            { index: 2, x: 50, y: 30 },
            { index: 3, x: 100, y: 20 }
        ]);
    });

    it('is exact to the ns when the overlay has an origin of its own', () => {
        const [point] = layoutOverlays([points([0], [1], ORIGIN + 1234n)], scale).points;
        expect(point.startNs).toBe(ORIGIN + 1234n);
        expect(point.x).toBeCloseTo(23.4, 9);
    });

    it('keeps marks of values beyond the axis at the edge, and says so', () => {
        const [above, below] = layoutOverlays([points([1200, 1300], [40, -3])], scale).points;
        expect([above.y, above.beyond]).toEqual([5, 'above']);
        expect([below.y, below.beyond]).toEqual([45, 'below']);
    });

    it('puts the mark of a missing value at the top', () => {
        expect(layoutOverlays([points([1500], [Number.NaN])], scale).points[0].y).toBe(5);
    });

    it('cuts spans at the edges of the plot, without losing their true ends', () => {
        const [span] = layoutOverlays([spans([[500, 1100]])], scale).spans;
        expect([span.left, span.right]).toEqual([0, 10]);
        expect([span.startNs, span.endNs]).toEqual([ORIGIN + 500n, ORIGIN + 1100n]);
    });

    it('finds a long span that begins before shorter ones that are over', () => {
        const layout = layoutOverlays(
            [
                spans([
                    [0, 5000],
                    [10, 20],
                    [30, 40],
                    [1500, 1600],
                    [2500, 2600]
                ])
            ],
            scale
        );
        expect(layout.spans.map(span => span.index)).toEqual([0, 3]);
    });

    it('merges the points of several overlays in order of time', () => {
        const layout = layoutOverlays([points([1500], [1]), points([1200, 1800], [1, 1])], scale);
        expect(layout.points.map(point => point.x)).toEqual([20, 50, 80]);
    });

    it('breaks a band where a limit is missing and carries it past both edges', () => {
        const band: BandOverlay = {
            id: 'b',
            kind: 'band',
            origin: ORIGIN,
            times: Float64Array.of(800, 900, 1100, 1200, 1300, 1900, 2100, 2200),
            low: Float64Array.of(1, 1, 1, Number.NaN, 1, 1, 1, 1),
            high: Float64Array.of(2, 2, 2, 2, 2, 2, 2, 2)
        };
        expect(layoutOverlays([band], scale).bands.map(({ x }) => x)).toEqual([
            [-10, 10],
            [30, 90, expect.closeTo(110, 9)]
        ]);
    });

    it('has nothing to place without overlays', () => {
        expect(layoutOverlays([], scale)).toEqual({ points: [], spans: [], bands: [], lines: [] });
        expect(layoutOverlays([points([], []), spans([])], scale).points).toEqual([]);
    });
});

describe('hitTest', () => {
    const layout = layoutOverlays(
        [
            points([1500, 1510, 1900], [4, 4, 4]),
            spans([
                [1400, 1900],
                [1480, 1520]
            ])
        ],
        scale
    );

    it('answers the nearest point first, then the narrowest span', () => {
        expect(hitTest(layout, 50.4, 30).map(({ overlay, index }) => overlay.tooltip(index)[0])).toEqual([
            'point 0',
            'point 1',
            'span 1',
            'span 0'
        ]);
    });

    it('hits a span at any height but a point only nearby', () => {
        expect(hitTest(layout, 50, 5).map(({ overlay }) => overlay.kind)).toEqual(['spans', 'spans']);
    });

    it('hits nothing where there is nothing', () => {
        expect(hitTest(layout, 10, 30)).toEqual([]);
    });
});
