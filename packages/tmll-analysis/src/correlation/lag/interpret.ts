import { DocumentBlock, DocumentSection, ReportDocument } from '../../document/report-document';
import { AnalysisResult } from '../../series/analysis';
import { formatDuration } from '../../series/duration';
import { overlaidPairPlot, scatterPlot } from '../pair-plots';
import { chanceText, coefficientText } from '../wording';
import { GrangerTest } from './granger';
import { lagSentence } from './lag-findings';
import { LagData } from './lag-result';
import { lagPlot } from './plots';

/** Which of two series moves first, and by how much, in words and pictures. */
export function interpretLag({ data }: AnalysisResult<LagData>): ReportDocument {
    const { first, second, best, standsOut } = data;
    const drawn = [
        lagPlot(data),
        overlaidPairPlot(data, first, second),
        scatterPlot(data, first, second, standsOut ? best.samples : 0)
    ];
    return {
        title: 'Lag Analysis Results',
        sections: [
            overview(data),
            granger(data),
            { title: 'Plots', blocks: drawn.flatMap((plot): DocumentBlock[] => (plot ? [{ kind: 'plot', plot }] : [])) }
        ]
    };
}

function overview(data: LagData): DocumentSection {
    const { best, adjustedPValue, band, filterOrder, effectiveSize, lags, stepNs, standsOut } = data;
    const edge = standsOut && Math.abs(best.samples) === Math.abs(lags[0].samples);
    return {
        title: 'Overview',
        blocks: [
            { kind: 'text', text: lagSentence(data) },
            {
                kind: 'metrics',
                metrics: [
                    { name: 'Strongest Lag', value: formatDuration(best.ns) },
                    { name: 'Correlation There', value: coefficientText(best.levelCoefficient) },
                    {
                        name: filterOrder === undefined ? 'As Compared' : 'Whitened',
                        value: `${coefficientText(best.coefficient)}, chance within ±${band.toFixed(2)}`
                    },
                    { name: 'Chance, All Lags', value: chanceText(adjustedPValue) },
                    { name: 'Independent Points', value: effectiveSize.toFixed(0) },
                    { name: 'Lags Looked At', value: `${lags.length}, ${formatDuration(stepNs)} apart` }
                ]
            },
            ...(edge
                ? [
                      {
                          kind: 'text' as const,
                          text: 'It is the greatest lag that was looked at: the true one may be greater. Raise "maxLag".'
                      }
                  ]
                : [])
        ]
    };
}

function granger({ granger: tests, first, second }: LagData): DocumentSection {
    const row = (one: string, other: string, { order, statistic, pValue }: GrangerTest): string[] => [
        `${one} helps to foretell ${other}`,
        `${order}`,
        statistic.toFixed(2),
        chanceText(pValue)
    ];
    return {
        title: 'Granger Test',
        blocks:
            tests === undefined
                ? []
                : [
                      {
                          kind: 'table',
                          columns: [
                              { title: 'Whether' },
                              { title: 'Past Values', align: 'right' },
                              { title: 'F', align: 'right' },
                              { title: 'Chance', align: 'right' }
                          ],
                          rows: [
                              row(first.name, second.name, tests.firstToSecond),
                              row(second.name, first.name, tests.secondToFirst)
                          ]
                      },
                      { kind: 'text', text: 'To foretell is not to cause: both may follow a third.' }
                  ]
    };
}
