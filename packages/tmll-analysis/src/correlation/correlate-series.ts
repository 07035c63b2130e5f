import { adjustPValues } from '../statistics/false-discovery';
import { SeriesReference, TimeSeries } from '../series/time-series';
import { clusterOrder } from './cluster-order';
import { correlation } from './coefficients';
import { correlatePair, PairCorrelation } from './correlate-pair';
import { adjustCells, CorrelationCell, PairIndexes, pairsOf, squareMatrix } from './correlation-matrix';
import { CorrelatedPair, CorrelationData, PairLead } from './correlation-result';
import { CorrelationParameters } from './correlation-schema';
import { StrongestLag, strongestLag } from './lag/analyze-lag';
import { shifted } from './lag/shifted';
import { ObservedSeries } from './observed-series';

/** A lag stands out of all pairs with at most this chance of being false. */
export const LAG_SIGNIFICANCE = 0.01;

/** Longer series are not kept for drawing. */
const MOST_DRAWN = 2_000;

/** A series with the output that it comes from. */
export type ComparedSeries = TimeSeries & Pick<SeriesReference, 'outputId'>;

/**
 * All pairs of series on one grid.
 * @param series as many points each, at the same times
 * @param stepNs time between points
 * @param pause called between rows of the matrix with the share that is done; may throw to cancel
 */
export async function correlateSeries(
    series: readonly ComparedSeries[],
    stepNs: bigint,
    parameters: CorrelationParameters,
    pause: (fraction: number) => Promise<void>
): Promise<CorrelationData> {
    const observed = series.map(({ values }) => new ObservedSeries(values));
    const method = parameters.method === 'auto' ? undefined : parameters.method;
    const pairs = pairsOf(series.length);
    const plain: (PairIndexes & PairCorrelation)[] = [];
    const lags: (StrongestLag | undefined)[] = [];
    for (const [index, pair] of pairs.entries()) {
        if (pair.first === 0) {
            await pause(index / pairs.length);
        }
        const [first, second] = [observed[pair.first], observed[pair.second]];
        const compared = correlatePair(first, second, method);
        plain.push({ ...pair, ...compared });
        const isComparable = parameters.lags && compared.method !== 'none';
        lags.push(isComparable ? strongestLag(first.values, second.values) : undefined);
    }
    const cells = adjustCells(plain);
    const matrix = squareMatrix(series.length, cells, 1, ({ coefficient }) => coefficient);
    const lagPValues = adjustPValues(Float64Array.from(lags, lag => lag?.pValue ?? NaN));
    return {
        startNs: series[0]?.origin ?? 0n,
        stepNs,
        series: series.map(({ outputId, path, id, name, unit, values }) => ({
            series: { outputId, path },
            id,
            name,
            unit,
            values: values.length <= MOST_DRAWN ? values : undefined
        })),
        pairs: cells.map((cell, index) =>
            pairOf(series, cell, leadOf(series, cell, lags[index], lagPValues[index], stepNs), parameters)
        ),
        order: clusterOrder(matrix)
    };
}

function pairOf(
    series: readonly ComparedSeries[],
    cell: CorrelationCell,
    lead: PairLead | undefined,
    { significance }: CorrelationParameters
): CorrelatedPair {
    return {
        ...cell,
        lead,
        isSignificant: cell.adjustedPValue <= significance,
        isNested: isNested(series[cell.first], series[cell.second])
    };
}

function leadOf(
    series: readonly ComparedSeries[],
    { first, second }: PairIndexes,
    strongest: StrongestLag | undefined,
    adjustedPValue: number,
    stepNs: bigint
): PairLead | undefined {
    if (strongest === undefined) {
        return undefined;
    }
    const { lag } = strongest;
    const overlap = shifted(series[first].values, series[second].values, lag);
    return {
        lagNs: BigInt(lag) * stepNs,
        samples: lag,
        coefficient: correlation(...overlap, 'pearson').coefficient,
        whitenedCoefficient: strongest.coefficient,
        adjustedPValue,
        standsOut: adjustedPValue <= LAG_SIGNIFICANCE
    };
}

/** Whether one is an ancestor of the other in the tree of their output. */
function isNested(one: ComparedSeries, other: ComparedSeries): boolean {
    const [short, long] = one.path.length <= other.path.length ? [one, other] : [other, one];
    return one.outputId === other.outputId && short.path.every((label, index) => label === long.path[index]);
}
