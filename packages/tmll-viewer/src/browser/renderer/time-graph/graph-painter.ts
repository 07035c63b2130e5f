import { Drawing } from '../../draw/drawing';
import { firstAbove } from '../../overlay/overlay-search';
import { xOf } from '../../overlay/overlay-layout';
import { ChartTheme } from '../../theme/chart-theme';
import { TimeDisplay } from '../../time/time-display';
import { GRAPH_ROW_HEIGHT, GraphFrame, rowsInSight } from './graph-geometry';
import { StateArrow, StateRow } from './state-rows';
import { StateStyle } from './state-style';

/** All that a time graph shows besides its overlays. */
export interface GraphPicture extends GraphFrame {
    readonly arrows: readonly StateArrow[];
    readonly theme: ChartTheme;
    /** Where the time axis has round times. */
    readonly ticks: TimeDisplay['ticks'];
    /** Id of the selected row. */
    readonly selected: number | undefined;
    /** States without this text in their label are dimmed; empty: none. */
    readonly filter: string;
}

/** Free pixels between a state of full height and the edges of its row. */
const GAP = 2;
/** How much of a state that the filter does not match is left to see. */
const DIMMED = 0.18;
/** A label needs so many pixels, and its letters about so many each; measuring each text would be too slow. */
const LEAST_LABEL_WIDTH = 22;
const LETTER_WIDTH = 6.2;
const LABEL_PADDING = 4;

/** Draws rows, states and arrows. @param drawing whose origin is the plot's left upper corner */
export function paintGraph(drawing: Drawing, picture: GraphPicture): void {
    const { rows, states, theme, top, width } = picture;
    paintGrid(drawing, picture);
    drawing.font = theme.font;
    drawing.textBaseline = 'middle';
    drawing.textAlign = 'left';
    const { first, end } = rowsInSight(picture);
    for (let index = first; index < end; index++) {
        const { node } = rows[index];
        const y = index * GRAPH_ROW_HEIGHT - top;
        if (node.id === picture.selected) {
            drawing.fillStyle = theme.rowSelection;
            drawing.fillRect(0, y, width, GRAPH_ROW_HEIGHT);
        }
        const row = states.get(node.id);
        if (row) {
            paintStates(drawing, row, y, picture);
        }
    }
    paintArrows(drawing, picture);
}

function paintGrid(drawing: Drawing, { theme, ticks, view, width, height, rows, top }: GraphPicture): void {
    drawing.fillStyle = theme.grid;
    for (const { time } of ticks(view, width).ticks) {
        drawing.fillRect(Math.round(xOf(time, { view, width })), 0, 1, height);
    }
    const last = Math.min(rows.length * GRAPH_ROW_HEIGHT - top, height);
    for (let y = GRAPH_ROW_HEIGHT - 1 - (top % GRAPH_ROW_HEIGHT); y < last; y += GRAPH_ROW_HEIGHT) {
        drawing.fillRect(0, y, width, 1);
    }
}

/** A rectangle of a look, or a label, to be painted with others of the same look: setting a colour is what takes time. */
interface Batch {
    readonly fill: string;
    readonly alpha: number;
    /** Left, top, width and height of each. */
    readonly boxes: number[];
}

