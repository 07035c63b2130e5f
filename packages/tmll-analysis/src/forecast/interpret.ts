import { plotSection } from '../document/plot-section';
import { DocumentBlock, DocumentSection, ReportDocument } from '../document/report-document';
import { AnalysisResult, Provenance } from '../series/analysis';
import { formatDuration } from '../series/duration';
import { formatNs, formatShare, formatValue } from '../series/format';
import { ResourceKind } from '../series/resource-kind';
import { CapacityData, ResourceForecast } from './capacity-result';
import { nextViolation } from './findings';
import { capacityPlots } from './plots';
import { recommend } from './recommendations';

const KINDS: readonly (readonly [ResourceKind, string])[] = [
    ['cpu', 'CPU'],
    ['memory', 'Memory'],
    ['disk', 'Disk'],
    ['other', 'Other']
];
const MOST_VIOLATIONS = 5;

/** What the forecast means, in words, numbers and pictures. */
export function interpretCapacity({ data, provenance }: AnalysisResult<CapacityData>): ReportDocument {
    const { resources } = data;
    const first = resources[0]?.forecast;
    const ends =
        first && [first.times[0], first.times[first.times.length - 1]].map(time => first.originNs + BigInt(time));
    return {
        title: 'Capacity Planning Analysis Results',
        sections: [
            {
                title: 'Analysis Parameters',
                blocks: [
                    {
                        kind: 'metrics',
                        metrics: [
                            { name: 'Forecast from', value: ends ? formatNs(ends[0]) : '–' },
                            { name: 'Forecast to', value: ends ? formatNs(ends[1]) : '–' },
                            { name: 'Method', value: provenance.method }
                        ]
                    }
                ]
            },
            ...KINDS.flatMap(([kind, title]) =>
                kindSections(
                    title,
                    resources.filter(each => each.kind === kind)
                )
            ),
            ...recommendationSections(resources),
            plotSection('Plots', () => capacityPlots(data, { confidence: bandConfidence(provenance) }))
        ]
    };
}

/** The share of the values to come that the result's bands should hold. */
export function bandConfidence({ parameters }: Pick<Provenance, 'parameters'>): number | undefined {
    const { confidence } = parameters;
    return typeof confidence === 'number' ? confidence : undefined;
}

function kindSections(title: string, resources: readonly ResourceForecast[]): DocumentSection[] {
    return resources.length === 0
        ? []
        : [{ title: `${title} Capacity Analysis`, blocks: resources.flatMap(each => resourceBlocks(each)) }];
}

function resourceBlocks(resource: ResourceForecast): DocumentBlock[] {
    const { name, unit, current, peak, average, pattern, threshold, thresholdReason, violations, risk, methods } =
        resource;
    const next = nextViolation(resource);
    const metrics: DocumentBlock = {
        kind: 'metrics',
        metrics: [
            { name: 'Current', value: formatValue(current, unit) },
            { name: 'Peak', value: formatValue(peak, unit) },
            { name: 'Average', value: formatValue(average, unit) },
            { name: 'Pattern', value: pattern },
            {
                name: 'Limit',
                value: `${formatValue(threshold, unit)}${thresholdReason === 'peak' ? ' (1.5 times the peak)' : ''}`
            },
            { name: 'Next violation', value: next === undefined ? 'none forecast' : formatNs(next.startNs) },
            { name: 'Violations', value: `${violations.length}` },
            { name: 'Highest risk', value: formatShare(risk, 1) },
            { name: 'Forecast by', value: methods.join(', ') }
        ]
    };
    const longest = [...violations]
        .sort((a, b) => Number(b.endNs - b.startNs - (a.endNs - a.startNs)))
        .slice(0, MOST_VIOLATIONS);
    const table: DocumentBlock = {
        kind: 'table',
        columns: [
            { title: 'Start' },
            { title: 'Duration', align: 'right' },
            { title: 'Forecast', align: 'right' },
            { title: 'Probability', align: 'right' }
        ],
        rows: longest.map(({ startNs, endNs, peak: most, probability }) => [
            formatNs(startNs),
            formatDuration(endNs - startNs),
            formatValue(most, unit),
            formatShare(probability)
        ])
    };
    return [{ kind: 'text', text: name }, metrics, ...(longest.length === 0 ? [] : [table])];
}

function recommendationSections(resources: readonly ResourceForecast[]): DocumentSection[] {
    const { immediate, shortTerm, longTerm, optimization } = recommend(resources);
    const groups: readonly (readonly [string, readonly string[]])[] = [
        ['Immediate Actions', immediate],
        ['Short-term Planning', shortTerm],
        ['Long-term Strategy', longTerm],
        ['Optimization Opportunities', optimization]
    ];
    const told = groups.filter(([, items]) => items.length > 0);
    return told.length === 0
        ? [
              {
                  title: 'Capacity Planning Recommendations',
                  blocks: [
                      { kind: 'text', text: 'Nothing needs to be done: what is forecast stays within the limits.' }
                  ]
              }
          ]
        : told.map(([title, items]) => ({ title, blocks: [{ kind: 'list', items }] }));
}
