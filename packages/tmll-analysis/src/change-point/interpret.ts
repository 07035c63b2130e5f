import { plotSection } from '../document/plot-section';
import { DocumentSection, ReportDocument } from '../document/report-document';
import { AnalysisResult } from '../series/analysis';
import { formatDuration } from '../series/duration';
import { formatNs, formatShare, formatValue } from '../series/format';
import { ChangePointData, JointChangePoints, SeriesChangePoints } from './change-point-result';
import { describeChange } from './findings';
import { changePointPlots } from './plots';

/** So many series without a change are named. */
const MOST_NAMED = 5;

const MODELS = {
    mean: 'levels',
    mean_variance: 'levels and spreads',
    rank: 'levels, by rank',
    trend: 'straight lines'
} as const;

const JOINT = {
    voting: 'Changes of several series at once',
    zscore: 'Changes of all series together',
    pca: 'Changes of what the series have in common'
} as const;

/** What the change points of a trace mean, in words, tables and pictures. */
export function interpretChangePoints(result: AnalysisResult<ChangePointData>): ReportDocument {
    const { data, provenance } = result;
    const changing = data.series.filter(({ changes }) => changes.length > 0);
    const steady = data.series.filter(({ changes }) => changes.length === 0);
    const step = provenance.resamplingNs;
    return {
        title: 'Change Point Analysis Results',
        sections: [
            {
                title: 'Overview',
                blocks: [
                    {
                        kind: 'metrics',
                        metrics: [
                            { name: 'Series', value: `${data.series.length}` },
                            { name: 'Series that change', value: `${changing.length}` },
                            { name: 'Points', value: `${provenance.points}` },
                            { name: 'Step', value: step === undefined ? 'as they came' : formatDuration(step) }
                        ]
                    },
                    ...(steady.length === 0
                        ? []
                        : [
                              {
                                  kind: 'text' as const,
                                  text: steadyText(steady)
                              }
                          ])
                ]
            },
            ...data.joint.map(jointSection),
            ...changing.map(seriesSection),
            plotSection('Plots', () => changePointPlots(data, provenance.range))
        ]
    };
}

function jointSection({ method, changes, explained }: JointChangePoints): DocumentSection {
    const share =
        explained === undefined
            ? ''
            : ` The first principal component has ${formatShare(explained)} of their variance.`;
    return {
        title: JOINT[method],
        blocks:
            changes.length === 0
                ? [{ kind: 'text', text: `There is none.${share}` }]
                : [
                      ...(share === '' ? [] : [{ kind: 'text' as const, text: share.trim() }]),
                      {
                          kind: 'table',
                          columns: [{ title: 'Time' }, { title: 'Series', align: 'right' }, { title: 'What changes' }],
                          rows: changes.map(({ ns, members, of }) => [
                              formatNs(ns),
                              `${members.length} of ${of}`,
                              members
                                  .map(
                                      ({ name, before, after, unit }) =>
                                          `${name}: ${formatValue(before, unit)} → ${formatValue(after, unit)}`
                                  )
                                  .join('; ')
                          ]),
                          places: changes.map(({ startNs, endNs }) => ({ startNs, endNs }))
                      }
                  ]
    };
}

function seriesSection(series: SeriesChangePoints): DocumentSection {
    return {
        title: series.name,
        blocks: [
            { kind: 'text', text: `${series.changes.length} changes between ${MODELS[series.model]}.` },
            {
                kind: 'table',
                columns: [
                    { title: 'Time' },
                    { title: 'Within', align: 'right' },
                    { title: 'Sure', align: 'right' },
                    { title: 'What changes' }
                ],
                rows: series.changes.map(change => [
                    formatNs(change.ns),
                    formatDuration(change.endNs - change.startNs),
                    formatShare(change.probability),
                    describeChange(series, change)
                ]),
                places: series.changes.map(({ startNs, endNs }) => ({ startNs, endNs, series: series.series }))
            }
        ]
    };
}

/** Names those that do not change, some of them where there are many. */
function steadyText(steady: readonly SeriesChangePoints[]): string {
    const named = steady.slice(0, MOST_NAMED).map(({ name }) => name);
    const more = steady.length - named.length;
    return `No change in ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
