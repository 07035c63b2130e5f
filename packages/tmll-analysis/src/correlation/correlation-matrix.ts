import { adjustPValues } from '../statistics/false-discovery';
import { CorrelationMethod } from './coefficients';
import { correlatePair, PairCorrelation } from './correlate-pair';
import { ObservedSeries } from './observed-series';

/** Two series of a list, by their indexes, the first below the second. */
export interface PairIndexes {
    readonly first: number;
    readonly second: number;
}

/** One cell of a correlation matrix below its diagonal. */
export interface CorrelationCell extends PairIndexes, PairCorrelation {
    /** `effectivePValue`, corrected for the number of pairs that were tested (`adjustPValues`): what decides. */
    readonly adjustedPValue: number;
}

/** All pairs of so many series, in the order of the second, then of the first: row by row below the diagonal. */
export function pairsOf(count: number): PairIndexes[] {
    return Array.from({ length: count }, (_, second) =>
        Array.from({ length: second }, (_unused, first) => ({ first, second }))
    ).flat();
}

/**
 * The correlations of pairs of series that share their times. Pairs with nothing to compare do not count as tested.
 * @param method the one that fits each pair when not given (`chooseMethod`)
 * @throws RangeError when the series differ in length
 */
export function correlationMatrix(
    series: readonly ObservedSeries[],
    method?: CorrelationMethod,
    pairs: readonly PairIndexes[] = pairsOf(series.length)
): CorrelationCell[] {
    return adjustCells(
        pairs.map(pair => ({ ...pair, ...correlatePair(series[pair.first], series[pair.second], method) }))
    );
}

/** Cells that were computed apart, with the p-values corrected for the number of all of them. */
export function adjustCells(cells: readonly (PairIndexes & PairCorrelation)[]): CorrelationCell[] {
    const tested = cells.map(({ method, effectivePValue }) => (method === 'none' ? NaN : effectivePValue));
    const adjusted = adjustPValues(Float64Array.from(tested));
    return cells.map((cell, index) => ({ ...cell, adjustedPValue: cell.method === 'none' ? 1 : adjusted[index] }));
}

/** A square matrix of what a cell says, the same on both sides of a diagonal. */
export function squareMatrix<T, C extends PairIndexes>(
    size: number,
    cells: readonly C[],
    diagonal: T,
    valueOf: (cell: C) => T
): T[][] {
    const matrix = Array.from({ length: size }, () => new Array<T>(size).fill(diagonal));
    for (const cell of cells) {
        matrix[cell.first][cell.second] = matrix[cell.second][cell.first] = valueOf(cell);
    }
    return matrix;
}
