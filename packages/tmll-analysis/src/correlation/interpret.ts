import { plotSection } from '../document/plot-section';
import { DocumentBlock, DocumentSection, ReportDocument } from '../document/report-document';
import { AnalysisResult } from '../series/analysis';
import { formatDuration } from '../series/duration';
import { relationSentence } from './correlation-findings';
import { CorrelatedPair, CorrelationData } from './correlation-result';
import { scatterPlot, overlaidPairPlot } from './pair-plots';
import { correlationMatrixPlot } from './plots';
import { hasLead, relatedPairs } from './related-pairs';
import { chanceText, coefficientText } from './wording';

/** More pairs are in the matrix. */
const MOST_ROWS = 30;
/** Pairs that are drawn. */
const MOST_DRAWN = 3;

/** Which series move together and which moves first, in words, a table and pictures. */
export function interpretCorrelations({ data, provenance }: AnalysisResult<CorrelationData>): ReportDocument {
    const related = relatedPairs(data);
    return {
        title: 'Correlation Analysis Results',
        sections: [
            overview(data, related),
            relations(data, related, provenance.range),
            plotSection('All Pairs', () => (data.series.length < 2 ? [] : [correlationMatrixPlot(data)])),
            { title: 'The Strongest', blocks: related.slice(0, MOST_DRAWN).flatMap(pair => pairBlocks(data, pair)) }
        ]
    };
}

function overview({ series, pairs, stepNs }: CorrelationData, related: readonly CorrelatedPair[]): DocumentSection {
    const incomparable = pairs.filter(({ method }) => method === 'none').length;
    const leads = related.filter(hasLead).length;
    return {
        title: 'Overview',
        blocks: [
            {
                kind: 'metrics',
                metrics: [
                    { name: 'Series', value: `${series.length}` },
                    { name: 'Pairs', value: `${pairs.length}` },
                    { name: 'Related Pairs', value: `${related.length}` },
                    { name: 'Of Them with a Lag', value: `${leads}` },
                    { name: 'Step', value: formatDuration(stepNs) }
                ]
            },
            ...(incomparable === 0
                ? []
                : [
                      {
                          kind: 'text' as const,
                          text: `${incomparable} pairs have nothing to compare: a series is constant.`
                      }
                  ])
        ]
    };
}

function relations(
    data: CorrelationData,
    related: readonly CorrelatedPair[],
    { startNs, endNs }: AnalysisResult['provenance']['range']
): DocumentSection {
    const title = 'Related Series';
    if (related.length === 0) {
        return {
            title,
            blocks: [{ kind: 'text', text: 'No two series have to do with each other more than chance.' }]
        };
    }
    const rows = related.slice(0, MOST_ROWS);
    const rest = related.length - rows.length;
    return {
        title,
        blocks: [
            {
                kind: 'table',
                columns: [
                    { title: 'Coefficient', align: 'right' },
                    { title: 'Method' },
                    { title: 'Lag', align: 'right' },
                    { title: 'Chance', align: 'right' },
                    { title: 'Independent Points', align: 'right' },
                    { title: 'What' }
                ],
                rows: rows.map(pair => [
                    coefficientText(pair.coefficient),
                    pair.method,
                    hasLead(pair) ? formatDuration(pair.lead?.lagNs ?? 0n) : '',
                    chanceText(Math.min(pair.adjustedPValue, pair.lead?.standsOut ? pair.lead.adjustedPValue : 1)),
                    pair.effectiveSize.toFixed(0),
                    relationSentence(data, pair)
                ]),
                places: rows.map(({ first }) => ({ startNs, endNs, series: data.series[first].series }))
            },
            ...(rest === 0 ? [] : [{ kind: 'text' as const, text: `${rest} more are in the matrix.` }])
        ]
    };
}

function pairBlocks(data: CorrelationData, pair: CorrelatedPair): DocumentBlock[] {
    const [first, second] = [data.series[pair.first], data.series[pair.second]];
    const lag = hasLead(pair) ? (pair.lead?.samples ?? 0) : 0;
    const plots = [overlaidPairPlot(data, first, second), scatterPlot(data, first, second, lag)];
    return [
        { kind: 'text', text: relationSentence(data, pair) },
        ...plots.flatMap((plot, index) =>
            plot
                ? [{ kind: 'plot' as const, plot: { ...plot, id: `${plot.id}-${pair.first}-${pair.second}-${index}` } }]
                : []
        )
    ];
}
