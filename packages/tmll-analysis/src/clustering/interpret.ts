import { plotSection } from '../document/plot-section';
import { DocumentSection, ReportDocument } from '../document/report-document';
import { AnalysisResult } from '../series/analysis';
import { formatDuration } from '../series/duration';
import { formatNs, formatShare } from '../series/format';
import { TimeRange } from '../series/time-series';
import { ClusteringData, Phase, SeriesGroups, TracePhases } from './clustering-result';
import { describeKind } from './findings';
import { ClusterQuality } from './indices';
import { clusteringPlots } from './plots';

const MOST_PHASES = 20;
const MOST_MEMBERS = 10;

/** What the groups and phases are, in words, tables and pictures. */
export function interpretClustering({ data, provenance }: AnalysisResult<ClusteringData>): ReportDocument {
    const { groups, phases } = data;
    return {
        title: 'Behaviour Clustering Results',
        sections: [
            ...(phases === undefined ? [] : phaseSections(phases)),
            ...(groups === undefined ? [] : [groupSection(groups)]),
            ...(groups === undefined && phases === undefined
                ? [
                      {
                          title: 'Nothing to group',
                          blocks: [
                              { kind: 'text' as const, text: 'There are too few series that vary, or too few values.' }
                          ]
                      }
                  ]
                : []),
            plotSection('Plots', () => clusteringPlots(data, provenance.range))
        ]
    };
}

function phaseSections(found: TracePhases): DocumentSection[] {
    const { kinds, phases, windowNs, quality } = found;
    if (kinds.length < 2) {
        return [
            {
                title: 'Phases',
                blocks: [{ kind: 'text', text: 'The trace behaves alike throughout: there is one phase.' }]
            }
        ];
    }
    const text = `${phases.length} phases of ${kinds.length} kinds of behaviour, told from windows of ${formatDuration(windowNs)}${told(quality)}.`;
    return [
        {
            title: 'Kinds of Behaviour',
            blocks: [
                { kind: 'text', text },
                {
                    kind: 'table',
                    columns: [{ title: 'Kind' }, { title: 'Share', align: 'right' }, { title: 'What is different' }],
                    rows: kinds.map(({ name, share }, kind) => [name, formatShare(share), describeKind(found, kind)]),
                    places: kinds.map((_, kind) => longestPhase(found, kind))
                }
            ]
        },
        {
            title: phases.length > MOST_PHASES ? `First ${MOST_PHASES} Phases` : 'Phases',
            blocks: [
                {
                    kind: 'table',
                    columns: [{ title: 'From' }, { title: 'Lasts', align: 'right' }, { title: 'Kind' }],
                    rows: phases
                        .slice(0, MOST_PHASES)
                        .map(({ startNs, endNs, kind }) => [
                            formatNs(startNs),
                            formatDuration(endNs - startNs),
                            kinds[kind].name
                        ]),
                    places: phases.slice(0, MOST_PHASES).map(({ startNs, endNs }) => ({ startNs, endNs }))
                }
            ]
        }
    ];
}

/** The longest phase of a kind of behaviour. */
export function longestPhase({ phases }: TracePhases, kind: number): TimeRange | undefined {
    const own = phases.filter(phase => phase.kind === kind);
    const longest = own.sort((a, b) => Number(b.endNs - b.startNs - (a.endNs - a.startNs)))[0] as Phase | undefined;
    return longest && { startNs: longest.startNs, endNs: longest.endNs };
}

function groupSection({ groups, alone, constant, quality }: SeriesGroups): DocumentSection {
    const names = (members: readonly { readonly name: string }[]): string => {
        const more = members.length - MOST_MEMBERS;
        return (
            members
                .slice(0, MOST_MEMBERS)
                .map(({ name }) => name)
                .join(', ') + (more > 0 ? ` and ${more} more` : '')
        );
    };
    return {
        title: 'Series that Move Alike',
        blocks: [
            {
                kind: 'text',
                text:
                    groups.length < 2
                        ? 'The series form no groups that could be told apart.'
                        : `${groups.length} groups${told(quality)}.`
            },
            {
                kind: 'list',
                items: [
                    ...groups.map(({ members }) => `${members.length} series: ${names(members)}`),
                    ...(alone.length > 0 ? [`Like no others: ${names(alone)}`] : []),
                    ...(constant.length > 0 ? [`Do not vary, or have few values: ${names(constant)}`] : [])
                ]
            }
        ]
    };
}

function told(quality: ClusterQuality | undefined): string {
    return quality === undefined ? '' : ` (silhouette ${quality.silhouette.toFixed(2)})`;
}
