import { CorrelatedPair, CorrelationData, formatDuration } from 'tmll-analysis/algorithms';
import { dataTreeView } from '../../outputs/data-tree-view';
import { TreeHeader } from '../../outputs/entry-tree';
import { ModuleOutputs } from '../module-outputs';

const PAIR_HEADERS: readonly TreeHeader[] = [
    { name: 'First', tooltip: 'One of the two series' },
    { name: 'Second', tooltip: 'The other' },
    { name: 'Coefficient', tooltip: 'From −1 (opposite) to 1 (together)' },
    { name: 'Method', tooltip: 'How it was computed' },
    {
        name: 'p',
        tooltip: 'Probability of as much by chance, corrected for the number of pairs'
    },
    { name: 'Moves First', tooltip: 'Which of the two leads, and by how much' }
];

/** Correlations: the matrix, and the pairs that are more than chance. */
export const correlationOutputs: ModuleOutputs<CorrelationData> = {
    module: 'correlate',
    views: [
        dataTreeView<CorrelationData>({
            id: 'matrix',
            name: 'Matrix',
            description: 'The coefficient of each pair of series, related ones side by side',
            headers: ({ data }) => [
                { name: 'Series', tooltip: '' },
                ...data.order.map(index => ({
                    name: data.series[index].name,
                    tooltip: data.series[index].id
                }))
            ],
            lines: ({ data }) => matrixLines(data)
        }),
        dataTreeView<CorrelationData>({
            id: 'pairs',
            name: 'Pairs',
            description: 'Pairs that move together by more than chance, the closest first',
            headers: PAIR_HEADERS,
            lines: ({ data }) =>
                data.pairs
                    .filter(({ isSignificant, isNested }) => isSignificant && !isNested)
                    .sort((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient))
                    .map(pair => ({ labels: pairLabels(pair, data) }))
        })
    ]
};

function matrixLines({ series, pairs, order }: CorrelationData): { labels: string[] }[] {
    const known = new Map(pairs.map(pair => [`${pair.first} ${pair.second}`, pair]));
    const cell = (a: number, b: number): string => {
        const pair = known.get(`${Math.min(a, b)} ${Math.max(a, b)}`);
        return a === b ? '1' : pair ? coefficientText(pair) : '';
    };
    return order.map(row => ({
        labels: [series[row].name, ...order.map(column => cell(row, column))]
    }));
}

function pairLabels(pair: CorrelatedPair, { series }: CorrelationData): string[] {
    const { first, second, method, adjustedPValue, lead } = pair;
    const [a, b] = [series[first].name, series[second].name];
    const leads =
        lead?.standsOut && lead.lagNs !== 0n
            ? `${lead.lagNs > 0n ? a : b} by ${formatDuration(lead.lagNs > 0n ? lead.lagNs : -lead.lagNs)}`
            : '';
    return [a, b, coefficientText(pair), method, adjustedPValue.toPrecision(2), leads];
}

function coefficientText({ coefficient }: CorrelatedPair): string {
    return Number.isFinite(coefficient) ? coefficient.toFixed(2) : '';
}
