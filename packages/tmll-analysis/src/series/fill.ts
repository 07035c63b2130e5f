/** How points without a value get one. */
export interface Fill {
    /** A straight line between the neighbours, or the value before. */
    readonly method: 'linear' | 'previous';
    /** `linear` draws no longer line than this, `previous` holds a value no longer than this. */
    readonly maximumGapNs: bigint;
}

/** The values of a grid with missing ones filled where the gap allows it; those that are there stay as they are. */
export function fillGaps(values: Float64Array, stepNs: bigint, fill: Fill): Float64Array {
    const reach = Number(fill.maximumGapNs / stepNs);
    return fill.method === 'linear' ? drawLines(values, reach) : holdPrevious(values, reach);
}

function drawLines(values: Float64Array, reach: number): Float64Array {
    const result = values.slice();
    let before = -1;
    for (let index = 0; index < values.length; index++) {
        if (Number.isNaN(values[index])) {
            continue;
        }
        if (before >= 0 && index - before <= reach) {
            const slope = (values[index] - values[before]) / (index - before);
            for (let between = before + 1; between < index; between++) {
                result[between] = values[before] + slope * (between - before);
            }
        }
        before = index;
    }
    return result;
}

function holdPrevious(values: Float64Array, reach: number): Float64Array {
    const result = values.slice();
    let before = -1;
    for (let index = 0; index < values.length; index++) {
        if (!Number.isNaN(values[index])) {
            before = index;
        } else if (before >= 0 && index - before <= reach) {
            result[index] = values[before];
        }
    }
    return result;
}
