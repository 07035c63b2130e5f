import { SeriesEntry } from 'tmll-tsp';
import { Overlay } from '../../overlay/overlay';
import { curvesOf, overlaysOn } from './drawn-series';
import { buildEntryTree } from '../tree/entry-tree';
import { XySnapshot } from './xy-pane-model';

const threads: SeriesEntry[] = [
    { id: 1, labels: ['host', 'Total'], hasData: true },
    { id: 2, parentId: 1, labels: ['fluffy', '5914'], hasData: true },
    { id: 3, parentId: 1, labels: ['fluffy', '5915'], hasData: true },
    { id: 4, parentId: 1, labels: ['swapper', '0'], hasData: true }
];

function snapshot(checked: number[], loaded: number[]): XySnapshot {
    const times = Float64Array.of(0, 1);
    const series = loaded.map(id => ({ id, unit: '%', style: 'line' as const, times, values: times }));
    return {
        entries: { loading: false, value: { headers: [], roots: buildEntryTree('CPU Usage', threads) } },
        data: { loading: false, value: { request: { start: 0n, end: 1n, times: 2, items: loaded }, series } },
        checked: new Set(checked),
        colors: new Map(checked.map((id, index) => [id, index])),
        fromZero: undefined,
        yWindow: undefined,
        style: undefined,
        statistics: false
    };
}

describe('curvesOf', () => {
    it('draws what is checked and fetched, in the order of the tree, each in its colour', () => {
        const curves = curvesOf(snapshot([4, 2, 3], [1, 2, 4]), ['red', 'green', 'blue']);
        expect(curves.map(({ node, color }) => [node.id, color])).toEqual([
            [2, 'green'],
            [4, 'red']
        ]);
    });

    it('names rows by their path without the output and their only root', () => {
        const curves = curvesOf(snapshot([1, 2, 3, 4], [1, 2, 3, 4]), ['red']);
        expect(curves.map(curve => curve.label)).toEqual(['host', 'fluffy (5914)', 'fluffy (5915)', 'swapper']);
    });
});

describe('overlaysOn', () => {
    it('keeps what belongs to a curve on screen or to the whole chart', () => {
        const overlay = (id: string, series?: string[]): Overlay => {
            const none = new Float64Array();
            return { id, kind: 'band', series, origin: 0n, times: none, low: none, high: none };
        };
        const overlays = [
            overlay('shown', ['CPU Usage', 'host', 'fluffy (5914)']),
            overlay('not shown', ['CPU Usage', 'host', 'swapper']),
            overlay('all')
        ];
        const curves = curvesOf(snapshot([2], [2]), ['red']);
        expect(overlaysOn(overlays, curves).map(({ id }) => id)).toEqual(['shown', 'all']);
    });
});
