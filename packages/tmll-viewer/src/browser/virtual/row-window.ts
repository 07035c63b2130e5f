/** Rows from `first` up to but without `end`. */
export interface RowWindow {
    readonly first: number;
    readonly end: number;
}

/** Rows beyond the edges that are drawn too, so that scrolling shows no gap. */
const OVERSCAN = 6;

/**
 * The rows that are in sight.
 * @param top of the sight, in rows from the first one; fractions allowed
 * @param shown number of rows that fit into the sight; fractions allowed
 */
export function rowWindow(top: number, shown: number, count: number): RowWindow {
    const first = Math.min(Math.max(Math.floor(top) - OVERSCAN, 0), count);
    return { first, end: Math.max(first, Math.min(Math.ceil(top + shown) + OVERSCAN, count)) };
}

/** The nearest top from which a row is in sight whole. */
export function topToReveal(row: number, top: number, shown: number): number {
    const whole = Math.max(Math.floor(shown), 1);
    return row < top ? row : row >= top + whole ? row - whole + 1 : top;
}
