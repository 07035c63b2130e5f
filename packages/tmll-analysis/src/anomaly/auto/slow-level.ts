import { bridgeGaps } from '../../statistics/bridge-gaps';
import { finiteValues } from '../../statistics/finite-values';
import { selectQuantile } from '../../statistics/quantile';
import { SortedWindow } from '../../statistics/sorted-window';
import { drawLine, drawStep } from './draw-level';

/** Blocks that a series is cut into. */
const BLOCKS = 64;
/** Blocks on either side whose medians a block's level is the median of: an excursion of up to an eighth does not show. */
const REACH = 8;
/** There is a step between two blocks whose levels differ by so many standard deviations of the noise … */
const STEP_OF_NOISE = 2;
/** … and so many times as much as those of most blocks: on a ramp all of them differ. */
const STEP_OF_OTHERS = 4;
/** Steps up, and as many down, from which on a series goes back and forth between levels that are all usual. */
const BACK_AND_FORTH = 2;
const DEVIATIONS_PER_MEDIAN = 1.4826;

/**
 * The level around which a series moves: the running median over a quarter of the series, taken of the medians of 64 blocks.
 * It follows trends and lasting changes, steps as steps, and none of the excursions shorter than an eighth of the series. A
 * series that goes back and forth has its median for a level.
 *
 * Linear time. NaN and infinite values are left out; where they make whole blocks the level is interpolated.
 * @returns as long as the values; all NaN when there is no value
 */
export function slowLevel(values: Float64Array): Float64Array {
    const size = Math.max(1, Math.floor(values.length / BLOCKS));
    const levels = runningMedian(bridgeGaps(blockMedians(values, size)));
    const result = new Float64Array(values.length);
    const step = leastStep(levels, spreadAround(values, levels, size, result));
    if (goesBackAndForth(levels, step)) {
        return result.fill(selectQuantile(finiteValues(values, result), 0.5));
    }
    const last = levels.length - 1;
    const centerOf = (block: number): number => block * size + (size >> 1);
    for (let block = 0; block < last; block++) {
        const stretch = { from: centerOf(block), to: centerOf(block + 1) };
        if (Math.abs(levels[block + 1] - levels[block]) > step) {
            drawStep(result, values, stretch, levels[block], levels[block + 1]);
        } else {
            drawLine(result, stretch, levels[block], (levels[block + 1] - levels[block]) / size);
        }
    }
    const slopeAfter = (block: number): number => usualChange(levels.subarray(block, block + REACH + 1)) / size;
    const start = slopeAfter(0);
    drawLine(result, { from: 0, to: centerOf(0) }, levels[0] - start * centerOf(0), start);
    const end = slopeAfter(Math.max(0, last - REACH));
    drawLine(result, { from: centerOf(last), to: values.length }, levels[last], end);
    return result;
}

/** A trend goes on to the ends of a series, by what most blocks there say. */
function usualChange(levels: Float64Array): number {
    return (
        selectQuantile(
            levels.subarray(1).map((level, block) => level - levels[block]),
            0.5
        ) || 0
    );
}

/** The last block takes what is left over. */
function blockMedians(values: Float64Array, size: number): Float64Array {
    const count = Math.max(1, Math.floor(values.length / size));
    const block = new Float64Array(2 * size);
    return Float64Array.from({ length: count }, (_, index) => {
        const start = index * size;
        const end = index === count - 1 ? values.length : start + size;
        return selectQuantile(finiteValues(values.subarray(start, end), block), 0.5);
    });
}

/** Beyond the ends the series goes on turned around its end, so that a trend goes on, too. */
function runningMedian(values: Float64Array): Float64Array {
    const last = values.length - 1;
    const at = (index: number): number => {
        if (index < 0) {
            return 2 * values[0] - values[Math.min(last, -index)];
        }
        return index > last ? 2 * values[last] - values[Math.max(0, 2 * last - index)] : values[index];
    };
    const window = new SortedWindow(2 * REACH + 1);
    for (let index = -REACH; index < REACH; index++) {
        window.add(at(index));
    }
    return values.map((_, index) => {
        window.add(at(index + REACH));
        const median = window.median();
        window.remove(at(index - REACH));
        return median;
    });
}

/** Standard deviation around the levels of the blocks, by its median. Overwrites `scratch`. */
function spreadAround(values: Float64Array, levels: Float64Array, size: number, scratch: Float64Array): number {
    let there = 0;
    for (let index = 0; index < values.length; index++) {
        const block = Math.min(levels.length - 1, Math.floor(index / size));
        scratch[there] = Math.abs(values[index] - levels[block]);
        there += Number.isFinite(scratch[there]) ? 1 : 0;
    }
    return DEVIATIONS_PER_MEDIAN * selectQuantile(scratch.subarray(0, there), 0.5);
}

/** The difference of the levels of two blocks beyond which there is a step between them. */
function leastStep(levels: Float64Array, noise: number): number {
    const changes = levels.subarray(1).map((level, block) => Math.abs(level - levels[block]));
    return Math.max(STEP_OF_NOISE * noise, STEP_OF_OTHERS * (selectQuantile(changes, 0.5) || 0));
}

function goesBackAndForth(levels: Float64Array, step: number): boolean {
    let up = 0;
    let down = 0;
    for (let block = 1; block < levels.length; block++) {
        up += levels[block] - levels[block - 1] > step ? 1 : 0;
        down += levels[block - 1] - levels[block] > step ? 1 : 0;
    }
    return Math.min(up, down) >= BACK_AND_FORTH;
}
