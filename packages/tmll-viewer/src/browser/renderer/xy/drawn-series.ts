import { Overlay } from '../../overlay/overlay';
import { drawable, EntryNode, pathKey } from '../tree/entry-tree';
import { XySeries } from './xy-data';
import { DrawnSeries } from './xy-chart-view';
import { ReadableSeries } from './xy-readout';
import { XySnapshot } from './xy-pane-model';

/** A curve on screen: what it is called, how it looks, and its values. */
export type Curve = DrawnSeries & ReadableSeries & { readonly node: EntryNode };

/** The curves of the checked entries for which there are values, in the order of the tree. */
export function curvesOf({ entries, data, checked, colors, style }: XySnapshot, palette: readonly string[]): Curve[] {
    const nodes = drawable(entries.value?.roots ?? []);
    const values = new Map<number, XySeries>(data.value?.series.map(series => [series.id, series]));
    const nameOf = labelling(nodes);
    return nodes.flatMap(node => {
        const series = checked.has(node.id) ? values.get(node.id) : undefined;
        const color = palette[(colors.get(node.id) ?? 0) % palette.length];
        return series ? [{ node, color, style: style ?? series.style, data: series, label: nameOf(node) }] : [];
    });
}

/** Of the overlays of a chart those that belong to one of its curves, and those that belong to the chart as a whole. */
export function overlaysOn(overlays: readonly Overlay[], curves: readonly Curve[]): Overlay[] {
    const shown = new Set(curves.map(curve => pathKey(curve.node.path)));
    const ids = new Set(curves.map(curve => curve.node.id));
    return overlays.filter(
        ({ series, entryId, rowName }) =>
            rowName === undefined &&
            (series === undefined || shown.has(pathKey(series))) &&
            (entryId === undefined || ids.has(entryId))
    );
}

/** How rows are named in a tooltip: by their path, without the output, and without the root where there is only one. */
function labelling(nodes: readonly EntryNode[]): (node: EntryNode) => string {
    const roots = new Set(nodes.map(node => node.path[1]));
    return ({ path }) => path.slice(roots.size === 1 && path.length > 2 ? 2 : 1).join(' / ');
}
