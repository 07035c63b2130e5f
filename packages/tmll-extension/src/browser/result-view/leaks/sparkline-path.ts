/** Most points of a sparkline: it is some 100 pixels wide. */
const MOST_POINTS = 120;

/**
 * The path of a small line through values from 0 to their greatest, as SVG has it; of many values the greatest of each stretch.
 * @returns an empty path for fewer than two values
 */
export function sparklinePath(values: ArrayLike<number>, width: number, height: number): string {
    const stretch = Math.ceil(values.length / MOST_POINTS);
    const all = Array.from(values);
    const heights = Array.from({ length: Math.ceil(values.length / Math.max(1, stretch)) }, (_, index) => {
        const part = all.slice(index * stretch, (index + 1) * stretch);
        return Math.max(0, ...part.filter(Number.isFinite));
    });
    if (heights.length < 2) {
        return '';
    }
    const most = Math.max(...heights) || 1;
    const points = heights.map((value, index) => {
        const x = (index / (heights.length - 1)) * width;
        return `${x.toFixed(1)} ${(height - (value / most) * height).toFixed(1)}`;
    });
    return `M${points.join('L')}`;
}
