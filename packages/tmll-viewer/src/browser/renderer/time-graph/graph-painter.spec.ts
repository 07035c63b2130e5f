import { Drawing } from '../../draw/drawing';
import { PointsOverlay, SpansOverlay } from '../../overlay/overlay';
import { layoutOverlays } from '../../overlay/overlay-layout';
import { timeTicks } from '../../time/time-ticks';
import { ChartTheme } from '../../theme/chart-theme';
import { buildEntryTree } from '../tree/entry-tree';
import { visibleRows } from '../tree/visible-rows';
import { GRAPH_ROW_HEIGHT, rowLocator, stateAtPoint } from './graph-geometry';
import { GraphPicture, paintGraph, shorten } from './graph-painter';
import { StateRow } from './state-rows';
import { StateStyles } from './state-style';

const styles = new StateStyles({ run: { values: { 'background-color': '#00c800', 'style-name': 'Running' } } });
const running = styles.resolve({ parentKey: 'run', values: {} }, undefined);

function row(entryId: number, stretches: readonly (readonly [number, number, string | undefined])[]): StateRow {
    return {
        entryId,
        starts: Float64Array.from(stretches, ([start]) => start),
        ends: Float64Array.from(stretches, ([, end]) => end),
        labels: stretches.map(([, , label]) => label),
        styles: stretches.map(([, , label]) => (label === undefined ? undefined : running))
    };
}

const theme = { grid: 'grid', text: 'text', rowSelection: 'selected', font: '11px sans-serif' } as ChartTheme;

function picture(change: Partial<GraphPicture> = {}): GraphPicture {
    const entries = [
        { id: 1, labels: ['trace'] },
        { id: 2, parentId: 1, labels: ['CPU 0'] },
        { id: 3, parentId: 1, labels: ['CPU 1'] }
    ];
    return {
        rows: visibleRows(buildEntryTree('Resources', entries), new Set()),
        states: new Map([
            [
                2,
                row(2, [
                    [0, 500, 'read'],
                    [500, 700, undefined],
                    [700, 2000, 'write']
                ])
            ],
            [
                3,
                row(
                    3,
                    Array.from({ length: 1000 }, (_, index) => [index / 10, (index + 1) / 10, 'x'] as const)
                )
            ]
        ]),
        arrows: [],
        view: { start: 0, end: 1000 },
        width: 100,
        height: 60,
        top: 0,
        theme,
        ticks: timeTicks,
        selected: undefined,
        filter: '',
        ...change
    };
}

interface Box {
    readonly fill: string;
    readonly alpha: number;
    readonly at: readonly number[];
}

/** What is painted, as boxes and texts. */
function paint(shown: GraphPicture): { boxes: Box[]; texts: string[] } {
    const boxes: Box[] = [];
    const texts: string[] = [];
    const drawing = {
        globalAlpha: 1,
        fillStyle: '',
        fillRect: (...at: number[]) => boxes.push({ fill: String(drawing.fillStyle), alpha: drawing.globalAlpha, at }),
        fillText: (text: string) => texts.push(text)
    } as unknown as Drawing;
    paintGraph(drawing, shown);
    return { boxes, texts };
}

describe('paintGraph', () => {
    it('paints each state where it is, to the edge of the view, and nothing where nothing is known', () => {
        const { boxes } = paint(picture());
        const ofFirst = boxes.filter(({ fill, at }) => fill === '#00c800' && at[1] >= 20 && at[1] < 40);
        expect(ofFirst.map(({ at }) => at)).toEqual([
            [0, 22, 50, 16],
            [70, 22, 30, 16]
        ]);
    });

    it('paints one state a pixel at most', () => {
        const { boxes } = paint(picture());
        const ofSecond = boxes.filter(({ fill, at }) => fill === '#00c800' && at[1] >= 40);
        expect(ofSecond.length).toBeLessThanOrEqual(11);
        expect(ofSecond.length).toBeGreaterThanOrEqual(9);
    });

    it('writes labels where there is room', () => {
        expect(paint(picture()).texts).toEqual(['read', 'wr…']);
        expect(shorten('malloc', 5)).toBe('');
    });

    it('dims what the filter does not match', () => {
        const { boxes } = paint(picture({ filter: 'READ' }));
        const states = boxes.filter(({ fill, at }) => fill === '#00c800' && at[1] === 22);
        expect(states.map(({ alpha }) => alpha < 1)).toEqual([false, true]);
    });

    it('paints only the rows in sight', () => {
        const { boxes } = paint(picture({ top: GRAPH_ROW_HEIGHT * 2, height: GRAPH_ROW_HEIGHT }));
        expect(boxes.filter(({ fill, at }) => fill === '#00c800' && at[1] < 0)).toEqual([]);
    });
});

it('the state under the mouse is found, none where nothing is known', () => {
    const frame = picture();
    expect(stateAtPoint(frame, 250, 30)).toMatchObject({ index: 0 });
    expect(stateAtPoint(frame, 700, 30)).toMatchObject({ index: 2 });
    expect(stateAtPoint(frame, 600, 30)).toBeUndefined();
    expect(stateAtPoint(frame, 250, 90)).toBeUndefined();
});

describe('overlays on rows', () => {
    const base = { origin: 0n, severity: () => 'high' as const, tooltip: () => ['x'] };
    const frame = picture();
    const scale = { ...frame, origin: 0n, yOf: () => 0, rowOf: rowLocator(frame) };
    const spans: SpansOverlay = {
        ...base,
        id: 's',
        kind: 'spans',
        starts: Float64Array.of(100),
        ends: Float64Array.of(200)
    };
    const points: PointsOverlay = {
        ...base,
        id: 'p',
        kind: 'points',
        times: Float64Array.of(500),
        values: Float64Array.of(7)
    };

    it('lie on their row by path or by id, else on the whole chart', () => {
        const series = ['Resources', 'trace', 'CPU 1'];
        expect(layoutOverlays([{ ...spans, series }], scale).spans[0]).toMatchObject({ top: 40, height: 20 });
        expect(layoutOverlays([{ ...points, entryId: 2 }], scale).points[0]).toMatchObject({ x: 50, y: 30 });
        expect(layoutOverlays([spans], scale).spans[0]).toMatchObject({ top: 0, height: 60 });
    });

    it('are left out when their row is not in sight', () => {
        const hidden = layoutOverlays(
            [
                { ...spans, series: ['Resources', 'gone'] },
                { ...points, entryId: 99 }
            ],
            scale
        );
        expect(hidden).toMatchObject({ spans: [], points: [] });
    });
});
