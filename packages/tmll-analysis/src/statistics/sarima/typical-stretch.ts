import { finiteValues } from '../finite-values';

/** Stretches that are compared. */
const STRETCHES = 8;

/**
 * The stretch of a series, of a given length, that is most like the others: of eight at equal distances, the one whose
 * values change by the median amount. A stretch at rest, or an agitated one, would tell little of the others. Those that
 * have less than half of the values of the fullest are not considered.
 */
export function typicalStretch(values: Float64Array, length: number): Float64Array {
    const stretches = Array.from({ length: STRETCHES }, (_, index) => {
        const start = Math.round(((values.length - length) * index) / (STRETCHES - 1));
        const stretch = values.subarray(start, start + length);
        return { stretch, there: finiteValues(stretch).length, change: meanSquareChange(stretch) };
    });
    const most = Math.max(...stretches.map(({ there }) => there));
    const full = stretches.filter(({ there }) => there >= most / 2).sort((a, b) => a.change - b.change);
    return full[full.length >> 1].stretch;
}

/** Between neighbours that are both there; 0 where there are none. */
function meanSquareChange(values: Float64Array): number {
    let sum = 0;
    let count = 0;
    for (let t = 1; t < values.length; t++) {
        const change = values[t] - values[t - 1];
        if (Number.isFinite(change)) {
            sum += change * change;
            count++;
        }
    }
    return count === 0 ? 0 : sum / count;
}
