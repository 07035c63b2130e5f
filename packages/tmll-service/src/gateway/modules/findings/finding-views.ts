import { AnalysisResult, seriesName } from 'tmll-analysis/algorithms';
import { dataTreeView, TreeLine } from '../../outputs/data-tree-view';
import { TreeHeader } from '../../outputs/entry-tree';
import { OutputView } from '../../outputs/output-view';
import { SEVERITY_STYLES } from '../../outputs/severity-styles';
import { timeGraphView } from '../../outputs/time-graph-view';
import { capitalized, findingRows, findingTexts } from './finding-rows';

/** Columns of the list of findings; the first is what a narrow view shows. */
const HEADERS: readonly TreeHeader[] = [
    { name: 'Finding', tooltip: 'What was found, in one sentence' },
    { name: 'Severity', tooltip: 'From 0 (harmless) to 100 (look at it now)' },
    { name: 'Confidence', tooltip: 'How sure the analysis is' },
    { name: 'Kind', tooltip: 'What kind of finding it is' },
    { name: 'Series', tooltip: 'Where it was found' },
    { name: 'Duration', tooltip: 'How long it lasts' },
    { name: 'Actual', tooltip: 'What was seen' },
    { name: 'Expected', tooltip: 'What is usual' },
    { name: 'Time Range', tooltip: 'When it was, ns since the epoch', dataType: 'TIME_RANGE' }
];

/** What every analysis shows: its findings as a list, and as periods over time. */
export const FINDING_VIEWS: readonly OutputView[] = [
    dataTreeView({
        id: 'findings',
        name: 'Findings',
        description: 'What the analysis found, the worst first, and what it was computed from',
        headers: HEADERS,
        lines: result => [...findingLines(result), provenanceLines(result)]
    }),
    timeGraphView({
        id: 'periods',
        name: 'Periods',
        description: 'When the findings were, one row for each series, coloured by severity',
        styles: SEVERITY_STYLES,
        rows: findingRows
    })
];

function findingLines({ findings }: AnalysisResult): TreeLine[] {
    return findings.map(finding => {
        const texts = findingTexts(finding);
        return {
            labels: [
                finding.sentence,
                texts.Severity,
                texts.Confidence,
                capitalized(finding.kind),
                finding.series ? seriesName(finding.series.path) : '',
                texts.Duration,
                texts.Actual ?? '',
                texts.Expected ?? '',
                `[${finding.startNs},${finding.endNs}]`
            ]
        };
    });
}

/** Below the findings: enough to judge them and to compute them again. */
function provenanceLines({ provenance }: AnalysisResult): TreeLine {
    const { method, methodReason, points, series, range, warnings, command } = provenance;
    const line = (text: string, timeRange = ''): TreeLine => ({
        labels: [text, ...HEADERS.slice(2).map(() => ''), timeRange]
    });
    const children = [
        line(`Method ${method}: ${methodReason}`),
        line(`${points} points of ${series.length} series`, `[${range.startNs},${range.endNs}]`),
        ...warnings.map(warning => line(warning)),
        line(command)
    ];
    return { ...line('Computed from'), children };
}