function paintStates(drawing: Drawing, row: StateRow, y: number, { view, width, filter }: GraphPicture): void {
    const { starts, ends, styles, labels } = row;
    const scale = width / (view.end - view.start);
    const wanted = filter.toLowerCase();
    const last = firstAbove(starts, view.end);
    const batches = new Map<StateStyle, readonly [bright: Batch, dim: Batch]>();
    const edges: number[] = [];
    const texts: number[] = [];
    let painted = -1;
    for (let index = Math.max(firstAbove(starts, view.start) - 1, 0); index < last; index++) {
        const style = styles[index];
        const left = Math.max((starts[index] - view.start) * scale, 0);
        const right = Math.min((ends[index] - view.start) * scale, width);
        const narrow = right - left < 1;
        // Of the states within one pixel the first is drawn.
        if (!style || right < 0 || (narrow && Math.floor(left) === painted)) {
            continue;
        }
        const label = labels[index];
        const shown = narrow ? 1 : right - left;
        const tall = Math.max(Math.round((GRAPH_ROW_HEIGHT - 2 * GAP) * style.height), 2);
        if (style.fill) {
            const isDim = wanted !== '' && !label?.toLowerCase().includes(wanted);
            const above = y + Math.round((GRAPH_ROW_HEIGHT - tall) / 2);
            batchOf(batches, style, isDim).boxes.push(left, above, shown, tall);
            if (shown > 4) {
                edges.push(right - 1, above, 1, tall);
            }
        }
        if (label && shown >= LEAST_LABEL_WIDTH && tall > 9) {
            texts.push(index, left, shown);
        }
        painted = Math.floor(narrow ? right : right - 1);
    }
    for (const pair of batches.values()) {
        pair.forEach(batch => fillBoxes(drawing, batch));
    }
    // Tells two states of the same look apart.
    fillBoxes(drawing, { fill: EDGE_COLOR, alpha: 1, boxes: edges });
    for (let at = 0; at < texts.length; at += 3) {
        const [index, left, shown] = [texts[at], texts[at + 1], texts[at + 2]];
        const label = labels[index] ?? '';
        drawing.fillStyle = styles[index]?.text ?? EDGE_COLOR;
        drawing.globalAlpha = wanted !== '' && !label.toLowerCase().includes(wanted) ? DIMMED : 1;
        const middle = y + GRAPH_ROW_HEIGHT / 2 + 0.5;
        drawing.fillText(shorten(label, shown - 2 * LABEL_PADDING), left + LABEL_PADDING, middle);
    }
    drawing.globalAlpha = 1;
}

const EDGE_COLOR = 'rgba(0, 0, 0, 0.35)';

function batchOf(
    batches: Map<StateStyle, readonly [bright: Batch, dim: Batch]>,
    style: StateStyle,
    isDim: boolean
): Batch {
    let pair = batches.get(style);
    if (!pair) {
        const { fill = '', opacity } = style;
        pair = [
            { fill, alpha: opacity, boxes: [] },
            { fill, alpha: opacity * DIMMED, boxes: [] }
        ];
        batches.set(style, pair);
    }
    return pair[isDim ? 1 : 0];
}

function fillBoxes(drawing: Drawing, { fill, alpha, boxes }: Batch): void {
    if (boxes.length === 0) {
        return;
    }
    drawing.fillStyle = fill;
    drawing.globalAlpha = alpha;
    for (let at = 0; at < boxes.length; at += 4) {
        drawing.fillRect(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
    }
    drawing.globalAlpha = 1;
}

/** A text that fits into some pixels. */
export function shorten(text: string, pixels: number): string {
    const most = Math.floor(pixels / LETTER_WIDTH);
    return text.length <= most ? text : most < 2 ? '' : `${text.slice(0, most - 1)}…`;
}

function paintArrows(drawing: Drawing, { arrows, rows, view, width, height, top, theme }: GraphPicture): void {
    if (arrows.length === 0) {
        return;
    }
    const places = new Map(rows.map(({ node }, index) => [node.id, (index + 0.5) * GRAPH_ROW_HEIGHT - top]));
    for (const { sourceId, targetId, start, end, color } of arrows) {
        const from = places.get(sourceId);
        const to = places.get(targetId);
        const outside =
            from === undefined ||
            to === undefined ||
            end < view.start ||
            start > view.end ||
            Math.max(from, to) < 0 ||
            Math.min(from, to) > height;
        if (!outside) {
            paintArrow(
                drawing,
                { x: xOf(start, { view, width }), y: from },
                { x: xOf(end, { view, width }), y: to },
                color ?? theme.text
            );
        }
    }
}

interface Point {
    readonly x: number;
    readonly y: number;
}

function paintArrow(drawing: Drawing, from: Point, to: Point, color: string): void {
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    drawing.strokeStyle = color;
    drawing.fillStyle = color;
    drawing.lineWidth = 1;
    drawing.beginPath();
    drawing.moveTo(from.x, from.y);
    drawing.lineTo(to.x, to.y);
    drawing.stroke();
    drawing.beginPath();
    drawing.moveTo(to.x, to.y);
    drawing.lineTo(to.x - 7 * Math.cos(angle - 0.4), to.y - 7 * Math.sin(angle - 0.4));
    drawing.lineTo(to.x - 7 * Math.cos(angle + 0.4), to.y - 7 * Math.sin(angle + 0.4));
    drawing.closePath();
    drawing.fill();
}
