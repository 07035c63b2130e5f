import { gridOf } from '../series/grid';
import { seriesId, seriesName } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { FetchOptions } from '../trace/fetch-options';
import { FetchedSeries } from '../trace/fetch-series';
import { SeriesInput } from './series-input';

/** The table of blocks that were not freed by the end of the trace, of the embedded trace server. */
const POTENTIAL_LEAKS = 'tmll.potential-leaks';
const TIME = 'Timestamp ns';
const SIZE = 'Size';
/** More blocks than this tell no more of when a leak begins. */
const MOST_BLOCKS = 200_000;

/**
 * Of the memory that is not freed by the end of the trace, how much was allocated by the end of each step: flat, but for where something leaks. The memory in use,
 * which rises and falls, hides that.
 * @returns undefined where the server has no such table, or all memory is freed
 * @throws as `Experiment.fetchTableRows`
 */
export async function fetchUnfreedMemory(
    experiment: Experiment,
    { range, stepNs }: SeriesInput,
    options: FetchOptions
): Promise<FetchedSeries | undefined> {
    const output = experiment.getOutput(POTENTIAL_LEAKS);
    if (output === undefined) {
        return undefined;
    }
    const grid = gridOf(range, stepNs);
    const values = new Float64Array(grid.length);
    const rows = experiment.fetchTableRows(output, { ...options, columns: [TIME, SIZE], limit: MOST_BLOCKS });
    let blocks = 0;
    for await (const { cells } of rows) {
        const after = BigInt(cells[TIME]) - grid.startNs;
        const step = after < 0n ? 0 : Number(after / stepNs);
        if (step < grid.length) {
            values[step] += Number(cells[SIZE]) || 0;
            blocks++;
        }
    }
    if (blocks === 0) {
        return undefined;
    }
    for (let step = 1; step < values.length; step++) {
        values[step] += values[step - 1];
    }
    const path = [output.name, 'unfreed memory'];
    return {
        id: seriesId(path),
        name: seriesName(path),
        path,
        outputId: output.id,
        unit: 'B',
        origin: grid.startNs,
        times: grid.times(),
        values
    };
}
