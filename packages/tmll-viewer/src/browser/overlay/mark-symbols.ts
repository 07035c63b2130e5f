import { Drawing } from '../draw/drawing';
import { OverlaySymbol } from './overlay';

/** Traces the outline of a mark around a point; open for those that are only lines. */
export function traceSymbol(drawing: Drawing, symbol: OverlaySymbol, x: number, y: number, size: number): void {
    if (symbol === 'circle') {
        drawing.arc(x, y, size, 0, 2 * Math.PI);
        return;
    }
    for (const stroke of STROKES[symbol]) {
        stroke.forEach(([dx, dy], index) =>
            index === 0 ? drawing.moveTo(x + dx * size, y + dy * size) : drawing.lineTo(x + dx * size, y + dy * size)
        );
    }
}

/** Whether it is made of lines, and has no inside to be filled. */
export function isOpenSymbol(symbol: OverlaySymbol): boolean {
    return symbol === 'cross' || symbol === 'plus';
}

type Stroke = readonly (readonly [x: number, y: number])[];

const STROKES: Readonly<Record<Exclude<OverlaySymbol, 'circle'>, readonly Stroke[]>> = {
    diamond: [
        [
            [0, -1],
            [1, 0],
            [0, 1],
            [-1, 0]
        ]
    ],
    square: [
        [
            [-0.9, -0.9],
            [0.9, -0.9],
            [0.9, 0.9],
            [-0.9, 0.9]
        ]
    ],
    triangle: [
        [
            [0, -1],
            [1, 0.8],
            [-1, 0.8]
        ]
    ],
    'inverted-triangle': [
        [
            [0, 1],
            [1, -0.8],
            [-1, -0.8]
        ]
    ],
    cross: [
        [
            [-0.9, -0.9],
            [0.9, 0.9]
        ],
        [
            [-0.9, 0.9],
            [0.9, -0.9]
        ]
    ],
    plus: [
        [
            [0, -1],
            [0, 1]
        ],
        [
            [-1, 0],
            [1, 0]
        ]
    ]
};
