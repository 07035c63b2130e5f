/** An excursion has ended when what is left of it falls below this part of its height. */
const END = 0.5;

/**
 * The heights of the excursions of a feature to one side: the maxima of (x − center) · side between which it falls below
 * half of the height, and rises to twice what it had fallen to. A long outage is one of them, however long.
 * @param side 1 for those above, −1 for those below
 * @param heights where they are written, from the start on, in the order of time; may be as long as the feature
 * @returns how many there are
 */
export function excursions(feature: Float64Array, center: number, side: 1 | -1, heights: Float64Array): number {
    let count = 0;
    let isRising = true;
    let height = 0;
    let valley = 0;
    for (let index = 0; index < feature.length; index++) {
        const value = (feature[index] - center) * side;
        // Where there is no value every comparison is false: nothing changes.
        if (isRising) {
            if (value > height) {
                height = value;
            } else if (height > 0 && value < END * height) {
                heights[count++] = height;
                isRising = false;
                valley = Math.max(0, value);
            }
        } else if (value < valley) {
            valley = Math.max(0, value);
        } else if (value * END > valley) {
            isRising = true;
            height = value;
        }
    }
    if (isRising && height > 0) {
        heights[count++] = height;
    }
    return count;
}
