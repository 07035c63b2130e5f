import { chartSheet } from '../../export/chart-sheet';
import { PanePicture } from '../../export/pane-export';
import { firstAbove } from '../../overlay/overlay-search';
import { TimeWindow } from '../../session/time-model';
import { quoted } from '../data-tree/data-tree-text';
import { GRAPH_ROW_HEIGHT, rowsInSight } from './graph-geometry';
import { shorten } from './graph-painter';
import { GraphContent, paintGraphContent } from './graph-view';

const NAMES_WIDTH = 200;

/** The states on screen, one a line: row, start and end in ns since the epoch, label, style. */
export function graphCsv({ rows, states }: GraphContent, view: TimeWindow, origin: bigint): string {
    const lines = [['row', 'start_ns', 'end_ns', 'state', 'style']];
    for (const { node } of rows) {
        const row = states.get(node.id);
        const last = row ? firstAbove(row.starts, view.end) : 0;
        for (let index = row ? Math.max(firstAbove(row.starts, view.start) - 1, 0) : 0; row && index < last; index++) {
            const style = row.styles[index];
            if (style && row.ends[index] > view.start) {
                const at = (time: number): string => String(origin + BigInt(Math.round(time)));
                const label = row.labels[index] ?? '';
                lines.push([
                    node.path.slice(1).join('/'),
                    at(row.starts[index]),
                    at(row.ends[index]),
                    label,
                    style.name
                ]);
            }
        }
    }
    return lines.map(line => line.map(quoted).join(',')).join('\r\n') + '\r\n';
}

/** The rows in sight with their names, as a picture. */
export function graphPicture(title: string, content: GraphContent, view: TimeWindow, origin: bigint): PanePicture {
    const { size, theme, rows, top, states } = content;
    const { first, end } = rowsInSight({ ...content, ...size, view });
    const used = new Map<string, string>();
    for (const { node } of rows.slice(first, end)) {
        for (const style of states.get(node.id)?.styles ?? []) {
            if (style?.fill && style.name !== '' && !/^\d+$/.test(style.name)) {
                used.set(style.name, style.fill);
            }
        }
    }
    return chartSheet({
        title,
        theme,
        view,
        ticks: content.ticks(view, size.width),
        width: size.width,
        height: Math.min(size.height, rows.length * GRAPH_ROW_HEIGHT - top),
        left: NAMES_WIDTH,
        paintLeft: drawing => {
            drawing.fillStyle = theme.text;
            for (let index = first; index < end; index++) {
                const { labels, depth } = rows[index].node;
                const y = (index + 0.5) * GRAPH_ROW_HEIGHT - top;
                drawing.fillText(
                    shorten(labels.filter(Boolean).join(' '), NAMES_WIDTH - 8 - depth * 10),
                    depth * 10,
                    y
                );
            }
        },
        paintPlot: drawing => paintGraphContent(drawing, content, view, origin),
        legend: [...used].map(([label, color]) => ({ label, color }))
    });
}
