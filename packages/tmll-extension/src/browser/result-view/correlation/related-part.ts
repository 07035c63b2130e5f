import { CorrelationData, relatedPairs } from 'tmll-analysis/algorithms';

/** The series that have a related one, with the pairs among them: what is worth looking at of many. */
export function relatedPart(data: CorrelationData): CorrelationData {
    const kept = new Set(relatedPairs(data).flatMap(({ first, second }) => [first, second]));
    const indexes = data.series.flatMap((_, index) => (kept.has(index) ? [index] : []));
    const places = new Map(indexes.map((index, place) => [index, place]));
    const placeOf = (index: number): number => places.get(index) ?? 0;
    return {
        ...data,
        series: indexes.map(index => data.series[index]),
        pairs: data.pairs
            .filter(({ first, second }) => kept.has(first) && kept.has(second))
            .map(pair => ({ ...pair, first: placeOf(pair.first), second: placeOf(pair.second) })),
        order: data.order.filter(index => kept.has(index)).map(placeOf)
    };
}
